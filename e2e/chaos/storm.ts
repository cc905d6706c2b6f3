import type { RealPostgres } from '@parley/db/realPostgres';
import { seededRandom } from '@parley/shared/lib/id';
import pg from 'pg';
import { signIn } from '../api.ts';
import { makeBot, publishBot, restChannel } from '../bots.ts';
import { startCallbackReceiver } from '../fakes/callbackReceiver.ts';
import { talk } from './contacts.ts';
import { startFleet } from './fleet.ts';
import { chaosFlow } from './flow.ts';
import { judge } from './judge.ts';
import type { Verdict } from './judge.ts';

/** What a storm is made of. */
export interface StormOptions {
  postgres: RealPostgres;
  databaseUrl: string;
  program: string;
  seconds: number;
  contacts: number;
  seed: number;
  /** Every this many seconds the database is crashed and started again. */
  databaseRestartEvery: number;
  /** The lease is 10 s: a frozen process must lose it. */
  freezeMs: number;
}

/** How a storm went. */
export interface StormReport {
  verdict: Verdict;
  kills: number;
  freezes: number;
  databaseRestarts: number;
  repeats: number;
  failedPosts: number;
  unknown: number;
  undrained: number;
  refused: string[];
}

const pause = (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms); });

/** Lanes with something left to do, deliveries included; and outbox rows whose outcome nobody knows. */
async function leftovers(databaseUrl: string): Promise<{ undrained: number; unknown: number }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows: [row] } = await client.query<{ undrained: string; unknown: string }>(`select
    (select count(*) from lanes.lanes where open_from is not null or deliver_at is not null or owner is not null) as undrained,
    (select count(*) from lanes.outbox where outcome = 'unknown') + (select count(*) from lanes.journal where result is null) as unknown`);
  await client.end();
  return { undrained: Number(row?.undrained), unknown: Number(row?.unknown) };
}

/** Three processes on one PostgreSQL, killed, frozen, their database crashed, under repeated and reordered webhooks. */
export async function storm(options: StormOptions): Promise<StormReport> {
  const random = seededRandom(options.seed);
  const receiver = await startCallbackReceiver({ takesButFails: (count) => count % 97 === 0, lateBy: (count) => (count % 53 === 0 ? 200 : 0) });
  const fleet = await startFleet({ program: options.program, count: 3, env: { DATABASE_URL: options.databaseUrl, PARLEY_SECRET: 'a secret for the fault tests only, 32+' } });
  const api = await signIn(fleet.members[0]?.url ?? '');
  const bot = await makeBot(api, 'Storm', chaosFlow());
  await publishBot(api, bot);
  const channel = await restChannel(api, bot, receiver.url);
  if (channel.callbackSecret) receiver.trust(channel.callbackSecret);
  const path = new URL(channel.address).pathname;

  const until = Date.now() + options.seconds * 1_000;
  const report = { kills: 0, freezes: 0, databaseRestarts: 0 };
  const talking = talk({ addresses: () => fleet.members.map(({ url }) => url + path), count: options.contacts, until: () => Date.now() > until, random: seededRandom(options.seed + 1) });

  const killing = (async () => {
    while (Date.now() < until) {
      await pause(1_000 + random() * 1_000);
      const index = Math.floor(random() * fleet.members.length);
      if (fleet.members[index]?.frozen) continue;
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
  await Promise.all(fleet.members.map((_, index) => fleet.ready(index)));

  // Everything acknowledged must drain by itself: leases run out within 10 s, retries of deliveries take a few more.
  const patience = Date.now() + 90_000;
  let left = await leftovers(options.databaseUrl);
  while (left.undrained > 0 && Date.now() < patience) {
    await pause(500);
    left = await leftovers(options.databaseUrl);
  }
  await fleet.stop();
  await receiver.stop();
  return { ...report, ...left, verdict: judge(posted.contacts, receiver.received), repeats: posted.repeats, failedPosts: posted.failures, refused: receiver.refused };
}
