import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../client.ts';
import { migrations } from '../migrations/index.ts';
import { bundleSource, sourceRoot } from './bundle.ts';
import { lockDirectory } from './directoryLock.ts';
import { imageName, imageVersions } from './image.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'parley-directory-'));
const cache = path.join(sourceRoot, '.cache/embedded');
let writer = '';

beforeAll(async () => {
  writer = await bundleSource('db/embedded/test/writer.ts');
});
/** Processes of their own start here, several times. */
const patience = 120_000;

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Starts the writing process on a directory. `line` gives its next line, `ended` its exit code. */
function startWriter(directory: string) {
  const child = spawn(process.execPath, [writer, directory, cache], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended, line: async () => String((await lines.next()).value) };
}

describe('a data directory', () => {
  test('keeps what was committed through kill -9, and its dead holder’s lock is taken over', async () => {
    const directory = path.join(scratch, 'killed');
    let said = 0;
    for (const round of [1, 2, 3]) {
      const { child, ended, line } = startWriter(directory);
      expect(await line()).toBe('open');
      for (let n = 0; n < 20 * round; n += 1) said = Number(await line());
      child.kill('SIGKILL');
      expect(await ended).toBeNull();
      for (let rest = await line(); rest !== 'undefined'; rest = await line()) said = Number(rest);
    }
    const db = await openDatabase({ directory, cache });
    try {
      const { rows } = await db.pool.query<{ count: number; last: number }>('select count(*) as count, max(n) as last from written');
      // The last row may have been committed without its number being said; none that was said is missing.
      expect([said, said + 1]).toContain(rows[0]?.last);
      expect(rows[0]?.count).toBe(rows[0]?.last);
    } finally {
      await db.close();
    }
  }, patience);

  test('is refused to a second process, which is told who holds it, and free once closed', async () => {
    const directory = path.join(scratch, 'held');
    const db = await openDatabase({ directory, cache });
    await db.pool.query('create table mine (n int)');
    const second = startWriter(directory);
    expect(await second.line()).toMatch(new RegExp(`^The data directory ${directory} is held by process ${process.pid} on ${hostname()} since .*: stop that one, choose another DATA_DIR, or set DATABASE_URL\\.$`));
    expect(await second.ended).toBe(1);
    await expect(openDatabase({ directory, cache })).rejects.toThrow('is already open in this process');
    await db.close();
    const third = startWriter(directory);
    expect(await third.line()).toBe('open');
    third.child.kill('SIGKILL');
    await third.ended;
  }, patience);

  test('whose first start was killed half-way starts afresh; one of another PostgreSQL is refused', async () => {
    const directory = path.join(scratch, 'half');
    mkdirSync(path.join(directory, 'pgdata.new'), { recursive: true });
    writeFileSync(path.join(directory, 'pgdata.new/PG_VERSION'), '18\n');
    const db = await openDatabase({ directory, cache });
    expect((await db.pool.query('select count(*) as n from parley.migrations')).rows).toEqual([{ n: migrations.length }]);
    await db.close();
    writeFileSync(path.join(directory, 'pgdata/PG_VERSION'), '17\n');
    await expect(openDatabase({ directory, cache })).rejects.toThrow('to be of PostgreSQL 18, got 17');
    expect(readdirSync(directory)).not.toContain('parley.lock');
  }, patience);
});

describe('a lock', () => {
  const holder = { pid: 1, host: hostname(), since: '2027-01-01T00:00:00.000Z' };
  const born = existsSync('/proc/1/stat') ? { born: readFileSync('/proc/1/stat', 'utf8').split(') ')[1]?.split(' ')[19] } : {};
  const long = new Date(Date.now() - 60_000);

  test.each<[string, object | string, Date | undefined, boolean]>([
    ['of a living process', { ...holder, ...born }, undefined, false],
    ['of a living process of a system without /proc', holder, undefined, false],
    ['of a dead process whose number another one has now', { ...holder, born: '17' }, undefined, true],
    ['of a dead process', { ...holder, pid: 2 ** 22 + 1 }, undefined, true],
    ['of this process’s number in an earlier container', { ...holder, pid: process.pid, born: '17' }, undefined, true],
    ['of another host, lately touched', { ...holder, host: 'elsewhere' }, undefined, false],
    ['of another host, long silent', { ...holder, host: 'elsewhere' }, long, true],
    ['that was never finished', '{"pid"', undefined, true],
  ])('%s', (name, content, touched, taken) => {
    const directory = path.join(scratch, name.replaceAll(/\W/g, '-'));
    const file = path.join(directory, 'parley.lock');
    mkdirSync(directory);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    if (touched) utimesSync(file, touched, touched);
    if (!taken) return expect(() => lockDirectory(directory)).toThrow('is held by process 1 on');
    const lock = lockDirectory(directory);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() });
    lock.release();
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe('the image of a migrated database', () => {
  test('is another one for other migrations, and the same for the same', () => {
    const names = [migrations, [...migrations], migrations.slice(1), [...migrations, { name: '9999_more', sql: '' }]].map(imageName);
    expect(names[0]).toBe(names[1]);
    expect(new Set(names).size).toBe(3);
  });

  test.each(Object.entries(imageVersions))('knows the installed version of %s', (name, version) => {
    const installed = JSON.parse(readFileSync(path.join(sourceRoot, 'node_modules', name, 'package.json'), 'utf8'));
    expect(version).toBe(installed.version);
  });
});
