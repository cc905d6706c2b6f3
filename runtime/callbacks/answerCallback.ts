import { findCallback, isWaitOver, settleCallback } from '@parley/db/queries/callbackReferences';
import type { FoundCallback } from '@parley/db/queries/callbackReferences';
import { findTrial, takeTrial } from '@parley/db/queries/callbackTrials';
import type { FoundTrial } from '@parley/db/queries/callbackTrials';
import { readCallback } from '@parley/shared/engine/readCallback';
import type { JsonObject } from '@parley/shared/lib/json';
import type { Context } from '../lib/context.ts';
import { foreignFile, namesForeignFile } from '../lib/media/foreignFiles.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Turns } from '../turns/createTurns.ts';
import { textsFor } from './confirmPage.data.ts';

/** What answering a callback needs. */
export type CallbackContext = Pick<Context, 'clock' | 'db'>;

/** What waits at an address: a conversation, or an author who tries it out. */
type Awaited = FoundCallback | FoundTrial;

type Over = 'taken' | 'late' | 'expired' | 'gone';

/** The address is of no use any more; said the same to everybody, so that nothing is told about the conversation. */
export class CallbackOver extends Refusal {
  readonly why: Over;
  /** The one the contact reads; null = not known. */
  readonly language: string | null;

  constructor(why: Over, language: string | null) {
    super('gone', textsFor('en')[why]);
    this.why = why;
    this.language = language;
  }
}

/** An address that can still be called; refuses one that was used, has expired or whose conversation has gone on. */
export async function openCallbackOf(context: CallbackContext, id: string): Promise<Awaited> {
  const { db, clock } = context;
  const found = await findCallback(db.pool, id) ?? await findTrial(db.pool, id);
  // It bears our signature, so it was one once.
  if (!found) throw new CallbackOver('gone', null);
  const why = (isTrial(found) ? endOf(found) : found.outcome ?? (await isWaitOver(db.lanes, found) ? 'late' : undefined)) ?? (clock.now() >= found.expiresAt ? 'expired' : undefined);
  if (why === undefined) return found;
  throw new CallbackOver(why, languageOf(found));
}

/**
 * Tells a conversation what was called back, once: whoever comes first is taken, everybody after is refused. One that comes too late is
 * noted with the address and, the first time, in the conversation. Of a trial it is kept for its author.
 */
export async function answerCallback(context: CallbackContext, turns: Pick<Turns, 'control'>, { id, code, values }: { id: string; code: string; values: JsonObject }): Promise<Awaited> {
  const { db, clock } = context;
  const found = await openCallbackOf(context, id).catch(async (error: unknown) => {
    await noteLate(context, turns, { id, code });
    throw error;
  });
  const read = readCallback(found.contract, { code, values });
  if (!read.ok) throw new Refusal('malformed', 'Some fields cannot be used.', { fields: read.fields });
  if (isTrial(found)) {
    if (!(await takeTrial(db.pool, { id, code, values: read.called.values, now: clock.now() }))) throw new CallbackOver('taken', languageOf(found));
    return found;
  }
  const { lane, bot, session, wait } = found;
  for (const { name, type } of found.contract.outputs) {
    if (await namesForeignFile(db.pool, { type, value: read.called.values[name] }, { bot, lane })) throw new Refusal('malformed', 'Some fields cannot be used.', { fields: [{ path: `values.${name}`, message: foreignFile }] });
  }
  // Stored before it is noted: a process that ends in between has told the conversation, and the key keeps a repeat out.
  const { duplicate } = await turns.control({ lane, bot, key: `callback:${id}`, event: { type: 'callback', session, wait, called: read.called } });
  await settleCallback(db.pool, { id, outcome: 'taken', code, now: clock.now() });
  if (duplicate) throw new CallbackOver('taken', languageOf(found));
  return found;
}

/** The language of who is asked; an author who tries it out reads any. */
export function languageOf(found: Awaited): string | null {
  return isTrial(found) ? null : found.language;
}

function isTrial(found: Awaited): found is FoundTrial {
  return 'madeBy' in found;
}

function endOf({ calledAt, leftAt }: FoundTrial): Over | undefined {
  return calledAt ? 'taken' : leftAt ? 'late' : undefined;
}

async function noteLate({ db, clock }: CallbackContext, turns: Pick<Turns, 'control'>, { id, code }: { id: string; code: string }): Promise<void> {
  const found = await findCallback(db.pool, id);
  if (!found || found.outcome !== null) return;
  const { lane, bot, session, wait } = found;
  const late = await isWaitOver(db.lanes, found);
  if (late) await turns.control({ lane, bot, key: `callback:${id}`, event: { type: 'callback', session, wait, called: { outcome: code, values: {} } } });
  await settleCallback(db.pool, { id, outcome: late ? 'late' : 'expired', code: code.slice(0, 100), now: clock.now() });
}
