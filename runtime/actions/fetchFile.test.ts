import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '@parley/db/testing';
import { mostContactBytes } from '@parley/shared/messages/files';
import { fileMessage, withOwnFile } from '../lib/media/withOwnFile.ts';
import { pngFile } from '../lib/media/samples.data.ts';
import { mediaOf } from '../lib/media/mediaOf.ts';
import { takeFile } from '../lib/media/takeFile.ts';
import { createPublicFetch } from '../lib/publicFetch.ts';
import { openStage } from '../turns/test/stage.ts';

/** Somebody else's server with files on it. */
const answers: Record<string, Buffer> = { '/ticket.png': pngFile, '/page.png': Buffer.from('<!doctype html>'), '/program': Buffer.from('MZ program'), '/large.png': Buffer.concat([pngFile, Buffer.alloc(mostContactBytes.image)]) };
const elsewhere = createServer((request, response) => {
  const body = answers[request.url ?? ''];
  response.writeHead(body ? 200 : 404).end(body);
});
await new Promise<void>((resolve) => { elsewhere.listen(0, '127.0.0.1', resolve); });
afterAll(() => elsewhere.close());
const at = (path: string): string => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}${path}`;

const db = await testDatabase();
const stage = await openStage(db, {
  sketch: {
    variables: { url: 'text', photo: 'file' },
    nodes: {
      begin: 'start', where: { ask: { question: 'Where is it?', save: 'url' } }, show: { message: { kind: 'image', source: 'address', address: 'url', text: 'Here' } }, none: { message: { text: 'I have none.' } },
      ask: { ask: { question: 'A photo?', expects: 'media', save: 'photo' } }, back: { message: { kind: 'image', source: 'variable', file: 'photo' } },
    },
    edges: ['begin -> where', 'where.answered -> show', 'show -> ask', 'show.failed -> none', 'none -> where', 'ask.answered -> back', 'back -> where'],
  },
  over: { publicFetch: createPublicFetch({ privateHosts: [new URL(at('/')).host] }) },
});
const { models } = stage.context;
const said = async (from: string) => (await stage.log(from)).filter(({ direction }) => direction === 'out').map(({ body }) => body['message']);

test('a file at an address is fetched once, kept with the conversation and sent; one that a contact sent goes back to them', async () => {
  await stage.say('ann', 'hi');
  await stage.say('ann', at('/ticket.png'));
  const [kept, ...others] = await models.Media.findAll({ where: { lane: stage.lane('ann') } });
  expect(others).toEqual([]);
  expect(kept).toMatchObject({ bot: stage.bot, kind: 'image', mime: 'image/png', name: 'ticket.png', saidAt: stage.clock.now() });
  expect((await said('ann')).slice(1)).toEqual([{ type: 'image', media: kept && mediaOf(kept), caption: 'Here' }, { type: 'text', text: 'A photo?' }]);
  async function* content() {
    yield await Promise.resolve(pngFile);
  }
  const conversation = { bot: stage.bot, lane: stage.lane('ann') };
  const given = mediaOf(await takeFile(stage.context, content(), { ...conversation, name: 'me.png', most: mostContactBytes }));
  const message = await withOwnFile({ clock: stage.clock, db }, fileMessage('image', given, undefined), conversation);
  await stage.say('ann', message ?? 'nothing');
  expect((await said('ann')).slice(3)).toEqual([{ type: 'image', media: given }, { type: 'text', text: 'Where is it?' }]);
});

test('what is no picture goes as the document that it is', async () => {
  await stage.say('bob', 'hi');
  await stage.say('bob', at('/page.png'));
  expect((await said('bob'))[1]).toMatchObject({ type: 'document', media: { mime: 'text/html', name: 'page.png' }, caption: 'Here' });
});

test.each([
  ['that is not there', at('/gone')],
  ['of a program', at('/program')],
  ['too large for what it is', at('/large.png')],
  ['on this machine', 'http://127.0.0.1:1/a.png'],
  ['for metadata', 'http://169.254.169.254/latest/meta-data'],
  ['on a disk', 'file:///etc/passwd'],
  ['that is none', 'no address'],
])('a file %s leaves by Failed, and nothing is kept', async (what, address) => {
  await stage.say(what, 'hi');
  expect(await stage.say(what, address)).toEqual(['I have none.', 'Where is it?']);
  expect(await models.Media.count({ where: { lane: stage.lane(what) } })).toBe(0);
});
