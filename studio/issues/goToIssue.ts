import type { Issue } from '@parley/shared/issues/issue';
import type { Json } from '@parley/shared/lib/json';
import { produce } from 'immer';
import i18next from 'i18next';
import { diffFlows } from '@parley/shared/flow/diffFlows';
import type { Flow } from '@parley/shared/flow/document';
import { told } from '../commands/actions.ts';
import type { Desk } from '../commands/actions.ts';

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

/** A language's own name: Français, हिन्दी. */
export function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}

/** Applies an issue's fix to its flow, as one gesture that can be undone. */
export function applyFix({ book }: Desk, issue: Issue): boolean {
  const store = book.flows.getState()[issue.flow]?.store;
  if (!store || !issue.fix) return false;
  const { fix } = issue;
  const before = store.getState().flow;
  const after = produce(before, (draft) => { for (const { path, value } of fix.set) put(draft, path, value); });
  return told(store.changeByOps(i18next.t('gesture.fix', { label: fix.label }), diffFlows(before, after)));
}

/** Sets one value by its path; undefined takes it away. */
function put(draft: Flow, path: readonly string[], value: unknown): void {
  // A document is plain JSON, and so is what a fix puts into it.
  let holder = draft as unknown as Record<string, Json>;
  for (const key of path.slice(0, -1)) {
    const inside = holder[key];
    if (typeof inside !== 'object' || inside === null || Array.isArray(inside)) {
      holder[key] = {};
    }
    holder = holder[key] as Record<string, Json>;
  }
  const key = path.at(-1);
  if (key === undefined) return;
  if (value === undefined || value === null && path[0] === 'edges') delete holder[key];
  else holder[key] = value as Json;
}
