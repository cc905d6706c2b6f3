import type { RealPostgres } from '@parley/db/realPostgres';
import { seededRandom } from '@parley/shared/lib/id';
import pg from 'pg';
import { signIn } from '../api.ts';
import type { Api } from '../api.ts';
import { makeBot, publishBot, restChannel } from '../bots.ts';
import { startCallbackReceiver } from '../fakes/callbackReceiver.ts';
import type { CallbackReceiver } from '../fakes/callbackReceiver.ts';
import { answersIn } from './answersIn.ts';
import { talk } from './contacts.ts';
import { startFleet } from './fleet.ts';
import type { Fleet } from './fleet.ts';
import { chaosFlow, effectlessFlow } from './flow.ts';
import { judge } from './judge.ts';
import type { Verdict } from './judge.ts';

/** What a storm is made of. */
export interface StormOptions {
  postgres: RealPostgres;
  databaseUrl: string;
  /** The runtime with the effect registered (runtime/test/effectServer.ts). */
  program: string;
  /** The database the effect writes into; the one under fire does not know of it. */
  effectsUrl: string;
  seconds: number;
  contacts: number;
  seed: number;
  /** Every this many seconds the database is crashed and started again. */
  databaseRestartEvery: number;
  /** The lease is 10 s: a frozen process must lose it. */
  freezeMs: number;
  /** Nothing is killed any more, and it is waited until all is drained: mostly for leases to end, so that there is room beside it. */
  onCalm?(): void;
}

/** How a storm went. */
export interface StormReport {
  verdict: Verdict;
  kills: number;
  freezes: number;
  databaseRestarts: number;
  repeats: number;
  bursts: number;
  failedPosts: number;
  unknown: number;
  undrained: number;
  effects: EffectCount & { expected: number };
  refused: string[];
  /** Rows the runtime gave up, by why. */
  givenUp: string[];
}

const pause = (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms); });

/** Lanes with something left to do, deliveries included; rows not answered and messages not delivered; and outbox rows whose outcome nobody knows. */
async function leftovers(databaseUrl: string): Promise<{ undrained: number; open: number; unknown: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows: [row] } = await client.query<{ undrained: string; open: string; unknown: string }>(`select
    (select count(*) from lanes.lanes where open_from is not null or deliver_at is not null or owner is not null) as undrained,
    (select count(*) from lanes.inbox i join lanes.lanes l using (lane) where l.open_from is not null and i.seq >= l.open_from and i.done_at is null) + (select count(*) from lanes.outbox where outcome is null) as open,
    (select count(*) from lanes.outbox where outcome = 'unknown') + (select count(*) from lanes.journal where result is null) as unknown`);
  await client.end();
  return { undrained: Number(row?.undrained), open: Number(row?.open), unknown: Number(row?.unknown) };
}

/** Waits until everything acknowledged has drained by itself, for as long as it gets less: how fast is a matter of the machine. */
async function drained(databaseUrl: string): Promise<{ undrained: number; unknown: number }> {
  const still = 60_000;
  let [left, least, since] = [await leftovers(databaseUrl), Infinity, Date.now()];
  while (left.undrained > 0 && Date.now() - since < still) {
    if (left.open < least) [least, since] = [left.open, Date.now()];
    await pause(500);
    left = await leftovers(databaseUrl);
  }
  return left;
}

/** Why rows were set aside: a storm sets none aside, so one that does must say what came over it. */
async function rowsGivenUp(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ lane: string; seq: string; attempts: number; error: string }>(`select lane, seq, attempts, error from lanes.turns where status = 'setAside' order by created_at`);
  await client.end();
  return rows.map(({ lane, seq, attempts, error }) => `set aside: ${lane}.${seq} after ${attempts} attempts: ${error}`);
}

/** What the effect's own database says: one row per message and no message twice, however often it was asked. */
export interface EffectCount {
  messages: number;
  /** Messages whose effect happened under two keys. */
  repeated: number;
  /** Performed again after a crash with the same key, which the other side took once. */
  askedAgain: number;
}

async function countEffects(effectsUrl: string): Promise<EffectCount> {
  const client = new pg.Client({ connectionString: effectsUrl });
  await client.connect();
  const { rows: [row] } = await client.query<{ messages: string; repeated: string; again: string }>(`select
    (select count(distinct said) from effects) as messages, (select count(*) - count(distinct said) from effects) as repeated, (select coalesce(sum(asked - 1), 0) from effects) as again`);
  await client.end();
  return { messages: Number(row?.messages), repeated: Number(row?.repeated), askedAgain: Number(row?.again) };
}

/** What each process runs: one everything, the others a part, so that who takes a message is seldom who answers it. */
const split = ['web,turns,deliveries,jobs', 'web', 'turns,deliveries'] as const;

/** Whether a contact talks to the bot without effects: one in three. */
const isEffectless = (contact: number): boolean => contact % 3 === 2;

/** A bot for the storm; where its messages are posted, without the process. */
async function openDoor(api: Api, receiver: CallbackReceiver, { name, flow }: { name: string; flow: Record<string, unknown> }): Promise<string> {
  const bot = await makeBot(api, name, flow);
  await publishBot(api, bot);
  const channel = await restChannel(api, bot, receiver.url);
  if (channel.callbackSecret) receiver.trust(channel.callbackSecret);
  return new URL(channel.address).pathname;
}

/** Three processes on one PostgreSQL, killed, frozen, their database crashed, under repeated and reordered webhooks. */
export async function storm(options: StormOptions): Promise<StormReport> {
  const effects = new pg.Client({ connectionString: options.effectsUrl });
  await effects.connect();
  await effects.query('create table effects (key text primary key, said jsonb not null, asked integer not null default 1)');
  await effects.end();
  // One for each bot, whose secret it knows.
  const moods = { takesButFails: (count: number) => count % 97 === 0, lateBy: (count: number) => (count % 53 === 0 ? 200 : 0) };
  const receivers = { storm: await startCallbackReceiver(moods), breeze: await startCallbackReceiver(moods) };
  const fleet = await startFleet({ program: [options.program, options.effectsUrl], services: split, env: { DATABASE_URL: options.databaseUrl, PARLEY_SECRET: 'a secret for the fault tests only, 32+', PARLEY_PRIVATE_HOSTS: '127.0.0.1' } });
  try {
    return await under(fleet, receivers, options);
  } finally {
    await fleet.stop();
    await Promise.all([receivers.storm.stop(), receivers.breeze.stop()]);
  }
}

async function under(fleet: Fleet, { storm: stormy, breeze }: Record<'storm' | 'breeze', CallbackReceiver>, options: StormOptions): Promise<StormReport> {
  const random = seededRandom(options.seed);
  const api = await signIn(fleet.members[0]?.url ?? '');
  const [path, effectless] = [await openDoor(api, stormy, { name: 'Storm', flow: chaosFlow() }), await openDoor(api, breeze, { name: 'Breeze', flow: effectlessFlow() })];
  const webs = fleet.members.filter(({ services }) => services.includes('web'));

  const until = Date.now() + options.seconds * 1_000;
  const report = { kills: 0, freezes: 0, databaseRestarts: 0 };
  const talking = talk({ addresses: (contact) => webs.map(({ url }) => url + (isEffectless(contact) ? effectless : path)), answers: answersIn([stormy, breeze]), count: options.contacts, until: () => Date.now() > until, random: seededRandom(options.seed + 1) });

  const killing = (async () => {
    while (Date.now() < until) {
      await pause(1_000 + random() * 1_000);
      const index = Math.floor(random() * fleet.members.length);
      // Killed before they have come up, as a slow machine would have it, no process ever works, and nothing is left that could go wrong.
      if (!fleet.members[index]?.up || fleet.members[index].frozen) continue;
      report.kills += 1;
      await fleet.kill(index);
    }
  })();
  const freezing = (async () => {
    // One at a time, and the first early, so that even a short storm sees a lease run out.
    await pause(1_500);
    while (Date.now() + options.freezeMs < until) {
      report.freezes += 1;
      await fleet.freeze(Math.floor(random() * fleet.members.length), options.freezeMs);
      await pause(3_000);
    }
  })();
  const restarting = (async () => {
    while (Date.now() + options.databaseRestartEvery * 1_000 < until) {
      await pause(options.databaseRestartEvery * 1_000);
      report.databaseRestarts += 1;
      await options.postgres.restart();
    }
  })();

  const posted = await talking;
  await Promise.all([killing, freezing, restarting]);
  options.onCalm?.();
  await Promise.all(fleet.members.map((_, index) => fleet.ready(index)));

  const left = await drained(options.databaseUrl);
  const givenUp = await rowsGivenUp(options.databaseUrl);
  const withEffects = posted.contacts.filter((_, contact) => !isEffectless(contact)).reduce((sum, { acknowledged }) => sum + Math.max(0, acknowledged.length - 1), 0);
  // Deliveries are over when the lanes are drained.
  return {
    ...report, ...left, effects: { ...(await countEffects(options.effectsUrl)), expected: withEffects }, verdict: judge(posted.contacts, [...stormy.received, ...breeze.received]),
    repeats: posted.repeats, bursts: posted.bursts, failedPosts: posted.failures, refused: [...stormy.refused, ...breeze.refused], givenUp,
  };
}
