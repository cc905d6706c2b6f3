import { findPostgres, startRealPostgres } from './realPostgres.ts';

/** Gives a test run one real PostgreSQL in `TEST_DATABASE_URL`, unless it names one already or there is none on this machine. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const named = process.argv.slice(2).filter((argument) => /^(\.\/)?(shared|db|runtime|studio|scripts|e2e)(\/|$)/.test(argument));
  if (process.env.TEST_DATABASE_URL || (named.length > 0 && named.every(knowsNoDatabase))) return undefined;
  const bin = findPostgres();
  if (!bin) {
    process.stdout.write('PostgreSQL: none found on this machine; what needs one is skipped.\n');
    return undefined;
  }
  const server = await startRealPostgres(bin);
  process.env.TEST_DATABASE_URL = server.url;
  return () => server.stop();
}

/** True for a run of tests in rooms that cannot import db: they need not wait for a server. */
const knowsNoDatabase = (argument: string): boolean => /^(\.\/)?(shared|studio)(\/|$)/.test(argument);
