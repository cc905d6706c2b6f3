import { describe, expect, test } from 'vitest';
import type { QueryResult } from 'pg';
import type { LaneRow } from '../laneRows.ts';
import type { Database } from '../client.ts';
import { databaseKinds, testDatabase } from '../testing.ts';
import { laneFunctions } from './index.ts';
import { LaneHistory } from './test/laneHistory.ts';

/** Steps of a life, and of its end when only what is open is finished. */
const steps = 15;
const ending = 6;
/** Histories side by side: enough that lanes meet, few enough that a difference is told soon. */
const batch = 80;

/** Runs histories side by side, one step of each per trip, and returns the differences (at most one per history), of the first batch that has any. */
async function differences(db: Database, seeds: number[]): Promise<string[]> {
  const found: string[] = [];
  for (let from = 0; from < seeds.length && found.length === 0; from += batch) {
    let histories = seeds.slice(from, from + batch).map((seed) => new LaneHistory(seed));
    const inOneTrip = async (sql: string[]): Promise<(LaneRow | undefined)[]> => {
      const results: unknown = await db.lanes.query(sql.join(';\n'));
      return (results as QueryResult<LaneRow>[]).map(({ rows: [row] }) => row);
    };
    await inOneTrip(histories.map((each) => each.setUp));
    for (let n = 0; n <= steps + ending && histories.length > 1; n += 1) {
      const round = histories.map((each) => (n === steps + ending ? each.finish() : each.next(n >= steps)));
      const rows = await inOneTrip(round.map((each) => each.sql));
      const told = round.map((step, at) => step.check(rows[at] ?? {}));
      found.push(...told.filter((each) => each !== undefined));
      histories = histories.filter((_, at) => told[at] === undefined);
    }
  }
  return found;
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);

/** A rule of DESIGN section 7 reverted: the line holding `rule` is replaced. Each must be noticed. */
const reverted: { rule: string; in: keyof typeof laneFunctions; marked: string; becomes: string; /** The key of a table that refuses what comes of it. */ refusedBy?: string }[] = [
  { rule: 'the oldest takeable row is returned', in: 'work_1', marked: '-- rule: oldest', becomes: 'order by i.seq desc' },
  { rule: 'ingest returns the oldest row, never "mine"', in: 'ingest_1', marked: '-- rule: oldest in ingest', becomes: 'if false then' },
  { rule: 'a commit is fenced', in: 'commit_1', marked: '-- rule: fence', becomes: 'where x.lane = p_lane', refusedBy: 'turns_pkey' },
  { rule: 'a commit that ends the lane’s work is fenced', in: 'commit_1', marked: '-- rule: fence when alone', becomes: 'where x.lane = p_lane and x.seq = p_seq and x.open_from = p_seq' },
  { rule: 'a failure is fenced', in: 'fail_1', marked: '-- rule: fence in fail', becomes: 'where l.lane = p_lane;' },
  { rule: 'a journal entry is fenced', in: 'journal_1', marked: '-- rule: fence in journal', becomes: 'where l.lane = p_lane' },
  { rule: 'an extension is fenced', in: 'extend_1', marked: '-- rule: fence in extend', becomes: 'where l.lane = p_lane' },
  { rule: 'a delivery report is fenced', in: 'deliveries_done_1', marked: '-- rule: fence in deliveries', becomes: 'where l.lane = p_lane;' },
  { rule: 'a row that is held back is fenced', in: 'deliveries_hold_1', marked: '-- rule: fence in hold', becomes: 'where l.lane = p_lane;' },
  { rule: 'a function touches its own lane only', in: 'work_1', marked: '-- rule: own lane', becomes: 'where true' },
  { rule: 'attempts are counted when a row is taken', in: 'work_1', marked: '-- rule: count on take', becomes: 'update lanes.inbox i set attempts = i.attempts' },
  { rule: 'attempts are counted when a delivery is handed out', in: 'deliveries_next_1', marked: '-- rule: count on delivery', becomes: 'update lanes.outbox o set attempts = o.attempts,' },
  { rule: 'leaving a wait deletes its timer', in: 'commit_1', marked: '-- rule: wait ids', becomes: 'timer_at = coalesce(p_timer, x.timer_at), timer_wait = coalesce(p_wait, x.timer_wait),' },
  { rule: 'leaving a wait deletes its timer in a lane with nothing else to do', in: 'commit_1', marked: '-- rule: wait ids when alone', becomes: 'timer_at = coalesce(p_timer, x.timer_at), timer_wait = coalesce(p_wait, x.timer_wait),' },
];

function revert({ in: name, marked, becomes }: (typeof reverted)[number]): string {
  const lines = laneFunctions[name].split('\n');
  const hits = lines.filter((line) => line.trimEnd().endsWith(marked));
  expect(hits, `exactly one line of ${name} is marked ${marked}`).toHaveLength(1);
  return orReplace(lines.map((line) => (hits.includes(line) ? becomes : line)).join('\n'));
}

const orReplace = (sql: string) => sql.replace('create function', 'create or replace function');

describe.each(databaseKinds)('lane functions on %s', async (kind) => {
  const db = await testDatabase(kind);

  test('2,000 random histories do what the model does', { timeout: 300_000 }, async () => {
    expect(await differences(db, range(1, 2_000))).toEqual([]);
  });

  // The functions are the same text on both databases: noticing on one is noticing.
  const here = kind === databaseKinds.at(-1);
  test.runIf(here).each(reverted)('the model notices it when reverted: $rule', async (rule) => {
    const seeds = range(100_000 + 1_000 * reverted.indexOf(rule), 800);
    await db.lanes.query(revert(rule));
    try {
      // What only breaks the function is no reverted rule: any other error of SQL ends the test.
      const found = await differences(db, seeds).catch((error: unknown) => {
        if (rule.refusedBy !== undefined && String(error).includes(rule.refusedBy)) return [String(error)];
        throw error;
      });
      expect(found.length).toBeGreaterThan(0);
    } finally {
      await db.lanes.query(orReplace(laneFunctions[rule.in]));
    }
  });
});
