import type { NamedVersion as NamedRow } from '@parley/db/models/namedVersion';
import type { StepCursor, StepRow } from '@parley/db/queries/history';
import type { HistoryStep, NamedVersion } from '@parley/shared/api/history';
import type { App } from '../app.ts';
import { namesOf } from '../names.ts';

/** Steps with who made them; `kept` = from which revision on the drawing of each flow can be told. */
export async function presentSteps(app: Pick<App, 'models'>, rows: readonly StepRow[], kept: ReadonlyMap<string, number>): Promise<HistoryStep[]> {
  const names = await namesOf(app, rows.map(({ by }) => by));
  return rows.map(({ flow, revision, gesture, about, by, at }) => ({
    flowId: flow, revision, gesture, by: names.get(by), at: at.toISOString(), things: about?.things ?? [], count: about?.count ?? 0,
    kept: revision >= (kept.get(flow) ?? Number.POSITIVE_INFINITY),
  }));
}

/** Named versions with who named them; their drawings are asked for one by one. */
export async function presentNamed(app: Pick<App, 'models'>, rows: readonly Pick<NamedRow, 'id' | 'bot' | 'name' | 'at' | 'by' | 'madeAt'>[]): Promise<NamedVersion[]> {
  const names = await namesOf(app, rows.map(({ by }) => by));
  return rows.map(({ id, bot, name, at, by, madeAt }) => ({ id, botId: bot, name, at: at.toISOString(), by: names.get(by), madeAt: madeAt.toISOString() }));
}

/** The columns a named version is presented from; its drawings are megabytes and stay where they are. */
export const namedHead = ['id', 'bot', 'name', 'at', 'by', 'madeAt'] as const;

/** A step as the place where the next page begins. */
export function writeCursor({ at, flow, revision }: StepCursor): string {
  return `${at.getTime()}:${flow}:${revision}`;
}

/** The step a page begins after; its form was checked at the door. */
export function readCursor(after: string | undefined): StepCursor | undefined {
  if (after === undefined) return undefined;
  const [at, flow = '', revision] = after.split(':');
  return { at: new Date(Number(at)), flow, revision: Number(revision) };
}
