import { ingest } from '@parley/db/lanes';
import { dueDeliveries, dueLanes } from '@parley/db/laneSweeps';
import { findChannel } from '@parley/db/queries/channelForDoor';
import { performers } from '../actions/index.ts';
import type { Performers } from '../actions/index.ts';
import { createCallbacks } from '../callbacks/createCallbacks.ts';
import type { Intake, TurnDone } from '../channels/channel.ts';
import { channels } from '../channels/index.ts';
import type { Channels } from '../channels/index.ts';
import type { Context } from '../lib/context.ts';
import { mediaUrl } from '../lib/media/mediaLinks.ts';
import { briefly } from '../lib/briefly.ts';
import { fetchMedia } from '../lib/media/fetchMedia.ts';
import { createModels } from '../models/createModels.ts';
import { createRequests } from '../requests/createRequests.ts';
import { createBus } from './bus.ts';
import { deliverLane } from './deliverLane.ts';
import type { InboxEvent } from './inboxEvent.ts';
import { createHandOver } from './handOver.ts';
import { createIntake } from './intake.ts';
import { createLanesAtWork } from './lanesAtWork.ts';
import { createTurnMetrics } from './metrics.ts';
import { createNeighbours } from './neighbours.ts';
import { createReleases } from './releases.ts';
import { turnTimes } from './turnContext.ts';
import type { TurnContext, TurnTimes } from './turnContext.ts';

/** Lanes taken by one sweep; the rest is due again a second later. */
const sweepLimit = 200;
/** Turns at once in this process; beyond it events are stored and run by whoever has room. */
const mostTurns = 1_000;
/** Turns in flight when the process stops have this long. */
const stopMs = 15_000;

/** The turns of one process: the door's intake, the control of lanes, and the loops that find due work. */
export interface Turns extends Intake {
  /** Puts a control event into a lane (stop, reset, move, callback). Repeats of `key` are one; `duplicate` = it was there before. */
  control(event: { lane: string; bot: string; key: string | null; event: InboxEvent }): Promise<{ duplicate: boolean }>;
  /** Hears of every turn committed in any process; the answer stops it. */
  onTurn(listener: (turn: TurnDone) => void): () => void;
  /** Begins to sweep for due lanes and deliveries, and to tell other processes. */
  start(): Promise<void>;
  /** Finishes the turns under way, takes no new ones and gives its lanes back. */
  stop(): Promise<void>;
  /** Runs everything that is due by the product's clock, until nothing is; for tests and simulated time. */
  runUntilIdle(): Promise<void>;
}

/** What tests change. */
export interface TurnOptions {
  times?: Partial<TurnTimes>;
  performers?: Partial<Performers>;
  channels?: Channels;
}

/** Builds the turns of one process. Nothing runs by itself before `start`. */
export function createTurns(context: Context, options: TurnOptions = {}): Turns {
  const { clock, db, env, log } = context;
  const owner = context.processId;
  const runsTurns = env.services.includes('turns');
  const runsDeliveries = env.services.includes('deliveries');
  const times = { ...turnTimes, ...options.times };
  let stopping = false;
  let sweeping: NodeJS.Timeout | undefined;
  const delivering = new Map<string, Promise<void>>();

  const neighbours = createNeighbours(context, owner, {
    done: (turn) => {
      bus.done(turn);
      deliverSoon(turn.lane);
    },
    work: (lane) => void (runsTurns && lanes.take(lane).catch(noted('a lane could not be taken'))),
    frame: (lane, frame) => bus.frame(lane, frame),
    cut: (lane, turn) => lanes.cut(lane, turn),
    missed: () => void sweep().catch(noted('a sweep failed')),
  });
  const bus = createBus(neighbours.frame);
  const underWay: TurnContext['underWay'] = new Map();
  const turns: TurnContext = {
    clock, db, keys: context.keys, log, publicFetch: context.publicFetch, sandbox: context.sandbox, owner, times, bus, metrics: createTurnMetrics(context.metrics, () => lanes.size()), performers: { ...performers, ...options.performers },
    channels: { ...channels, ...options.channels },
    requests: createRequests(context),
    callbacks: createCallbacks(context),
    models: createModels(context),
    fetchMedia: (file, conversation, signal) => fetchMedia(context, file, conversation, signal),
    fileUrl: (id) => mediaUrl(context, { id, now: clock.now() }),
    release: createReleases(db.pool),
    channel: briefly((id: string) => findChannel(db.pool, id)),
    takesWork: () => !stopping,
    underWay,
    handOver: createHandOver({ clock, db, owner, times, takesWork: () => !stopping, underWay }, (lane, taken) => lanes.run(lane, taken)),
  };
  const lanes = createLanesAtWork(turns, (turn, delivered) => {
    bus.done(turn);
    neighbours.done(turn);
    if (delivered.sends) deliverSoon(turn.lane);
  });
  const noted = (what: string) => (error: unknown) => log.warn({ err: error }, what);

  /** Sends what a lane has to send, here; one sender per lane at a time, and once more when asked meanwhile. */
  const deliverSoon = (lane: string): void => {
    if (!runsDeliveries || stopping) return;
    const before = delivering.get(lane) ?? Promise.resolve();
    const sending = before
      .then(() => deliverLane(turns, lane, (other) => (runsTurns ? void lanes.take(other).catch(noted('a lane could not be taken')) : neighbours.work(other))))
      .catch(noted('deliveries of a lane failed'))
      .finally(() => {
        if (delivering.get(lane) === sending) delivering.delete(lane);
      });
    delivering.set(lane, sending);
  };

  const sweep = async (): Promise<number> => {
    const now = clock.now();
    const due = runsTurns ? await dueLanes(db.lanes, { now, limit: sweepLimit }) : [];
    const room = due.slice(0, Math.max(0, mostTurns - lanes.size()));
    const taken = await Promise.all(room.map((lane) => lanes.take(lane)));
    const toSend = runsDeliveries ? await dueDeliveries(db.lanes, { now, limit: sweepLimit }) : [];
    for (const lane of toSend) if (!delivering.has(lane)) deliverSoon(lane);
    return taken.filter(Boolean).length + toSend.length;
  };
  const sweepOn = (): void => {
    // Jittered, so that processes do not look at the same moment.
    sweeping = setTimeout(() => {
      sweep().catch(noted('a sweep failed')).finally(() => {
        if (!stopping) sweepOn();
      });
    }, times.sweepMs * (0.8 + Math.random() * 0.4));
  };
  const settled = async (): Promise<void> => {
    await lanes.idle();
    await Promise.all(delivering.values());
  };

  return {
    ...createIntake({ turns, lanes, mayRun: () => runsTurns && lanes.size() < mostTurns, onStored: (lane) => neighbours.work(lane) }),
    async control({ lane, bot, key, event }) {
      const askedAt = performance.now();
      const { work, duplicate } = await ingest(db.lanePipe, { lane, bot, channel: null, kind: 'control', key, payload: event, now: clock.now(), owner: runsTurns && !stopping ? owner : null, leaseMs: times.leaseMs, limit: null });
      if (work) lanes.run(lane, { work, askedAt });
      else if (lanes.holds(lane)) lanes.attend(lane, event.type === 'stop' || event.type === 'reset' ? 'stop' : 'message');
      else if (!duplicate) neighbours.work(lane);
      return { duplicate };
    },
    cut({ lane, turn }) {
      if (lanes.holds(lane)) lanes.cut(lane, turn);
      else neighbours.cut(lane, turn);
    },
    onTurn: bus.onDone,
    async start() {
      await neighbours.start();
      if (runsTurns || runsDeliveries) sweepOn();
    },
    async stop() {
      stopping = true;
      clearTimeout(sweeping);
      const late = new Promise<void>((resolve) => setTimeout(resolve, stopMs).unref());
      await Promise.race([settled(), late]);
      lanes.close();
      await neighbours.stop();
    },
    async runUntilIdle() {
      for (;;) {
        await settled();
        if ((await sweep()) === 0) {
          await settled();
          if (lanes.size() === 0 && delivering.size === 0 && (await sweep()) === 0) return;
        }
      }
    },
  };
}
