import { openDatabase } from '../../client.ts';

/**
 * A process of its own for the tests: opens the directory given, says `open`, and commits one row after the other, saying each number
 * once it is committed; or says in one line why it could not open.
 */
const [directory, cache] = process.argv.slice(2);

const say = (line: string | number) => process.stdout.write(`${line}\n`);

try {
  const db = await openDatabase({ directory, cache });
  await db.pool.query('create table if not exists public.written (n int primary key)');
  const { rows } = await db.pool.query<{ last: number }>('select coalesce(max(n), 0)::int as last from public.written');
  say('open');
  for (let n = (rows[0]?.last ?? 0) + 1; ; n += 1) {
    await db.pool.query('insert into public.written values ($1)', [n]);
    say(n);
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
