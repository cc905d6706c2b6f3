import type { HistoryStep, NamedVersion } from '@parley/shared/api/history';
import type { Release } from '@parley/shared/api/releases';

type Thing = HistoryStep['things'][number];

/** Steps of one person without a long pause: one entry that can be unfolded. Newest step first. */
export interface Sitting {
  is: 'sitting';
  /** Of its oldest step, so that it stays the same while it grows. */
  key: string;
  by: HistoryStep['by'];
  steps: HistoryStep[];
  /** What it was about, each thing once with what became of it in the whole sitting; nothing of what came and went again. */
  things: Thing[];
  /** Things beyond those that the steps name. */
  more: number;
  flows: string[];
}

/** One line of the history. */
export type Entry =
  | Sitting
  | { is: 'version'; key: string; at: string; version: NamedVersion }
  | { is: 'release'; key: string; at: string; release: Release };

/** A pause longer than this begins another sitting. */
export const pauseMs = 10 * 60_000;

/**
 * The line of a bot's history, newest first: steps folded into sittings, with what was named and published between them. Another person, a
 * long pause and a version end a sitting. What is older than the last known step is left out while there are `more` steps to come.
 */
export function timelineOf({ steps, versions, releases, more }: { steps: readonly HistoryStep[]; versions: readonly NamedVersion[]; releases: readonly Release[]; more: boolean }): Entry[] {
  const known = more ? steps.at(-1)?.at ?? '' : '';
  const marks: Entry[] = [
    ...versions.map((version): Entry => ({ is: 'version', key: `version:${version.id}`, at: version.at, version })),
    ...releases.map((release): Entry => ({ is: 'release', key: `release:${release.id}`, at: release.at, release })),
  ];
  const between = marks.filter((mark) => mark.is === 'sitting' || mark.at >= known).toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : timeOf(a) > timeOf(b) ? -1 : a.key < b.key ? 1 : -1));
  const entries: Entry[] = [];
  for (const step of steps) {
    // A version of the moment right after a step stands above it.
    while (between[0] && timeOf(between[0]) >= step.at) entries.push(...between.splice(0, 1));
    const last = entries.at(-1);
    const newer = last?.is === 'sitting' ? last.steps.at(-1) : undefined;
    if (last?.is === 'sitting' && newer && last.by?.id === step.by?.id && Date.parse(newer.at) - Date.parse(step.at) <= pauseMs) last.steps.push(step);
    else entries.push({ is: 'sitting', key: '', by: step.by, steps: [step], things: [], more: 0, flows: [] });
  }
  entries.push(...between);
  return entries.map((entry) => (entry.is === 'sitting' ? summed(entry) : entry));
}

/** The moment of an entry: that of the newest step of a sitting. */
export function timeOf(entry: Entry): string {
  return entry.is === 'sitting' ? entry.steps[0]?.at ?? '' : entry.at;
}

/** The moment as the API names it. */
export function pointOf(entry: Entry): string {
  return entry.is === 'sitting' ? pointOfStep(entry.steps[0]) : entry.key;
}

export function pointOfStep(step: Pick<HistoryStep, 'flowId' | 'revision'> | undefined): string {
  return step ? `step:${step.flowId}:${step.revision}` : 'now';
}

/** The moment right before a step. */
export function pointBefore(step: Pick<HistoryStep, 'flowId' | 'revision'>): string {
  return `before:${step.flowId}:${step.revision}`;
}

function summed(sitting: Sitting): Sitting {
  const { steps } = sitting;
  const oldest = steps.at(-1);
  const things = new Map<string, Thing>();
  for (const { flowId, things: own } of steps.toReversed()) for (const thing of own) {
    const key = `${flowId} ${thing.what} ${thing.id}`;
    const before = things.get(key);
    // What came in this sitting and went again never mattered; what went and came again was changed.
    if (before?.kind === 'added' && thing.kind === 'removed') things.delete(key);
    else things.set(key, { ...thing, kind: kindOf(before?.kind, thing.kind) });
  }
  return {
    ...sitting, key: pointOfStep(oldest), things: [...things.values()],
    more: steps.reduce((sum, { things: own, count }) => sum + Math.max(0, count - own.length), 0), flows: [...new Set(steps.map(({ flowId }) => flowId))],
  };
}

function kindOf(before: Thing['kind'] | undefined, now: Thing['kind']): Thing['kind'] {
  if (before === 'added' && now !== 'removed') return 'added';
  if (before === 'removed' && now === 'added') return 'changed';
  if (before === 'changed' && now === 'moved') return 'changed';
  return now;
}

/** What can be done with a moment of the line. */
export interface PointAct {
  look: (point: string) => void;
  compare: (from: string, to: string) => void;
  /** `at` = when the moment was; undefined = now, or as its name says. */
  name: (point: string, at?: string) => void;
  rename: (version: NamedVersion) => void;
}
