import type { Change, Issue } from '@parley/shared/issues/issue';
import { mend } from '@parley/shared/issues/mend';
import { makeId } from '@parley/shared/lib/id';
import i18next from 'i18next';
import { told } from '../commands/actions.ts';
import type { Desk } from '../commands/actions.ts';
import type { Joint } from '../store/flowStore.ts';
import { nameOfLanguage } from '../ui/nameOfLanguage.ts';

/** Goes to where an issue is: its flow, its node or edge, its field. */
export function goToIssue(desk: Desk, issue: Issue): void {
  const { ui, flowId, openFlow } = desk;
  if (issue.flow !== flowId) openFlow(issue.flow);
  const language = languageOf(desk, issue);
  ui.setState({
    // Many texts at once are looked through in their table.
    ...(issue.check === 'translationUnaccepted' && { view: 'translations' as const }),
    selection: issue.nodeId ? [issue.nodeId] : [],
    fresh: undefined,
    edge: issue.edgeId && !issue.nodeId ? issue.edgeId : undefined,
    flowTab: issue.check.toLowerCase().includes('variable') || issue.field?.startsWith('variables') ? 'variables' : 'settings',
    column: 'inspector',
    wish: issue.nodeId || issue.field ? { field: issue.field ?? '', ...(language && { language }) } : undefined,
  });
  if (issue.nodeId) ui.getState().canvas?.reveal([issue.nodeId], true);
}

/** The language an issue about a translation names at the end of its key. */
function languageOf({ book, flowId }: Desk, issue: Issue): string | undefined {
  const languages = book.flows.getState()[issue.flow]?.store.getState().flow.languages ?? book.flows.getState()[flowId]?.store.getState().flow.languages ?? [];
  return languages.slice(1).find((language) => issue.message.includes(nameOfLanguage(language)) || issue.message.includes(`(${language})`));
}

/** Applies a change of an issue's fix to its flow, as one gesture that can be undone from here. */
export function applyFix({ book, store, flowId, random, nodeTypes }: Pick<Desk, 'book' | 'store' | 'flowId' | 'random' | 'nodeTypes'>, issue: Issue, change: Change): boolean {
  const flow = change.flow ?? issue.flow;
  const target = book.flows.getState()[flow]?.store;
  if (!target) return false;
  const before = target.getState().flow;
  const gesture = i18next.t('gesture.fix', { label: change.label });
  const joint: Joint = { id: makeId(random), flows: [flow, flowId] };
  const done = told(target.change(gesture, (draft) => mend(draft, change, nodeTypes), flow === flowId ? {} : { joint }));
  if (flow !== flowId && target.getState().flow !== before) store.note(gesture, joint);
  return done;
}
