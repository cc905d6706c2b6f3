import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '@parley/db/testing';
import { mostContactBytes } from '@parley/shared/messages/files';
import { hashToken } from '../../lib/keys.ts';
import { readMediaLink } from '../../lib/media/mediaLinks.ts';
import { pngFile } from '../../lib/media/samples.data.ts';
import { takeFile } from '../../lib/media/takeFile.ts';
import { createPublicFetch } from '../../lib/publicFetch.ts';
import { openStage } from '../../turns/test/stage.ts';
import { openDoors } from '../test/doorStage.ts';

/** Somebody else's server with files on it. */
const asked: string[] = [];
const answers: Record<string, [status: number, body: Buffer]> = {
  '/holiday%20photo.png': [200, pngFile],
  '/page.png': [200, Buffer.from('<!doctype html>')],
  '/program': [200, Buffer.from('MZ program')],
  '/empty': [200, Buffer.alloc(0)],
  '/large.png': [200, Buffer.concat([pngFile, Buffer.alloc(mostContactBytes.image)])],
  '/gone': [404, Buffer.from('nothing here')],
};
const elsewhere = createServer((request, response) => {
  const path = request.url ?? '';
  asked.push(path);
  const [status, body] = answers[path] ?? [500, Buffer.alloc(0)];
  response.writeHead(status, { 'content-type': 'image/gif' }).end(body);
});
await new Promise<void>((resolve) => { elsewhere.listen(0, '127.0.0.1', resolve); });
afterAll(() => elsewhere.close());
const { port } = elsewhere.address() as AddressInfo;

const photo = { id: 'x', mime: 'image/png', name: 'menu.png', bytes: pngFile.length };
const db = await testDatabase();
const stage = await openStage(db, {
  sketch: {
    variables: { given: 'file' },
    nodes: { begin: 'start', ask: { ask: { question: 'Send a photo.', expects: 'media', files: { image: true, audio: false, video: false, document: false }, save: 'given' } }, show: { message: { kind: 'image', media: photo, text: 'You sent {{given}}.' } } },
    edges: ['begin -> ask', 'ask.answered -> show', 'show -> ask'],
  },
  over: { publicFetch: createPublicFetch({ privateHosts: [`127.0.0.1:${port}`] }) },
});
const { models } = stage.context;
const token = 'token-of-this-channel';
await models.Channel.update({ tokenHash: hashToken(token) }, { where: { id: stage.channel.id } });
const { url } = await openDoors(stage);
let ids = 0;
const send = async (message: object, { id = `file-${(ids += 1)}`, from = 'ada' } = {}): Promise<{ status: number; body: { messages?: { type: string; media?: { url: string }; caption?: string; text?: string }[]; error?: { fields: object[] } } }> => {
  const answer = await fetch(`${url}/channels/rest/${token}/messages?wait=1`, { method: 'POST', body: JSON.stringify({ id, from, message }) });
  return { status: answer.status, body: await answer.json() as Awaited<ReturnType<typeof send>>['body'] };
};
const at = (path: string) => `http://127.0.0.1:${port}${path}`;

beforeEach(async () => {
  await models.Media.destroy({ where: {} });
  asked.length = 0;
});

test('a file at an address is fetched, looked at, kept as the contact’s, and answers the question; what goes out has a signed address', async () => {
  await send({ type: 'text', text: 'hi' });
  const { status, body } = await send({ type: 'document', url: at('/holiday%20photo.png') });
  expect(status).toBe(200);
  expect(await models.Media.findAll()).toMatchObject([{ bot: stage.bot, lane: stage.lane('ada'), kind: 'image', mime: 'image/png', name: 'holiday photo.png', width: 3, saidAt: stage.clock.now() }]);
  const [shown] = body.messages ?? [];
  expect(shown).toMatchObject({ type: 'image', caption: 'You sent holiday photo.png.', media: photo });
  const link = new URL(shown?.media?.url ?? '');
  expect([link.origin, link.pathname]).toEqual(['http://localhost:0', '/media/x']);
  expect(readMediaLink(stage.context.keys, { id: 'x', expires: link.searchParams.get('expires'), signature: link.searchParams.get('signature'), now: stage.clock.now() })).toBe('good');
});

test('what it is called and what it is come from the bytes, with the sender’s name and caption', async () => {
  await send({ type: 'image', url: at('/page.png'), name: '../x.png', caption: 'my page' });
  expect(await models.Media.findAll()).toMatchObject([{ kind: 'document', mime: 'text/html', name: 'x.png' }]);
  const [said] = (await stage.log('ada')).toReversed().filter(({ direction }) => direction === 'in');
  expect(said?.body).toMatchObject({ message: { type: 'document', caption: 'my page', media: { mime: 'text/html' } } });
});

test('a repeat gets the first answer and leaves one file', async () => {
  const first = await send({ type: 'image', url: at('/holiday%20photo.png') }, { id: 'twice' });
  expect(await send({ type: 'image', url: at('/holiday%20photo.png') }, { id: 'twice' })).toEqual(first);
  expect(await models.Media.count()).toBe(1);
});

test.each([
  ['that is not there', at('/gone'), 422, 'Its address answered 404.'],
  ['of nothing', at('/empty'), 422, 'The file is empty.'],
  ['of a program', at('/program'), 422, 'Programs are not taken.'],
  ['too large for what it is', at('/large.png'), 422, 'The file is larger than 10 MB.'],
  ['on this machine', 'http://127.0.0.1:1/a.png', 422, 'The address is not on the public internet.'],
  ['for metadata', 'http://169.254.169.254/latest/meta-data', 422, 'The address is not on the public internet.'],
  ['on a disk', 'file:///etc/passwd', 400, 'Invalid URL'],
  ['that is none', 'no address', 400, 'Invalid URL'],
])('a file %s is refused at the door, by field', async (_what, address, status, message) => {
  const answer = await send({ type: 'image', url: address });
  expect(answer.status).toBe(status);
  expect(answer.body.error?.fields).toEqual([{ path: 'message.url', message: expect.stringContaining(message) as string }]);
  expect(await models.Media.count()).toBe(0);
});

test('a stored file is taken from its own conversation only', async () => {
  async function* content() {
    yield await Promise.resolve(pngFile);
  }
  const { id } = await takeFile(stage.context, content(), { bot: stage.bot, lane: stage.lane('bob'), name: 'mine.png', most: mostContactBytes });
  const message = { type: 'image', media: { ...photo, id, name: 'whatever', bytes: 1 } };
  expect(await send(message, { from: 'eve' })).toMatchObject({ status: 400, body: { error: { fields: [{ path: 'message.media.id' }] } } });
  expect(await send({ type: 'image', media: photo }, { from: 'bob' })).toMatchObject({ status: 400 });
  await send({ type: 'text', text: 'hi' }, { from: 'bob' });
  expect((await send(message, { from: 'bob' })).body.messages?.[0]?.caption).toBe('You sent mine.png.');
});
