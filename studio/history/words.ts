import type { HistoryStep } from '@parley/shared/api/history';
import { nodeTypes } from '@parley/shared/nodes/index';
import i18next from 'i18next';
import { languageName } from '../changes/readChange.ts';
import { whenExactly } from '../ui/relativeTime.ts';
import type { Entry, Sitting } from './timeline.ts';
import { timeOf } from './timeline.ts';

type Thing = HistoryStep['things'][number];

/** So many things are called by their names; the others are counted. */
const named = 2;
const kinds = ['added', 'changed', 'removed', 'moved'] as const;

/** What a sitting did, in one sentence: "Added “Menu” and 2 connections, changed “Greeting”". A single step says what the person did. */
export function sentenceOf({ steps, things, more }: Sitting): string {
  const [step] = steps;
  // Whoever did one thing wrote the sentence; a drawing saved whole says nothing by that.
  if (steps.length === 1 && step && step.gesture !== 'Save') return step.gesture;
  const parts = kinds.flatMap((kind) => {
    const own = things.filter((thing) => thing.kind === kind);
    if (own.length === 0) return [];
    if (kind === 'moved') return [i18next.t('history.onlyPlaces', { count: own.length })];
    return [i18next.t(`history.${kind}`, { names: namesOf(own) })];
  });
  if (more > 0) parts.push(i18next.t('history.others', { count: more }));
  if (parts.length === 0) return step?.gesture ?? '';
  const [first = '', ...rest] = parts;
  return [first, ...rest.map(uncapital)].join(', ');
}

/** Nodes and variables by name; what has no name a reader knows is counted. */
function namesOf(things: readonly Thing[]): string {
  const byName = things.filter(({ what }) => what === 'node' || what === 'variable');
  const shown = byName.slice(0, named).map((thing) => i18next.t('history.quoted', { name: nameOfThing(thing) }));
  const settings = things.filter(({ what }) => what === 'setting');
  if (settings.length <= named) shown.push(...settings.map(({ id, label }) => i18next.t(`settings.${id}`, { defaultValue: label || id })));
  if (byName.length > named) shown.push(i18next.t('history.others', { count: byName.length - named }));
  for (const what of ['edge', 'translation', 'note', 'frame', 'flow', ...(settings.length > named ? ['setting' as const] : [])] as const) {
    const count = things.filter((thing) => thing.what === what).length;
    if (count > 0) shown.push(i18next.t(`history.counts.${what}`, { count }));
  }
  return new Intl.ListFormat(i18next.language, { type: 'conjunction' }).format(shown);
}

function uncapital(text: string): string {
  return text.charAt(0).toLocaleLowerCase(i18next.language) + text.slice(1);
}

/** What one thing of a step is called. */
export function nameOfThing({ what, id, label }: Thing): string {
  if (what === 'translation') return languageName(id.split('/')[0] ?? '');
  // A node without a title is called by its type.
  if (what === 'node') return nodeTypes[label]?.label ?? (label || id);
  if (what === 'note') return i18next.t('canvas.note');
  if (what === 'setting') return i18next.t(`settings.${id}`, { defaultValue: label || id });
  return label;
}

/** A moment in words: its name, its number, or when and by whom. */
export function nameOfEntry(entry: Entry): string {
  if (entry.is === 'version') return entry.version.name;
  if (entry.is === 'release') return `v${entry.release.no}`;
  return nameOfStep(entry.steps[0], timeOf(entry));
}

/** A step in words: when, and by whom. */
export function nameOfStep(step: HistoryStep | undefined, at = step?.at ?? ''): string {
  return [at && whenExactly(at), step?.by?.name].filter(Boolean).join(', ');
}
