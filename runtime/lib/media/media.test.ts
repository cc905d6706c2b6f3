import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { databaseKindsAndApart, testDatabase } from '@parley/db/testing';
import { sayMedia } from '@parley/db/queries/mediaRows';
import { mostContactBytes } from '@parley/shared/messages/files';
import { sweepMedia } from '../../jobs/sweepMedia.ts';
import { testClock, testContext } from '../../test/testContext.ts';
import { createKeys } from '../keys.ts';
import { uuid7 } from '../uuid7.ts';
import { createDiskStore } from './diskStore.ts';
import { mediaPath, mediaUrl, readMediaLink } from './mediaLinks.ts';
import { mediaOf } from './mediaOf.ts';
import { pngFile } from './samples.data.ts';
import { takeFile } from './takeFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-media-'));
afterAll(() => rmSync(folder, { recursive: true }));

const pieces = (bytes: Buffer, size = 7): Readable => Readable.from((function* cut() {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
})());
const files = (under: string): string[] => readdirSync(under, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name).toSorted();
/** Lets files be as old as what is swept. */
const age = (under: string): void => {
  const old = new Date(Date.now() - 2 * 60 * 60 * 1000);
  for (const entry of readdirSync(under, { recursive: true, withFileTypes: true })) if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), old, old);
};

describe('the store on disk', () => {
  const place = join(folder, 'store');
  const store = createDiskStore(place);

  test('keeps a content once under its hash and reads it whole or in part', async () => {
    const one = await store.put(pieces(Buffer.from('hello files')));
    const two = await store.put(pieces(Buffer.from('hello files'), 3));
    expect(two).toEqual(one);
    expect(one).toEqual({ sha256: createHash('sha256').update('hello files').digest('hex'), bytes: 11 });
    expect(files(place)).toEqual([one.sha256]);
    const read = async (range?: { start: number; end: number }) => (await buffer((await store.open(one.sha256, range)) ?? Readable.from([]))).toString();
    expect(await read()).toBe('hello files');
    expect(await read({ start: 6, end: 8 })).toBe('fil');
  });

  test.each(['../../etc/passwd', '..%2f..%2fetc', '/etc/passwd', 'a'.repeat(63), `${'a'.repeat(62)}/.`, 'A'.repeat(64), '', 'incoming', 'f'.repeat(64)])('has nothing under %j', async (name) => {
    expect(await store.open(name)).toBeUndefined();
  });

  test('keeps nothing of a content that breaks off', async () => {
    const before = files(place);
    const broken = Readable.from((function* cut() {
      yield Buffer.from('half of');
      throw new Error('the line went');
    })());
    await expect(store.put(broken)).rejects.toThrow('the line went');
    expect(files(place)).toEqual(before);
  });

  test('sweeps what nothing refers to, not what was put lately, and what a crash left', async () => {
    const at = join(folder, 'swept');
    const swept = createDiskStore(at);
    const [kept, old] = [await swept.put(pieces(Buffer.from('kept'))), await swept.put(pieces(Buffer.from('old')))];
    writeFileSync(join(at, 'incoming', 'left'), 'half');
    const nothing = () => Promise.resolve(new Set<string>());
    expect(await swept.sweep(nothing)).toBe(0);
    age(at);
    const asked: string[] = [];
    expect(await swept.sweep((sha256s) => { asked.push(...sha256s); return Promise.resolve(new Set([kept.sha256])); })).toBe(1);
    expect(asked.toSorted()).toEqual([kept.sha256, old.sha256].toSorted());
    expect(files(at)).toEqual([kept.sha256]);
  });

  test('a content put again while it is swept stays', async () => {
    const at = join(folder, 'again');
    const swept = createDiskStore(at);
    const { sha256 } = await swept.put(pieces(Buffer.from('again')));
    age(at);
    // The put comes between the question and the deletion.
    expect(await swept.sweep(async () => {
      await swept.put(pieces(Buffer.from('again')));
      return new Set();
    })).toBe(0);
    expect(files(at)).toEqual([sha256]);
  });
});

describe('links', () => {
  const keys = createKeys('a secret that only tests have, 32+');
  const now = new Date('2026-11-20T09:10:00Z');
  const id = '01900000-0000-7000-8000-000000000001';
  const partsOf = (path: string) => {
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    return { id: decodeURIComponent(pathname.split('/').at(-1) ?? ''), expires: searchParams.get('expires'), signature: searchParams.get('signature') };
  };
  const hour = 3_600_000;
  const link = partsOf(mediaPath(keys, { id, now, ms: 2 * hour }));

  test.each<[string, object, string]>([
    ['as given', {}, 'good'],
    ['in its last second', { now: new Date('2026-11-20T11:59:59Z') }, 'good'],
    ['an hour late', { now: new Date('2026-11-20T12:00:00Z') }, 'expired'],
    ['of another file', { id: id.replace(/1$/, '2') }, 'forged'],
    ['with a later end', { expires: String(Number(link.expires) + 3_600) }, 'forged'],
    ['with a letter changed', { signature: `${link.signature?.slice(0, -1)}_` }, 'forged'],
    ['without a signature', { signature: undefined }, 'forged'],
    ['with two signatures', { signature: [link.signature, link.signature] }, 'forged'],
    ['with an end that is none', { expires: '1e20' }, 'forged'],
  ])('a link %s', (_how, change, said) => {
    expect(readMediaLink(keys, { ...link, now, ...change })).toBe(said);
  });

  test('another installation’s link is forged here', () => {
    expect(readMediaLink(createKeys('another secret, also thirty-two letters'), { ...link, now })).toBe('forged');
  });

  test('is the same for an hour, and a whole address for other systems', () => {
    expect(mediaPath(keys, { id, now: new Date('2026-11-20T09:59:00Z'), ms: 2 * hour })).toBe(mediaPath(keys, { id, now, ms: 2 * hour }));
    expect(mediaUrl({ keys, env: { port: 3000, publicUrl: 'https://chat.example.org' } }, { id, now })).toMatch(/^https:\/\/chat\.example\.org\/media\/01900000-[-0-9a-f]+\?expires=\d+&signature=[\w-]{43}$/);
    expect(mediaUrl({ keys, env: { port: 3000, publicUrl: undefined } }, { id, now })).toMatch(/^http:\/\/localhost:3000\/media\//);
  });
});

describe.each(databaseKindsAndApart)('files on %s', async (kind) => {
  const db = await testDatabase(kind);
  const clock = testClock();
  const place = join(folder, `files-${kind}`);
  const context = await testContext(db, { clock, media: createDiskStore(place) });
  const { models } = context;
  const bot = await models.Bot.create({ id: uuid7(clock), slug: 'filed', name: 'Filed', retentionDays: 10, madeAt: clock.now(), madeBy: null });
  const lane = randomUUID();
  const give = (bytes: Buffer, more: { name?: string; lane?: string; bot?: string } = {}) => takeFile(context, pieces(bytes, 64_000), { bot: bot.id, name: 'a.png', most: mostContactBytes, ...more });
  const there = async () => (await models.Media.findAll({ order: ['name'] })).map(({ name }) => name);
  const sweep = async () => {
    age(place);
    await sweepMedia.run({}, { context, stop: new AbortController().signal });
  };

  test('takes a file for what its bytes say, and the same bytes once', async () => {
    const one = await give(pngFile, { name: 'C:\\photos\\..\\evil\u202Egnp.exe' });
    expect(one).toMatchObject({ kind: 'image', mime: 'image/png', name: 'evilgnp.exe', bytes: pngFile.length, width: 3, height: 2, account: null, lane: null });
    const two = await give(pngFile, { name: '../..', lane });
    expect(two).toMatchObject({ name: 'image.png', sha256: one.sha256, lane });
    expect(files(place)).toEqual([one.sha256]);
    await models.Media.destroy({ where: {} });
  });

  test.each([
    ['nothing', Buffer.alloc(0), 'malformed', 'The file is empty.'],
    ['a program', Buffer.from('MZ programs'), 'invalid', 'Programs are not taken.'],
    ['too large an image', Buffer.concat([pngFile, Buffer.alloc(mostContactBytes.image)]), 'tooLarge', 'The file is larger than 10 MB.'],
  ])('refuses %s and keeps nothing of it', async (_what, bytes, code, message) => {
    const before = files(place);
    await expect(give(bytes)).rejects.toMatchObject({ code, message });
    expect(files(place)).toEqual(before);
    expect(await models.Media.count()).toBe(0);
  });

  test('a document may be larger than an image', async () => {
    expect(await give(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(mostContactBytes.image)]))).toMatchObject({ kind: 'document', mime: 'application/pdf' });
    await models.Media.destroy({ where: {} });
  });

  test('a file is said in its own conversation with its own bot only', async () => {
    const { id } = await give(pngFile, { lane });
    const say = (more: object) => sayMedia(db.pool, { id, bot: bot.id, lane, now: clock.now(), ...more });
    expect(await say({ lane: randomUUID() })).toBeUndefined();
    expect(await say({ bot: randomUUID() })).toBeUndefined();
    expect((await models.Media.findByPk(id))?.saidAt).toBeNull();
    expect(await say({})).toEqual({ id, kind: 'image', mime: 'image/png', name: 'a.png', bytes: pngFile.length });
    expect((await models.Media.findByPk(id))?.saidAt).toEqual(clock.now());
    await models.Media.destroy({ where: {} });
  });

  test('goes when nobody holds it any more: contacts’ by what was said, authors’ by drawings, versions and edits that can be undone', async () => {
    const names = ['drawn', 'released', 'undone', 'loose', 'recorded', 'said', 'unsaid'] as const;
    const rows = new Map<string, Awaited<ReturnType<typeof give>>>();
    for (const name of names) rows.set(name, await give(Buffer.from(`%PDF-${name}`), { name, ...(['recorded', 'said', 'unsaid'].includes(name) && { lane }) }));
    const held = (name: string) => {
      const row = rows.get(name);
      if (!row) throw new Error(`There is no ${name}.`);
      return mediaOf(row);
    };
    await models.Media.update({ saidAt: clock.now() }, { where: { name: ['recorded', 'said'] } });
    const flow = await models.Flow.create({ id: uuid7(clock), bot: bot.id, kind: 'bot', name: 'Main', document: JSON.parse(JSON.stringify({ nodes: { a: { data: { media: held('drawn') } } } })), madeAt: clock.now(), changedAt: clock.now(), changedBy: null });
    await db.pool.query(`insert into parley.releases (id, bot, no, flow, machine, code, sha256, proof, at) values ($1, $2, 1, $3, '{}', '', '', '{}', $4)`, [uuid7(clock), bot.id, JSON.stringify({ flows: { m: { nodes: { a: { data: { media: held('released') } } } } } }), clock.now()]);
    await db.pool.query(`insert into parley.records (bot, collection, key, fields, made_at, changed_at) values ($1, 'leads', 'a', $2, $3, $3)`, [bot.id, JSON.stringify({ photo: held('recorded') }), clock.now()]);
    await sweep();
    expect(await there()).toEqual([...names].toSorted());

    clock.pass(2 * 86_400_000);
    await sweep();
    expect(await there()).toEqual(['drawn', 'loose', 'recorded', 'released', 'said', 'undone']);

    clock.pass(9 * 86_400_000);
    await sweep();
    expect(await there()).toEqual(['drawn', 'loose', 'recorded', 'released', 'undone']);

    clock.pass(20 * 86_400_000);
    await db.pool.query(`insert into parley.flow_ops (flow, revision, id, gesture, ops, at) values ($1, 2, 'b', 'Remove', $2, $3)`, [flow.id, JSON.stringify([{ op: 'set', path: ['nodes', 'a', 'data', 'media'], base: held('undone'), value: null }]), clock.now()]);
    await sweep();
    expect(await there()).toEqual(['drawn', 'recorded', 'released', 'undone']);
    expect(files(place)).toHaveLength(4);

    clock.pass(31 * 86_400_000);
    await flow.destroy();
    await sweep();
    expect(await there()).toEqual(['recorded', 'released']);
    await bot.destroy();
    await sweep();
    expect(files(place)).toEqual([]);
  });
});
