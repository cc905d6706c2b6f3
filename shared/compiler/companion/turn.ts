import { own } from '../../expressions/fits.ts';
import type { Json } from '../../lib/json.ts';
import type { Frame } from '../../machine/snapshot.ts';
import { limits } from '../../machine/snapshot.ts';
import type { Context, Happened, Turn } from './types.ts';
import { Problem } from './values.ts';

/** What xstate gives guards and actions. */
export type Args = { context: Context; event: Happened };

/** The turn of this event: the one under way, or a fresh one when the event is new. */
export function turnOf({ context, event }: Args): Turn {
  const { turn, variables } = context;
  if (turn.of === event) return turn;
  const facts = 'facts' in event ? event.facts : turn.facts;
  return { of: event, facts, effects: [], notes: [], steps: 0, visits: {}, entered: false, waits: true, variables };
}

/** The running frame. A session that is over has none: a problem. */
export function top({ frames }: Context): Frame {
  const frame = frames.at(-1);
  if (!frame) throw new Problem('The session is over');
  return frame;
}

/** Replaces fields of the running frame. */
export function changeTop(work: Context, change: Partial<Frame>): void {
  work.frames = [...work.frames.slice(0, -1), { ...top(work), ...change }];
}

/** The wait of the running frame is over. */
export function dropRests(work: Context): void {
  const { rests: _, ...frame } = top(work);
  work.frames = [...work.frames.slice(0, -1), frame];
}

/** A value inside a result, or undefined. */
export function inside(value: Json | undefined, path: string[]): Json | undefined {
  let found = value;
  for (const name of path) found = found !== null && typeof found === 'object' && !Array.isArray(found) ? own(found, name) : undefined;
  return found;
}

/** Bytes as UTF-8 (JSON escapes halves of pairs, so the ones left are pairs of four bytes). */
function bytes(value: unknown): number {
  return JSON.stringify(value).replace(/[\u0800-\ud7ff\ue000-\uffff]/g, '---').replace(/[\u0080-\u07ff\ud800-\udfff]/g, '--').length;
}

/** The first size limit that is passed, or undefined. */
export function tooBig({ frames, variables, seq }: Context): string | undefined {
  const sum = (pick: (frame: Frame) => unknown) => frames.reduce((total, frame) => total + bytes(pick(frame)), 0);
  if (bytes(variables) + sum(({ locals }) => locals) + frames.reduce((total, { forms, exchanges }) => total + (forms ? bytes(forms) : 0) + (exchanges ? bytes(exchanges) : 0), 0) > limits.variablesBytes) return 'variablesBytes';
  if (sum(({ cursors }) => cursors) > limits.cursorsBytes) return 'cursorsBytes';
  return bytes({ v: 1, frames, variables, seq }) > limits.snapshotBytes ? 'snapshotBytes' : undefined;
}
