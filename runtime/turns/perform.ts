import type { JournalEntry } from '@parley/db/laneRows';
import type { Json } from '@parley/shared/lib/json';
import type { Action, ActionResult } from '@parley/shared/machine/action';
import { performerOf } from '../actions/index.ts';
import { classOf, EffectError } from '../actions/perform.ts';
import type { EffectTools } from '../actions/perform.ts';
import { openDialog } from './openDialog.ts';
import { callWithin } from './callWithin.ts';
import { seedOf } from './facts.ts';
import { mustHold } from './hold.ts';
import { historyIn } from './history.ts';
import type { Hold } from './hold.ts';
import { createNotes } from './notes.ts';
import type { Notes } from './notes.ts';
import type { LoadedRelease } from './releases.ts';
import type { TurnContext } from './turnContext.ts';
import type { TurnRun } from './turnRun.ts';

/** Performs the effects of one turn. */
export interface Performing {
  /** Performs an effect; undefined when it gives no result now (it only noted something, or was deferred). */
  perform(run: TurnRun, action: Action, meanwhile: 'hold' | 'oneMoment' | 'interrupt'): Promise<ActionResult | undefined>;
  release(id: string): Promise<LoadedRelease>;
}

/** For what is over at once: nobody can call it off. Made once, for each one keeps the trace of where it was made. */
const never = new AbortController().signal;

/** Effects of a turn, journaled so that an attempt after a crash continues instead of calling again. */
export function createPerforming(context: TurnContext, { hold, journal, attempt }: { hold: Hold; journal: readonly JournalEntry[]; attempt: number }): Performing {
  // Most turns only say something: they need tools once, and a journal never.
  let noting: EffectTools | undefined;
  let notes: Notes | undefined;
  let ordinal = -1;

  return {
    release: context.release,
    async perform(run, action, meanwhile) {
      const performer = performerOf(context.performers, action);
      const effect = classOf(performer, action);
      if (effect === 'turn') {
        noting ??= toolsOf(context, { run, hold, ordinal: 0, attempt, signal: never });
        await performer.perform(action, noting);
        return undefined;
      }
      ordinal += 1;
      const at = ordinal;
      const told = (result?: Json) => performer.tells && { tells: performer.tells(action, result) };
      notes ??= createNotes(context, hold, journal);
      const done = (result: ActionResult, ms: number, journaled: boolean): ActionResult => {
        run.effects.push({ type: action.type, outcome: result.ok ? 'done' : result.outcome, ms, error: result.ok ? null : result.error, ...told(result.ok ? result.value : undefined), ...(journaled && { journal: true }) });
        return result;
      };
      const before = await notes.recall(at, action.type);
      if (before) return done(before, 0, true);
      mustHold(hold);
      const deferred = (begun?: true) => 'wait' in action && { type: 'perform' as const, action: { ...action }, key: keyOf(hold, at), contact: run.turn.contact, language: run.facts.language, ...(begun && { begun }), replyTo: { lane: hold.lane, session: run.turn.work.sessionNo + (run.restart ? 1 : 0), wait: action.wait } };
      const long = performer.long?.(action) && deferred();
      if (long) {
        run.effects.push({ type: action.type, outcome: 'deferred', ms: 0, error: null, ...told() });
        run.deferred.push(long);
        return undefined;
      }
      if (effect === 'keyed' || effect === 'unsafe') await notes.flush();
      if (effect === 'unsafe') await notes.write(at, action.type, undefined);
      // Its key names the row: were the row lost, another one could get the same.
      if (effect === 'keyed') await notes.secure();
      const started = performance.now();
      const called = await callWithin({ hold, meanwhile, turnMs: context.times.turnMs, patienceMs: context.times.patienceMs, unsafe: effect === 'unsafe' }, (signal) =>
        settle(() => performer.perform(action, toolsOf(context, { run, hold, ordinal: at, attempt, signal })), effect === 'unsafe'));
      const handed = 'later' in called && deferred(true);
      if (handed && 'later' in called && await context.handOver(handed, run.turn.work.bot, called.later)) {
        run.effects.push({ type: action.type, outcome: 'deferred', ms: msSince(started), error: null, ...told() });
        return undefined;
      }
      const result = 'later' in called ? await called.later : called;
      const ms = msSince(started);
      if (effect === 'unsafe') await notes.write(at, action.type, result);
      else if (effect !== 'pure') notes.keep(at, action.type, result);
      return done(result, ms, false);
    },
  };
}

/** Calls a performer; what it throws is a result as well. An unsafe one that broke off may have happened. */
async function settle(perform: () => Promise<Json | void> | void, unsafe: boolean): Promise<ActionResult> {
  try {
    return { ok: true, value: (await perform()) ?? null };
  } catch (error) {
    if (error instanceof EffectError) return { ok: false, outcome: 'failed', error: error.message };
    if (unsafe) return { ok: false, outcome: 'unknown', error: error instanceof Error ? error.message : String(error) };
    throw error;
  }
}

const msSince = (started: number): number => Math.round((performance.now() - started) * 100) / 100;

const keyOf = (hold: Hold, ordinal: number): string => `${hold.lane}.${hold.seq}.${ordinal}`;

/** What a performer of this turn may use. */
function toolsOf(context: TurnContext, { run, hold, ordinal, attempt, signal }: { run: TurnRun; hold: Hold; ordinal: number; attempt: number; signal: AbortSignal }): EffectTools {
  let write: ((text: string) => void) | undefined;
  let round = 0;
  const session = run.turn.work.sessionNo + (run.restart ? 1 : 0);
  const key = keyOf(hold, ordinal);
  return {
    pool: context.db.pool, sandbox: context.sandbox, requests: context.requests, callbacks: context.callbacks, models: context.models, fetchMedia: context.fetchMedia, bot: run.turn.work.bot, contact: run.turn.contact, language: run.facts.language, lane: hold.lane, session, key, now: run.turn.work.receivedAt, seed: seedOf(key), signal,
    history: (most) => historyIn(context, run, { lane: hold.lane, session }, most),
    stream(text, anew = false) {
      hold.streams = true;
      if (anew) {
        round += 1;
        write = undefined;
      }
      // Rounds are attempts within an attempt of the turn: a newer one clears what was shown.
      write ??= context.bus.streamOf(hold.lane, { turn: `${hold.lane}.${hold.seq}`, action: ordinal, attempt: attempt + round / 100 });
      write(text);
    },
    say: (message) => run.said.push({ message }),
    startTimer: (wait, dueAt) => {
      run.host.session.timer = { wait, dueAt };
    },
    openDialog: (name, wait) => openDialog(run, { name, wait }),
  };
}

