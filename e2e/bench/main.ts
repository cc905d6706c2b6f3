import { findPostgres, startRealPostgres } from '@parley/db/realPostgres';
import { embedded } from './embedded.ts';
import { growth, longSession } from './growth.ts';
import { history } from './history.ts';
import { findPgbench } from './pgbench.ts';
import { sizes } from './sizes.ts';
import { studio } from './studio.ts';
import { throughput } from './throughput.ts';

/*
 * npm run bench [-- throughput embedded growth long history studio sizes] [--quick] [--profile]
 * Prints every figure beside the one it is to be held against, from one run. Times of a shared machine do not hold; ratios do.
 */

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const quick = process.argv.includes('--quick');
const wants = (name: string) => names.length === 0 || names.includes(name);
const seconds = quick ? 2 : 5;
const rounds = quick ? 1 : 3;

const bin = findPostgres();
if (bin && ['throughput', 'growth', 'long'].some(wants)) {
  const server = await startRealPostgres(bin, { durable: true, settings: { shared_buffers: '512MB', max_wal_size: '2GB' } });
  try {
    if (wants('throughput')) await throughput({ serverUrl: server.url, pgbench: findPgbench(bin), rounds, seconds });
    if (wants('growth')) await growth({ serverUrl: server.url, seconds, sizes: quick ? [1_000, 20_000] : [1_000, 10_000, 100_000, 1_000_000] });
    if (wants('long')) await longSession({ serverUrl: server.url, turns: quick ? 500 : 5_000 });
  } finally {
    await server.stop();
  }
} else if (!bin) console.log('PostgreSQL was not found: only the embedded database is measured.');
if (wants('embedded')) await embedded({ rounds, seconds });
if (wants('history')) await history({ revisions: quick ? 500 : 5_000, sizes: quick ? [200] : [50, 500] });
if (wants('studio')) await studio();
if (wants('sizes')) sizes();
