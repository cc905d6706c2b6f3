import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { freePort, root } from '../stack.ts';
import { cpuByPart } from './cpuByPart.ts';
import { load } from './load.ts';
import type { LoadResult } from './load.ts';
import { countRows, createDatabase, startParley } from './parley.ts';
import { runPgbench } from './pgbench.ts';
import type { TurnSql } from './pgbench.ts';
import { median, printTable } from './print.ts';
import { startProgram, usageOf } from './process.ts';

interface Sample extends LoadResult {
  /** CPU of the server's process per turn, milliseconds. */
  cpuMs: number;
}

async function sampled(pid: number, run: () => Promise<LoadResult>): Promise<Sample> {
  const before = usageOf(pid).cpuMs;
  const result = await run();
  if (result.wrong.length > 0) throw new Error(`Wrong answers:\n${result.wrong.slice(0, 5).join('\n')}`);
  return { ...result, cpuMs: (usageOf(pid).cpuMs - before) / result.turns };
}

const columns = ['', 'turns/s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms/turn', 'aim'];
const middle = (samples: Sample[], key: 'perSecond' | 'p50' | 'p95' | 'p99' | 'cpuMs') => median(samples.map((sample) => sample[key]));
const row = (name: string, samples: Sample[]) => [name, ...(['perSecond', 'p50', 'p95', 'p99', 'cpuMs'] as const).map((key) => middle(samples, key))];

/** A database of its own for pgbench, with the menu bot live: what it leaves to be vacuumed must not weigh on the server measured beside it. */
async function prepareTurnSql(url: string, secret: string): Promise<{ url: string; sql: TurnSql }> {
  const server = await startParley({ DATABASE_URL: url, PARLEY_SECRET: secret });
  await server.stop();
  return { url, sql: server.sql };
}

/** Wall time by stage of a turn, as the runtime counts it itself. */
async function printStages(url: string): Promise<void> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const sums = new Map([...text.matchAll(/^parley_turn_stage_seconds_sum\{[^}]*stage="(\w+)"[^}]*\} ([\d.e+-]+)$/gm)].map(([, stage = '', sum]) => [stage, Number(sum)]));
  const counts = new Map([...text.matchAll(/^parley_turn_stage_seconds_count\{[^}]*stage="(\w+)"[^}]*\} (\d+)$/gm)].map(([, stage = '', count]) => [stage, Number(count)]));
  if (sums.size > 0) printTable('Time by stage of a turn, ms (waiting for the database included)', [['stage', 'ms/turn'], ...[...sums].map(([stage, sum]) => [stage, (sum * 1_000) / (counts.get(stage) ?? 1)])]);
}

/** Parley, the hand-written server and pgbench on one PostgreSQL, rounds interleaved, medians; then Parley on the embedded database. */
export async function throughput({ serverUrl, pgbench, rounds, seconds }: { serverUrl: string; pgbench: string | undefined; rounds: number; seconds: number }): Promise<void> {
  const parleyUrl = await createDatabase(serverUrl, 'bench_parley');
  const handUrl = await createDatabase(serverUrl, 'bench_hand');
  const client = new pg.Client({ connectionString: handUrl });
  await client.connect();
  await client.query(readFileSync(path.join(root, 'e2e/bench/handwritten/schema.sql'), 'utf8'));
  await client.end();

  const PARLEY_SECRET = 'a secret for the benchmark only, 32+';
  const turnSql = pgbench ? await prepareTurnSql(await createDatabase(serverUrl, 'bench_pgbench'), PARLEY_SECRET) : undefined;
  const parley = await startParley({ DATABASE_URL: parleyUrl, PARLEY_SECRET });
  const handPort = await freePort();
  const hand = await startProgram([path.join(root, '.cache/bench/handwritten.mjs')], { DATABASE_URL: handUrl, PORT: String(handPort) }, async () => (await fetch(`http://127.0.0.1:${handPort}/`)).status === 404);
  const handAddress = `http://127.0.0.1:${handPort}/messages`;

  // What is measured is the steady state: plans prepared, code compiled.
  await load({ address: parley.address, conversations: 16, seconds: 2 * seconds, prefix: 'warm' });
  await load({ address: handAddress, conversations: 16, seconds: 2 * seconds, prefix: 'warm' });

  for (const conversations of [1, 16, 64]) {
    const samples = { parley: [] as Sample[], hand: [] as Sample[], pgbench: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      const prefix = `${conversations}-${round}`;
      const both = [
        async () => samples.parley.push(await sampled(parley.pid, () => load({ address: parley.address, conversations, seconds, prefix }))),
        async () => samples.hand.push(await sampled(hand.pid, () => load({ address: handAddress, conversations, seconds, prefix }))),
      ];
      // What follows pgbench also pays for cleaning up after it: not always the same one.
      for (const sample of round % 2 === 0 ? both : both.toReversed()) await sample();
      if (pgbench && turnSql) samples.pgbench.push(await runPgbench({ program: pgbench, ...turnSql, clients: conversations, seconds }));
    }
    const perSecond = { parley: middle(samples.parley, 'perSecond'), hand: middle(samples.hand, 'perSecond'), pgbench: median(samples.pgbench) };
    printTable(`PostgreSQL, ${conversations} conversation${conversations === 1 ? '' : 's'} at once, medians of ${rounds}`, [
      columns, [...row('Parley', samples.parley), 'CPU <= 0.25'], row('hand-written', samples.hand), ...(pgbench ? [['pgbench, the turn’s SQL', perSecond.pgbench]] : []),
      ['Parley / hand-written', perSecond.parley / perSecond.hand, '', '', '', '', '>= 0.8'], ...(pgbench ? [['hand-written / pgbench', perSecond.hand / perSecond.pgbench, '', '', '', '', '>= 0.2'], ['Parley / pgbench', perSecond.parley / perSecond.pgbench]] : []),
    ]);
  }

  const before = await countRows(parleyUrl, 'lanes');
  const counted = await load({ address: parley.address, conversations: 16, seconds: 2, prefix: 'rows' });
  const rows = (await countRows(parleyUrl, 'lanes')) - before;
  const handBefore = await countRows(handUrl, 'hand');
  const handCounted = await load({ address: handAddress, conversations: 16, seconds: 2, prefix: 'rows' });
  const handRows = (await countRows(handUrl, 'hand')) - handBefore;
  await printStages(parley.url);
  printTable('Costs on PostgreSQL', [
    ['', 'Parley', 'hand-written', 'aim'],
    ['rows kept per turn', rows / counted.turns, handRows / handCounted.turns],
    ['memory after the run, MB', usageOf(parley.pid).rssMb, usageOf(hand.pid).rssMb, 'Parley <= 250'],
    ['cold start to ready, ms', parley.startMs, hand.startMs],
  ]);
  await parley.stop();
  await hand.stop();
  const cpu = await cpuByPart({ databaseUrl: parleyUrl, seconds, secret: PARLEY_SECRET });
  printTable('CPU by part of the runtime, ms a turn (a profile of its own, 16 conversations)', [['part', 'ms/turn'], ...cpu, ['all', cpu.reduce((sum, [, ms]) => sum + ms, 0)]]);
}
