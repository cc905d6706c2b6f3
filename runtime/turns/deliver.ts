import { commitTurn } from '@parley/db/lanes';
import type { CommitArgs, SessionChange } from '@parley/db/lanes';
import type { Committed } from '@parley/db/laneRows';
import { updateContact } from '@parley/db/queries/contacts';
import { isInterrupted, keepsMessages, restingAt } from '@parley/shared/engine/resting';
import type { Wait } from '@parley/shared/machine/machine';
import { laneId } from '../lib/laneId.ts';
import type { Expressed, Spoken } from './express.ts';
import type { Host } from './host.ts';
import type { Hold } from './hold.ts';
import type { Received } from './receive.ts';
import type { TurnTrace } from './trace.ts';
import type { TurnContext } from './turnContext.ts';
import type { TurnRun } from './turnRun.ts';

/** The turn as it was committed, with the lane's next work. */
export interface Delivered {
  committed: Committed;
  committedAt: Date;
  /** Monotonic time before the commit was sent: the next row's lease begins after it. */
  askedAt: number;
  messages: CommitArgs['messages'];
  sessionNo: number;
  /** Where the session rests; null = it is over; undefined = as before. */
  at: { flow: string; node: string } | null | undefined;
  sends: boolean;
  outcome: 'done' | 'failed' | 'setAside';
  /** Milliseconds by stage, the commit among them. */
  stages: TurnTrace['stages'];
}

/** Channel out: session, log, outgoing rows and timers in one commit; what has to be sent is sent by the deliveries. */
export async function deliver(context: TurnContext, hold: Hold, expressed: Expressed, trace: TurnTrace): Promise<Delivered> {
  const { turn, run, spoken, failure } = expressed;
  const { work } = turn;
  if (run && turn.contact !== null && (run.learned.language !== undefined || run.learned.consentedAt !== undefined)) {
    await updateContact(context.db.pool, { id: turn.contact, ...run.learned });
  }
  const rest = run ? restOf(run) : undefined;
  const session = run && rest ? sessionAfter(run, { rest, failed: failure !== undefined, now: context.clock.now() }) : null;
  const messages = [...incoming(turn), ...spoken.map((each) => ({ direction: 'out' as const, body: each }))];
  const outbox = [...deferredOf(run), ...sends(context, { turn, spoken, hold })];
  const now = context.clock.now();
  const askedAt = performance.now();
  const committed = await commitTurn(context.db.lanePipe, {
    lane: hold.lane, fence: hold.fence, seq: hold.seq, now, session,
    turn: {
      kind: work.kind, event: turn.event.type === 'message' ? turn.event.message.type : turn.event.type, attempts: work.attempts, receivedAt: work.receivedAt,
      release: run?.release.id ?? null, ...(failure !== undefined && { error: failure.slice(0, 1_000) }), ...(run?.keep && { keep: true }),
    },
    trace, messages, outbox, timer: session && rest?.timer ? rest.timer : null, accepts: rest?.accepts ?? null, error: null,
    owner: context.takesWork() ? context.owner : null, leaseMs: context.times.leaseMs,
  });
  return {
    committed, committedAt: now, askedAt, messages, sessionNo: work.sessionNo + (run?.restart ? 1 : 0), at: rest ? rest.at : undefined, sends: outbox.length > 0,
    outcome: failure === undefined ? 'done' : 'failed', stages: [...trace.stages, { stage: 'deliver', ms: performance.now() - askedAt }],
  };
}

interface Rest {
  over: boolean;
  wait: number | null;
  timer: Date | null;
  accepts: CommitArgs['accepts'];
  /** Whether the session may not end by the clock: something is under way that will wake it. */
  awake: boolean;
  at: { flow: string; node: string } | null;
}

function restOf({ snapshot, host, release, ended, keep }: TurnRun): Rest {
  const resting = snapshot ? restingAt(release.prepared, snapshot) : undefined;
  const over = ended !== undefined || (snapshot !== null && snapshot.frames.length === 0);
  if (over || !snapshot || !resting) return { over, wait: null, timer: null, accepts: 'yes', awake: false, at: null };
  const { wait } = resting;
  const timer = host.session.timer?.wait === snapshot.seq ? new Date(host.session.timer.dueAt) : null;
  const interrupted = isInterrupted(snapshot);
  const accepts = acceptedNow(wait, { told: keep, open: host.session.dialog !== undefined, interrupted, hasShortcuts: release.prepared.machine.shortcuts.length > 0 });
  return { over, wait: snapshot.seq, timer, accepts, awake: timer !== null || wait.for === 'result' || wait.for === 'callback' || interrupted, at: { flow: resting.flow, node: resting.state.node } };
}

interface Listening {
  /** This turn told somebody to wait. */
  told: boolean;
  /** A dialog is open. */
  open: boolean;
  /** A wait goes on under a shortcut. */
  interrupted: boolean;
  hasShortcuts: boolean;
}

/** Which messages are taken where the session rests: those that are kept stay so while the wait goes on that they came in. */
function acceptedNow(wait: Wait, { told, open, interrupted, hasShortcuts }: Listening): 'yes' | 'no' | 'once' {
  if (open || !('meanwhile' in wait)) return interrupted || (open && keepsMessages(wait)) ? 'once' : 'yes';
  switch (wait.meanwhile) {
    // Each is looked at once, for it may be a shortcut; an effect is not left for one.
    case 'hold': return hasShortcuts && wait.for !== 'result' ? 'once' : 'no';
    case 'interrupt': return interrupted ? 'once' : 'yes';
    // Whoever waits for an effect is told so once: it is over in seconds.
    case 'oneMoment': return wait.for === 'callback' && !interrupted ? 'yes' : wait.for === 'result' && told ? 'no' : 'once';
  }
}

/** What a session may have waited for longer than it lives without. */
const wakes: ReadonlySet<TurnRun['turn']['event']['type']> = new Set(['timer', 'result', 'callback']);

function sessionAfter(run: TurnRun, { rest, failed, now }: { rest: Rest; failed: boolean; now: Date }): SessionChange {
  const { snapshot, turn, release } = run;
  const spoke = turn.event.type === 'message';
  const lastAt = spoke ? turn.work.receivedAt : (turn.work.lastAt ?? turn.work.receivedAt);
  // After days of waiting for a moment or an answer the contact has their hours again, also with a message that was kept meanwhile.
  const from = spoke || wakes.has(turn.event.type) ? Math.max(now.getTime(), lastAt.getTime()) : lastAt.getTime();
  const ended = rest.over ? (run.ended ?? (failed ? 'failed' : 'final')) : undefined;
  return {
    snapshot, host: hostAfter(run, rest), wait: rest.wait, ...(spoke && { lastAt }), ended,
    expiresAt: rest.awake ? null : new Date(from + release.settings.sessionHours * 3_600_000),
    ...(run.moved !== undefined && { release: run.moved }), ...(run.restart && { restart: run.restart }), ...(turn.contact !== null && { contact: turn.contact }),
  };
}

/** What is known about the contact stays; what belongs to the session goes with it. */
function hostAfter({ host, snapshot }: TurnRun, rest: Rest): Host {
  const contact = { ...host.contact, seq: Math.max(host.contact.seq, snapshot?.seq ?? 0) };
  if (rest.over) return { contact, session: {} };
  const { timer, ...session } = host.session;
  return { contact, session: { ...session, ...(timer && timer.wait === snapshot?.seq && { timer }) } };
}

/** The contact's own message; an opened page says nothing, and one that was told to wait is in the log already. */
function incoming({ event, work }: Received): CommitArgs['messages'] {
  if (event.type !== 'message' || work.told || (event.message.type === 'start' && event.message.payload === undefined)) return [];
  return [{ direction: 'in', body: { id: event.id, message: event.message } }];
}

function sends({ channels }: TurnContext, { turn: { channel, host }, spoken, hold: { lane, seq } }: { turn: Received; spoken: readonly Spoken[]; hold: Hold }): CommitArgs['outbox'] {
  if (!channel || spoken.length === 0) return [];
  const said = channels[channel.type]?.encode({ turnId: `${lane}.${seq}`, identifier: host.contact.identifier, messages: [...spoken] }, channel);
  return said ? [{ kind: channel.type === 'rest' ? 'callbackOut' : 'delivery', payload: { channel: channel.id, said } }] : [];
}

/** Deferred effects run on lanes of their own: rows delivered there by `ingest`, like everything between lanes. */
function deferredOf(run: TurnRun | null): CommitArgs['outbox'] {
  return (run?.deferred ?? []).map((payload) => {
    const key = 'key' in payload ? String(payload.key) : '';
    return { kind: 'event', payload: { lane: laneId(run?.turn.work.bot ?? '', key), bot: run?.turn.work.bot, key, payload } };
  });
}
