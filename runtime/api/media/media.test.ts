import { request } from 'node:http';
import { testDatabase } from '@parley/db/testing';
import { botSchema } from '@parley/shared/api/bots';
import { draftSchema } from '@parley/shared/api/flows';
import { mediaFileSchema, mediaListSchema } from '@parley/shared/api/media';
import { mostAuthorBytes } from '@parley/shared/messages/files';
import { expect, test } from 'vitest';
import { uuid7 } from '../../lib/uuid7.ts';
import { pngFile } from '../../lib/media/samples.data.ts';
import { testClock } from '../../test/testContext.ts';
import { testApi } from '../../test/testApi.ts';

const clock = testClock();
const api = await testApi(await testDatabase(), { context: { clock } });
const [bot, other] = [botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Filed' })), botSchema.parse(await api.good('POST', '/api/v1/bots', { name: 'Other' }))];
const upload = (raw: Uint8Array | string, name = 'a.png', to = bot.id) => api.ask('POST', `/api/v1/bots/${to}/media?name=${encodeURIComponent(name)}`, { as: 'editor', raw, headers: { 'content-type': 'image/svg+xml' } });
const given = async (raw: Uint8Array | string, name?: string, to?: string) => mediaFileSchema.parse((await upload(raw, name, to)).body);
const read = (path: string, headers: Record<string, string> = {}, method = 'GET') => fetch(api.url + path, { method, headers });

test('an author gives a file: its type is found, its link shows it, the list has the newest first', async () => {
  const answer = await upload(pngFile, 'menu.svg');
  expect(answer.status).toBe(201);
  const first = mediaFileSchema.parse(answer.body);
  expect(first).toMatchObject({ kind: 'image', mime: 'image/png', name: 'menu.svg', bytes: pngFile.length, width: 3, height: 2 });
  const second = await given('Terms and conditions', 'terms.txt');
  const { items } = mediaListSchema.parse(await api.good('GET', `/api/v1/bots/${bot.id}/media`));
  expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
  const file = await read(first.url);
  expect(file.status).toBe(200);
  expect(Buffer.from(await file.arrayBuffer())).toEqual(pngFile);
  expect(Object.fromEntries(['content-type', 'content-disposition', 'content-security-policy', 'x-content-type-options', 'cache-control', 'content-length'].map((name) => [name, file.headers.get(name)]))).toEqual({
    'content-type': 'image/png', 'content-disposition': `inline; filename="menu.svg"; filename*=UTF-8''menu.svg`, 'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff', 'cache-control': 'private, max-age=3600, immutable', 'content-length': String(pngFile.length),
  });
});

test.each([
  ['a page', '<!doctype html><script>alert(1)</script>', 'text/html', 'application/octet-stream'],
  ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'image/svg+xml', 'application/octet-stream'],
  ['a text', 'Grüße', 'text/plain', 'text/plain; charset=utf-8'],
  ['a PDF', '%PDF-1.7', 'application/pdf', 'application/pdf'],
])('%s is downloaded, never shown', async (_what, raw, mime, served) => {
  const { url, mime: found } = await given(raw, 'été "a".png');
  const file = await read(url);
  expect([found, file.headers.get('content-type'), file.headers.get('x-content-type-options')]).toEqual([mime, served, 'nosniff']);
  expect(file.headers.get('content-disposition')).toBe(`attachment; filename="_t_ _a_.png"; filename*=UTF-8''%C3%A9t%C3%A9%20%22a%22.png`);
  expect(await file.text()).toBe(raw);
});

test.each([
  ['bytes=6-8', 206, 'fil', 'bytes 6-8/11'],
  ['bytes=6-', 206, 'files', 'bytes 6-10/11'],
  ['bytes=-5', 206, 'files', 'bytes 6-10/11'],
  ['bytes=0-99', 206, 'hello files', 'bytes 0-10/11'],
  ['bytes=-99', 206, 'hello files', 'bytes 0-10/11'],
  ['bytes=11-', 416, '', 'bytes */11'],
  ['bytes=-0', 416, '', 'bytes */11'],
  ['bytes=8-6', 200, 'hello files', null],
  ['bytes=0-1,4-5', 200, 'hello files', null],
  ['lines=1-2', 200, 'hello files', null],
])('a range %s is answered %i', async (range, status, body, told) => {
  const { url } = await given('hello files');
  const file = await read(url, { range });
  expect([file.status, await file.text(), file.headers.get('content-range')]).toEqual([status, body, told]);
});

test('what a browser has is not sent again, and a head has no body', async () => {
  const { url } = await given('hello files');
  const head = await read(url, {}, 'HEAD');
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '11', '']);
  const again = await read(url, { 'if-none-match': head.headers.get('etag') ?? '' });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('a link opens one file until it expires, and nothing when somebody made it up', async () => {
  const [mine, theirs] = [await given(pngFile), await given('a secret of the other bot', 'b.txt', other.id)];
  const signed = mine.url.split('?')[1];
  expect((await read(`/media/${theirs.id}?${signed}`)).status).toBe(404);
  expect((await read(`/media/${mine.id}`)).status).toBe(404);
  expect((await read('/media/..%2f..%2fetc%2fpasswd?expires=1&signature=x')).status).toBe(404);
  clock.pass(26 * 3_600_000);
  const late = await read(mine.url);
  expect([late.status, late.headers.get('cache-control')]).toEqual([410, null]);
  clock.pass(-26 * 3_600_000);
  await api.context.models.Media.destroy({ where: { id: mine.id } });
  expect((await read(mine.url)).status).toBe(404);
});

test('one bot’s files are not another’s: neither read nor taken away through it', async () => {
  const { id } = await given(pngFile);
  expect((await api.ask('GET', `/api/v1/bots/${other.id}/media/${id}`, { as: 'owner' })).status).toBe(404);
  expect((await api.ask('DELETE', `/api/v1/bots/${other.id}/media/${id}`, { as: 'owner' })).status).toBe(404);
  expect((await api.ask('GET', `/api/v1/bots/${bot.id}/media/${id}`, { as: 'analyst' })).status).toBe(200);
});

test('a file goes unless a drawing holds it; a contact’s file is not an author’s to take away, nor in their list', async () => {
  const { id, mime, name, bytes } = await given(pngFile);
  const { revision, flow } = draftSchema.parse(await api.good('GET', `/api/v1/flows/${bot.flowId}/draft`));
  const say = { type: 'message', x: 0, y: 0, data: { kind: 'image', media: { id, mime, name, bytes } } };
  await api.good('PUT', `/api/v1/flows/${bot.flowId}/draft`, { revision, flow: { ...flow, nodes: { ...flow.nodes, say } } });
  const taken = () => api.ask('DELETE', `/api/v1/bots/${bot.id}/media/${id}`, { as: 'editor' });
  expect((await taken()).status).toBe(409);
  await api.good('PUT', `/api/v1/flows/${bot.flowId}/draft`, { revision: revision + 1, flow });
  expect((await taken()).status).toBe(200);
  expect((await taken()).status).toBe(404);
  const contacts = await api.context.models.Media.create({ id: uuid7(clock), bot: bot.id, sha256: 'a'.repeat(64), kind: 'image', mime: 'image/png', name: 'theirs.png', bytes: 1, madeAt: clock.now(), lane: uuid7(clock) });
  expect((await api.ask('DELETE', `/api/v1/bots/${bot.id}/media/${contacts.id}`, { as: 'owner' })).status).toBe(404);
  expect(mediaListSchema.parse(await api.good('GET', `/api/v1/bots/${bot.id}/media`)).items.map((item) => item.name)).not.toContain('theirs.png');
});

test('nothing, a program and too much are refused in words; the connection goes on', async () => {
  expect((await upload('')).body).toMatchObject({ error: { code: 'malformed', message: 'The file is empty.' } });
  expect(await upload('MZ program')).toMatchObject({ status: 422, body: { error: { message: 'Programs are not taken.' } } });
  const large = await upload(Buffer.concat([pngFile, Buffer.alloc(mostAuthorBytes.image)]));
  expect(large).toMatchObject({ status: 413, body: { error: { code: 'tooLarge', message: 'The file is larger than 10 MB.' } } });
  expect((await upload(pngFile)).status).toBe(201);
});

test('an upload that breaks off leaves nothing', async () => {
  const before = await api.context.models.Media.count();
  const { port } = new URL(api.url);
  await new Promise<void>((resolve) => {
    const sent = request({ port, method: 'POST', path: `/api/v1/bots/${bot.id}/media`, headers: { authorization: `Bearer ${api.accounts.editor.token}`, 'content-length': 5_000_000 } });
    sent.on('error', () => resolve());
    sent.write(pngFile, () => sent.destroy());
  });
  expect((await upload(pngFile)).status).toBe(201);
  expect(await api.context.models.Media.count()).toBe(before + 1);
});
