import { commitTurn } from '@parley/db/lanes';
import type { CommitArgs } from '@parley/db/lanes';
import type { Work } from '@parley/db/laneRows';
import type { Json } from '@parley/shared/lib/json';
import type { Action, ActionResult } from '@parley/shared/machine/action';
import { performerOf } from '../actions/index.ts';
import { classOf, EffectError } from '../actions/perform.ts';
import type { EffectClass, EffectTools } from '../actions/perform.ts';
import type { Delivered } from './deliver.ts';
import { seedOf } from './facts.ts';
import { historyOf } from './history.ts';
import type { Hold } from './hold.ts';
import { mustHold } from './hold.ts';
import type { InboxEvent } from './inboxEvent.ts';
import { createNotes } from './notes.ts';
import type { TurnContext } from './turnContext.ts';

type PerformEvent = Extract<InboxEvent, { type: 'perform' }>;

/** An effect too long for a turn, on a lane of its own: the same lease, attempts and journal as a turn's, and no deadline. */
export async function runDeferred(context: TurnContext, { hold, work, event }: { hold: Hold; work: Work; event: PerformEvent }): Promise<Delivered> {
  const started = performance.now();
  const result = await resultOf(context, { hold, work, event });
  const ms = Math.round(performance.now() - started);
  const now = context.clock.now();
  const askedAt = performance.now();
  const committed = await commitTurn(context.db.lanePipe, {
    lane: hold.lane, fence: hold.fence, seq: hold.seq, now, session: null,
    turn: { kind: work.kind, event: 'perform', attempts: work.attempts, receivedAt: work.receivedAt, release: null },
    trace: { ms, stages: [], steps: [], effects: [{ type: event.action.type, outcome: result.ok ? 'done' : result.outcome, ms, error: result.ok ? null : result.error }] },
    messages: [], timer: null, accepts: null, error: null, owner: context.takesWork() ? context.owner : null, leaseMs: context.times.leaseMs,
    outbox: [replyOf(event, work.bot, result)],
  });
  return { committed, committedAt: now, askedAt, messages: [], sessionNo: 0, at: undefined, sends: true, outcome: 'done', stages: [] };
}

/** The row that takes a deferred effect's result to the lane that waits for it. */
export function replyOf({ replyTo, key }: PerformEvent, bot: string, result: ActionResult): CommitArgs['outbox'][number] {
  const { lane, session, wait } = replyTo;
  return { kind: 'event', payload: { lane, bot, key: `result:${key}`, payload: { type: 'result', session, wait, result } } };
}

/** Shows the answer where it is waited for; a new round clears what the one before showed. */
function streamTo({ bus }: TurnContext, { hold, work, event }: { hold: Hold; work: Work; event: PerformEvent }): EffectTools['stream'] {
  let round = 0;
  const writer = (): ((text: string) => void) => bus.streamOf(event.replyTo.lane, { turn: `${hold.lane}.${hold.seq}`, action: 0, attempt: work.attempts + round / 100 });
  let write = writer();
  return (text, anew = false) => {
    if (anew) {
      round += 1;
      write = writer();
    }
    write(text);
  };
}

async function resultOf(context: TurnContext, { hold, work, event }: { hold: Hold; work: Work; event: PerformEvent }): Promise<ActionResult> {
  // Written by `perform` from an action of the engine.
  const action = event.action as unknown as Action;
  const performer = performerOf(context.performers, action);
  const effect = classOf(performer, action);
  const notes = createNotes(context, hold, work.journal);
  const before = await notes.recall(0, action.type);
  if (before) return before;
  mustHold(hold);
  const later = context.underWay.get(event.key);
  if (event.begun && !later && effect === 'unsafe') return { ok: false, outcome: 'unknown', error: 'The process stopped while this was under way.' };
  if (effect === 'unsafe') await notes.write(0, action.type, undefined);
  const result = later ? await later.finally(() => context.underWay.delete(event.key)) : await performHere(context, { hold, work, event }, action, effect);
  mustHold(hold);
  if (effect === 'unsafe') await notes.write(0, action.type, result);
  return result;
}

async function performHere(context: TurnContext, { hold, work, event }: { hold: Hold; work: Work; event: PerformEvent }, action: Action, effect: EffectClass): Promise<ActionResult> {
  const controller = new AbortController();
  hold.onAttention = (wanted) => {
    if (wanted === 'stop') controller.abort();
  };
  try {
    const value = await performerOf(context.performers, action).perform(action, {
      pool: context.db.pool, sandbox: context.sandbox, requests: context.requests, callbacks: context.callbacks, models: context.models, fetchMedia: context.fetchMedia, bot: work.bot, contact: event.contact, language: event.language ?? null, lane: event.replyTo.lane, session: event.replyTo.session, key: event.key, now: work.receivedAt, seed: seedOf(event.key), signal: controller.signal,
      history: (most) => historyOf(context, event.replyTo, most), stream: streamTo(context, { hold, work, event }),
      say: () => undefined, startTimer: () => undefined, openDialog: () => undefined,
    });
    return { ok: true, value: (value ?? null) as Json };
  } catch (error) {
    if (!(error instanceof EffectError) && effect !== 'unsafe') throw error;
    return { ok: false, outcome: error instanceof EffectError ? 'failed' : 'unknown', error: error instanceof Error ? error.message : String(error) };
  }
}
