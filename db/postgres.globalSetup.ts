import type { TestProject } from 'vitest/node';
import { findPostgres, startRealPostgres } from './realPostgres.ts';

/** Gives a test run one real PostgreSQL in `TEST_DATABASE_URL`, unless it names one already or there is none on this machine. */
export default async function setup({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { filenamePattern } = vitest;
  if (process.env.TEST_DATABASE_URL || (filenamePattern && filenamePattern.every(knowsNoDatabase))) return undefined;
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
const knowsNoDatabase = (pattern: string): boolean => /(^|\/)(shared|studio)(\/|$)/.test(pattern);
