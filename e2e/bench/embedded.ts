import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { load } from './load.ts';
import type { LoadResult } from './load.ts';
import { startParley } from './parley.ts';
import { median, printTable } from './print.ts';
import { usageOf } from './process.ts';

/** Parley on its embedded database: turns per second, memory, first and second start. */
export async function embedded({ rounds, seconds }: { rounds: number; seconds: number }): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'parley-bench-'));
  const first = await startParley({ DATA_DIR: dataDir, PARLEY_DEMO: '0' });
  await load({ address: first.address, conversations: 16, seconds: 2, prefix: 'warm' });
  const rows: (string | number)[][] = [['conversations at once', 'turns/s', 'p50 ms', 'p95 ms', 'p99 ms']];
  for (const conversations of [1, 16, 64]) {
    const samples: LoadResult[] = [];
    for (let round = 0; round < rounds; round += 1) samples.push(await load({ address: first.address, conversations, seconds, prefix: `${conversations}-${round}` }));
    const wrong = samples.flatMap((sample) => sample.wrong);
    if (wrong.length > 0) throw new Error(`Wrong answers:\n${wrong.slice(0, 5).join('\n')}`);
    rows.push([String(conversations), ...(['perSecond', 'p50', 'p95', 'p99'] as const).map((key) => median(samples.map((sample) => sample[key])))]);
  }
  printTable(`Embedded database, medians of ${rounds}`, rows);
  const { rssMb } = usageOf(first.pid);
  await first.stop();
  const second = await startParley({ DATA_DIR: dataDir, PARLEY_DEMO: '0' });
  printTable('Costs, embedded', [['', ''], ['memory after the run, MB', rssMb], ['first start to ready, ms', first.startMs], ['second start to ready, ms', second.startMs]]);
  await second.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
