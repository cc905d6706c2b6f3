import type { Media as MediaRow } from '@parley/db/models/media';
import type { Pool } from 'pg';
import type { Action, Authored, DialogName } from '@parley/shared/machine/action';
import type { Json } from '@parley/shared/lib/json';
import type { Callbacks } from '../callbacks/createCallbacks.ts';
import type { FileElsewhere } from '../lib/media/fetchMedia.ts';
import type { Conversation } from '../lib/media/withOwnFile.ts';
import type { Models } from '../models/createModels.ts';
import type { HistoryLine } from '../models/prompts/prompt.ts';
import type { Requests } from '../requests/createRequests.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/**
 * What performing an effect twice would mean. turn: it only notes something in the turn itself. pure: the same again. read: nothing,
 * but the answer may differ. keyed: nothing, the other side knows `key`. unsafe: it would happen twice, so its intent is noted first.
 */
export type EffectClass = 'turn' | 'pure' | 'read' | 'keyed' | 'unsafe';

/** What a performer may use. */
export interface EffectTools {
  pool: Pool;
  sandbox: Sandbox;
  requests: Requests;
  callbacks: Callbacks;
  models: Models;
  /** Fetches a file that lies elsewhere and keeps it as a conversation's. */
  fetchMedia(file: FileElsewhere, conversation: Conversation, signal: AbortSignal): Promise<MediaRow>;
  bot: string;
  contact: string | null;
  /** The one the contact reads; null = not known. */
  language: string | null;
  /** The conversation that asks for it, and its session there. */
  lane: string;
  session: number;
  /** Names this effect for ever: the same when a turn is performed again after a crash. */
  key: string;
  /** The turn's clock. */
  now: Date;
  /** What its chance is made of: its own, for two programs in one turn must not throw the same dice, and the same when it is performed again. */
  seed: number;
  /** Ends when the turn's time is up or somebody stops it. */
  signal: AbortSignal;
  /** What was said last in this session, oldest first, what this turn heard and said included. */
  history(most: number): Promise<HistoryLine[]>;
  /** Shows a piece of the answer while it is being made; gone when the committed message comes. `anew` = what was shown before does not count. */
  stream(text: string, anew?: boolean): void;
  /** Adds to what the turn says. */
  say(message: Authored): void;
  startTimer(wait: number, dueAt: string): void;
  openDialog(dialog: DialogName, wait: number): void;
}

/** How one kind of effect is performed. It gives JSON back, throws an `EffectError` when it failed, or gives nothing (class turn). */
export interface Performer<One extends Action = Action> {
  /** Where it depends on what is asked, decided for each. */
  class: EffectClass | ((action: One) => EffectClass);
  /** What the trace says of it, without anything personal; `result` when it gave one. */
  tells?(action: One, result?: Json): string;
  perform(action: One, tools: EffectTools): Promise<Json | void> | void;
  /** It may take longer than a turn: the machine rests and the result comes as an event of its own. */
  long?(action: One): boolean;
}

/** What performing this effect twice would mean. */
export function classOf<One extends Action>(performer: Performer<One>, action: One): EffectClass {
  return typeof performer.class === 'function' ? performer.class(action) : performer.class;
}

/** An effect that failed in a way the flow can go on from; `message` is for the author. */
export class EffectError extends Error {
  override name = 'EffectError';
}
