import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { EnvError, readEnv } from '../env.ts';
import { createKeys, hashToken, makeToken, sameText, signBody } from './keys.ts';
import { createLog } from './log.ts';
import { loadSecret } from './secret.ts';
import { slugOf } from './slugOf.ts';
import { uuid7 } from './uuid7.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-lib-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const secret = 'x'.repeat(40);

/** Values that cannot be used, and the beginning of the line that says so. */
const refused: [string, Record<string, string>, string][] = [
  ['a port of letters', { PORT: 'http' }, 'PORT must be a port from 0 to 65535; it is "http".'],
  ['a port too high', { PORT: '70000' }, 'PORT must be'],
  ['an unknown service', { SERVICES: 'web,mail' }, 'SERVICES must be names from web, turns, deliveries, jobs'],
  ['a database without a secret', { DATABASE_URL: 'postgres://a@b/c' }, 'PARLEY_SECRET is required with DATABASE_URL'],
  ['another kind of database', { DATABASE_URL: 'mysql://root:hunter2@b/c', PARLEY_SECRET: secret }, 'DATABASE_URL must be an address such as'],
  ['a short secret', { PARLEY_SECRET: 'hunter2' }, 'PARLEY_SECRET must be at least 32 characters'],
  ['lanes without a database', { LANES_URL: 'postgres://a@b/c' }, 'LANES_URL needs DATABASE_URL'],
  ['a part of the services, embedded', { SERVICES: 'web' }, 'SERVICES can name a part'],
  ['half an owner', { PARLEY_OWNER_EMAIL: 'a@b.org' }, 'go together'],
  ['an owner without an address', { PARLEY_OWNER_EMAIL: 'ada', PARLEY_OWNER_PASSWORD: 'long enough 1' }, 'PARLEY_OWNER_EMAIL must be'],
  ['a short password', { PARLEY_OWNER_EMAIL: 'a@b.org', PARLEY_OWNER_PASSWORD: 'hunter2' }, 'PARLEY_OWNER_PASSWORD must be'],
  ['a relative address', { PUBLIC_URL: 'chat.example.org' }, 'PUBLIC_URL must be'],
  ['a proxy that is none', { TRUST_PROXY: 'yes please' }, 'TRUST_PROXY must be'],
  ['a private host with a path', { PARLEY_PRIVATE_HOSTS: 'crm.internal/api' }, 'PARLEY_PRIVATE_HOSTS must be hosts such as'],
  ['an unknown level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
  ['a demo of maybe', { PARLEY_DEMO: 'maybe' }, 'PARLEY_DEMO must be 1 or 0'],
  ['a directory that cannot be one', { DATA_DIR: 'a\0b' }, 'DATA_DIR must be a directory'],
  ['lanes in another kind of database', { LANES_URL: 'mysql://root:hunter2@b/c', DATABASE_URL: 'postgres://a@b/c', PARLEY_SECRET: secret }, 'LANES_URL must be an address such as'],
  ['a password without an address', { PARLEY_OWNER_PASSWORD: 'hunter2 hunter2' }, 'go together'],
];

describe('the environment', () => {
  test('has a default for everything', () => {
    expect(readEnv({})).toMatchObject({ port: 3000, services: ['web', 'turns', 'deliveries', 'jobs'], databaseUrl: undefined, trustProxy: false, logLevel: 'info', demo: undefined, owner: undefined });
  });

  test.each<[string, Record<string, string>, object]>([
    ['an empty value is none', { PORT: ' ', PARLEY_SECRET: '' }, { port: 3000, secret: undefined }],
    ['services in any order, once', { SERVICES: 'jobs, web,jobs', DATABASE_URL: 'postgres://a@b/c', PARLEY_SECRET: secret }, { services: ['jobs', 'web'] }],
    ['an address without its slash', { PUBLIC_URL: 'https://chat.example.org/' }, { publicUrl: 'https://chat.example.org' }],
    ['proxies by number', { TRUST_PROXY: '2' }, { trustProxy: 2 }],
    ['proxies by subnet', { TRUST_PROXY: 'loopback, 10.0.0.0/8' }, { trustProxy: ['loopback', '10.0.0.0/8'] }],
    ['private hosts', { PARLEY_PRIVATE_HOSTS: 'CRM.internal, 10.0.0.5:8080,[fd00::1]' }, { privateHosts: ['crm.internal', '10.0.0.5:8080', '[fd00::1]'] }],
    ['the demo', { PARLEY_DEMO: '0' }, { demo: false }],
    ['an owner', { PARLEY_OWNER_EMAIL: 'a@b.org', PARLEY_OWNER_PASSWORD: 'long enough 1' }, { owner: { email: 'a@b.org', password: 'long enough 1' } }],
  ])('%s', (_what, source, expected) => {
    expect(readEnv(source)).toMatchObject(expected);
  });

  test.each(refused)('%s is one line that names the setting and no secret', (_what, source, line) => {
    const read = () => readEnv(source);
    expect(read).toThrow(EnvError);
    expect(read).toThrow(line);
    expect(read).not.toThrow(/hunter2|\n/);
  });
});

test('every setting of the README’s table has a value that is refused, and .env.example knows it', () => {
  const table = [...readFileSync(new URL('../../README.md', import.meta.url), 'utf8').matchAll(/^\| ((?:`[A-Z_]+`(?:, )?)+) \|/gm)].flatMap(([, names = '']) => names.match(/[A-Z_]+/g) ?? []);
  expect(table.length).toBeGreaterThan(10);
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  expect(table.filter((name) => !example.includes(`${name}=`))).toEqual([]);
  expect(table.filter((name) => !refused.some(([, source, line]) => name in source && (line.includes(name) || line.includes('go together'))))).toEqual([]);
});

describe('keys', () => {
  const keys = createKeys(secret);

  test('differ by purpose and by secret, and are the same for the same', () => {
    expect(keys.derive('accessToken')).not.toEqual(keys.derive('visitorToken'));
    expect(keys.derive('accessToken')).not.toEqual(createKeys('y'.repeat(40)).derive('accessToken'));
    expect(createKeys(secret).id).toBe(keys.id);
    expect(createKeys('y'.repeat(40)).id).not.toBe(keys.id);
    expect(secret).not.toContain(keys.id);
  });

  test('seal so that only the same secret opens, only in the same place, only unchanged', () => {
    const sealed = keys.seal('à la carte', 'channel 1');
    expect(sealed).not.toContain('carte');
    expect(keys.seal('à la carte', 'channel 1')).not.toBe(sealed);
    expect(keys.open(sealed, 'channel 1')).toBe('à la carte');
    expect(() => keys.open(sealed, 'channel 2')).toThrow();
    expect(() => createKeys('y'.repeat(40)).open(sealed, 'channel 1')).toThrow();
    const last = sealed.at(-2) === 'A' ? 'B' : 'A';
    expect(() => keys.open(`${sealed.slice(0, -2)}${last}${sealed.slice(-1)}`, 'channel 1')).toThrow();
    expect(() => keys.open('plain', 'channel 1')).toThrow('"1."');
  });

  test('tokens are long and differ; their hashes tell nothing and stay', () => {
    expect(makeToken()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(makeToken()).not.toBe(makeToken());
    expect(hashToken('a')).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
    expect([sameText('a', 'a'), sameText('a', 'b'), sameText('a', 'aa')]).toEqual([true, false, false]);
    expect(signBody('key', 1, '{}')).toBe('1ba6b8171186efc613e8bcc0cbdab2748f24984d7c5a84faa2637afa0e40d224');
    expect(signBody('key', 1, '{}')).not.toBe(signBody('key', 2, '{}'));
  });
});

describe('the secret', () => {
  test('is made once, kept, and readable by its owner only', () => {
    const env = { secret: undefined, databaseUrl: undefined, dataDir: join(folder, 'a') };
    const first = loadSecret(env);
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(loadSecret(env)).toBe(first);
    expect(readFileSync(join(folder, 'a', 'secret'), 'utf8').trim()).toBe(first);
    expect(statSync(join(folder, 'a', 'secret')).mode & 0o077).toBe(0);
  });

  test.each([['a file', 'taken'], ['below a file', 'taken/data']])('a data directory that is %s is one line that names it', (_what, place) => {
    const home = mkdtempSync(join(folder, 'c-'));
    writeFileSync(join(home, 'taken'), '');
    const load = () => loadSecret({ secret: undefined, databaseUrl: undefined, dataDir: join(home, place) });
    expect(load).toThrow(EnvError);
    expect(load).toThrow('DATA_DIR must be a directory');
  });

  test('that was cut short is not replaced', () => {
    const dataDir = mkdtempSync(join(folder, 'b-'));
    writeFileSync(join(dataDir, 'secret'), 'short');
    expect(() => loadSecret({ secret: undefined, databaseUrl: undefined, dataDir })).toThrow(EnvError);
  });
});

test('the log holds no secrets and nothing personal', () => {
  const lines: string[] = [];
  const log = createLog('info', new Writable({ write: (chunk, _encoding, done) => { lines.push(String(chunk)); done(); } }));
  log.info({ password: 'hunter2', account: { email: 'hunter2', id: 'a1' }, request: { headers: { authorization: 'hunter2' } }, message: { text: 'hunter2' }, variables: { x: 'hunter2' } }, 'signed in');
  const error = Object.assign(new Error('it broke'), { detail: 'Key (email)=(hunter2)', parameters: ['hunter2'], code: '23505' });
  log.error({ err: error }, 'failed');
  const all = lines.join('');
  expect(all).not.toContain('hunter2');
  expect(all).toContain('a1');
  expect(all).toContain('it broke');
  expect(all).toContain('23505');
});

test.each([['Car wash', 'car-wash'], ['  Ça va? ', 'ca-va'], ['a--b__c', 'a-b-c'], ['中文', ''], ['x'.repeat(60), 'x'.repeat(48)], ['é'.repeat(3), 'eee']])('the address of %s is %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('ids sort as they were made, also within a millisecond', () => {
  const clock = { now: () => new Date('2026-11-20T09:00:00Z') };
  const ids = Array.from({ length: 5_000 }, () => uuid7(clock));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(5_000);
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
  expect(new Date(Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16)).toISOString()).toBe('2026-11-20T09:00:00.000Z');
});
