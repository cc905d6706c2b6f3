import { findPostgres, startRealPostgres } from '@parley/db/realPostgres';
import path from 'node:path';
import { createDatabase } from '../bench/parley.ts';
import { root } from '../stack.ts';
import { embeddedStorm } from './embedded.ts';
import { clean } from './judge.ts';
import type { Verdict } from './judge.ts';
import { storm } from './storm.ts';

/*
 * npm run chaos [-- --short] [--seed=N]
 * Kills, freezes and restarts processes and the database under load; counts from outside what was lost, repeated or reordered.
 */

const short = process.argv.includes('--short');
const seed = Number(process.argv.find((argument) => argument.startsWith('--seed='))?.slice(7) ?? 1);
const program = path.join(root, '.cache/effectServer/effectServer.js');
let failed = false;

function tell(what: string, verdict: Verdict, more: Record<string, number>): void {
  const counts = Object.entries(more).map(([name, value]) => `${value} ${name}`).join(', ');
  console.log(`${what}: ${verdict.answered} of ${verdict.acknowledged} acknowledged messages answered; ${verdict.lost.length} lost, ${verdict.outOfOrder.length} out of order, ${verdict.repeated.length} repeated, ${verdict.wrong.length} wrong; ${verdict.sentAgain} deliveries sent again and marked, ${verdict.unmarked.length} not marked; ${counts}`);
  for (const list of [verdict.lost, verdict.outOfOrder, verdict.repeated, verdict.wrong, verdict.unmarked]) for (const line of list.slice(0, 5)) console.log(`  ${line}`);
  if (!clean(verdict)) failed = true;
}

/** Nothing lost of nothing shows nothing. */
function atLeast(what: string, counts: Record<string, [seen: number, least: number]>): void {
  for (const [name, [seen, least]] of Object.entries(counts)) {
    if (seen >= least) continue;
    console.log(`${what}: only ${seen} ${name}, at least ${least} were expected`);
    failed = true;
  }
}

console.log(`seed ${seed}`);
let begun: ReturnType<typeof embeddedStorm> | undefined;
const embeddedRounds = () => (begun ??= embeddedStorm({ rounds: short ? 2 : 20, contacts: 6, seed }));
const bin = findPostgres();
if (bin) {
  const [postgres, elsewhere] = await Promise.all([startRealPostgres(bin), startRealPostgres(bin)]);
  try {
    const databaseUrl = await createDatabase(postgres.url, 'chaos');
    const [seconds, contacts] = short ? [25, 12] : [600, 40];
    const report = await storm({ postgres, databaseUrl, program, effectsUrl: await createDatabase(elsewhere.url, 'effects'), seed, seconds, contacts, databaseRestartEvery: short ? 11 : 60, freezeMs: 12_000, onCalm: () => void embeddedRounds() });
    tell('PostgreSQL, three processes', report.verdict, { kills: report.kills, freezes: report.freezes, 'database restarts': report.databaseRestarts, 'repeated webhooks': report.repeats, bursts: report.bursts, 'posts tried again': report.failedPosts, 'outcomes unknown': report.unknown, 'lanes not drained': report.undrained });
    const { effects } = report;
    console.log(`Effects in another database: ${effects.messages} of ${effects.expected}, ${effects.repeated} repeated; ${effects.askedAgain} asked again with the same key`);
    if (effects.messages !== effects.expected || effects.repeated > 0) failed = true;
    atLeast('PostgreSQL', { 'acknowledged messages': [report.verdict.acknowledged, contacts * 5], effects: [effects.messages, contacts], kills: [report.kills, seconds / 5], freezes: [report.freezes, 1], 'database restarts': [report.databaseRestarts, 1], 'repeated webhooks': [report.repeats, 1], bursts: [report.bursts, 1] });
    if (report.undrained > 0 || report.refused.length > 0) failed = true;
    for (const line of [...report.refused.slice(0, 5), ...report.givenUp.slice(0, 5)]) console.log(`  ${line}`);
  } finally {
    await postgres.stop();
    await elsewhere.stop();
  }
} else console.log('PostgreSQL was not found: only the embedded database is tested.');

const embedded = await embeddedRounds();
tell('Embedded', embedded.verdict, { kills: embedded.rounds });
atLeast('Embedded', { 'acknowledged messages': [embedded.verdict.acknowledged, embedded.rounds * 6] });
process.exit(failed ? 1 : 0);
