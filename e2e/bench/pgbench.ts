import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What pgbench is told about the turn: a live bot whose functions are called. */
export interface TurnSql {
  bot: string;
  channel: string;
  release: string;
}

const json = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'::json`;

/** The two calls of one turn as the runtime makes them, each client on lanes of its own, rows of the usual size. */
function script({ bot, channel, release }: TurnSql): string {
  const lane = `md5('pgbench' || :client_id || ' ' || :n)::uuid`;
  const said = { type: 'message', id: 'k1', message: { type: 'text', text: 'Hello' }, from: { identifier: 'contact' } };
  const snapshot = { v: 1, frames: [{ flow: 'main', at: 'menu', locals: {}, cursors: {}, counters: {} }], variables: { language: 'English', name: 'Ada 1' }, seq: 3 };
  const trace = { steps: Array.from({ length: 6 }, (_, at) => ({ did: 'enter', flow: 'main', state: `state${at}`, node: `state${at}` })), stages: { receive: 0.1, advance: 0.1, express: 0.1 } };
  const messages = [said.message, { type: 'choices', body: 'Thank you, Ada 1. What would you like to know?', options: [{ id: 'hours', label: 'Opening hours' }], wait: 3 }];
  return [
    '\\set n random(1, 250)',
    '\\set key random(1, 2000000000)',
    `select it -> 'work' ->> 'fence' as fence, it ->> 'stored' as seq from lanes.ingest_1(${lane}, '${bot}', '${channel}', 'message', 'k' || :key, ${json(said)}, now(), 'pgbench', 10000, null, null, true) it \\gset`,
    `select it from lanes.commit_1(${lane}, :fence, :seq, now(), null, 10000, 'message', 'text', 1, now(), '${release}', null, false, null, ${json(trace)}, true, ${json(snapshot)}, ${json({ contact: {}, session: {} })}, 3, now() + interval '1 hour', now(), null, null, null, null, null, 'yes', true, array[${messages.map(json).join(', ')}], null) it;`,
  ].join('\n');
}

/** Whether pgbench is on this machine; the folder it is in, or '' for the PATH. */
export function findPgbench(bin: string | undefined): string | undefined {
  for (const program of [bin && path.join(bin, 'pgbench'), 'pgbench']) {
    if (!program) continue;
    try {
      execFileSync(program, ['--version'], { stdio: 'ignore' });
      return program;
    } catch {
      // Not there: the next place.
    }
  }
  return undefined;
}

/** Runs the turn's SQL for `seconds` with `clients` connections; turns per second. */
export async function runPgbench({ program, url, sql, clients, seconds }: { program: string; url: string; sql: TurnSql; clients: number; seconds: number }): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-pgbench-'));
  const file = path.join(folder, 'turn.sql');
  writeFileSync(file, script(sql));
  const child = spawn(program, ['--no-vacuum', '--protocol=prepared', `--client=${clients}`, `--jobs=${Math.min(2, clients)}`, `--time=${seconds}`, `--file=${file}`, url], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  const code = await new Promise<number | null>((resolve) => { child.on('exit', resolve); });
  rmSync(folder, { recursive: true, force: true });
  const tps = /tps = ([\d.]+)/.exec(output)?.[1];
  if (code !== 0 || !tps) throw new Error(`pgbench ended with ${code}:\n${output.slice(-2_000)}`);
  return Number(tps);
}
