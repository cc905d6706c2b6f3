import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvError } from '../env.ts';
import type { Env } from '../env.ts';
import { makeToken } from './keys.ts';

/** The installation's secret: the one configured, or (embedded only) one made on first start and kept in `DATA_DIR/secret`. */
export function loadSecret(env: Pick<Env, 'secret' | 'dataDir' | 'databaseUrl'>): string {
  if (env.secret !== undefined) return env.secret;
  if (env.databaseUrl !== undefined) throw new EnvError('PARLEY_SECRET is required with DATABASE_URL.');
  const file = join(env.dataDir, 'secret');
  try {
    mkdirSync(env.dataDir, { recursive: true });
    // `wx` fails when the file is there: two first starts cannot make two secrets.
    writeFileSync(file, `${makeToken()}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code !== 'EEXIST' || !existsSync(file)) throw new EnvError(`DATA_DIR must be a directory that this user may write to; ${env.dataDir} is not (${error.code}).`);
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32) throw new EnvError(`${file} must hold a secret of at least 32 characters. Restore it from a backup, or set PARLEY_SECRET.`);
  return secret;
}
