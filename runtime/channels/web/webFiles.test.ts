import { expect, test } from 'vitest';
import { testDatabase } from '@parley/db/testing';
import type { ChatBot, ChatMessage } from '@parley/shared/api/chat';
import { sentFileSchema } from '@parley/shared/api/media';
import { mostContactBytes } from '@parley/shared/messages/files';
import { pngFile, samples } from '../../lib/media/samples.data.ts';
import { readMediaLink } from '../../lib/media/mediaLinks.ts';
import { openStage } from '../../turns/test/stage.ts';
import { openDoors } from '../test/doorStage.ts';
import { makeVisitor } from './visitors.ts';

const db = await testDatabase();
const stage = await openStage(db, {
  type: 'web',
  sketch: {
    variables: { given: 'file' },
    nodes: { begin: 'start', ask: { ask: { question: 'Send it.', expects: 'media', files: { image: true, audio: true, video: false, document: false }, save: 'given', retryText: 'A photo or a voice message, no {{given}}.' } }, thanks: { message: { text: 'Got {{given}}.' } } },
    edges: ['begin -> ask', 'ask.answered -> thanks', 'thanks -> ask'],
  },
});
const { url } = await openDoors(stage);
const base = `${url}/channels/web/${stage.channel.botSlug}`;
const visitor = () => makeVisitor(stage.context.keys, stage.channel.id).token;
const give = async (token: string, body: Buffer, name = 'a.png') => {
  const answer = await fetch(`${base}/media?name=${encodeURIComponent(name)}`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: new Uint8Array(body) });
  return { status: answer.status, body: await answer.json() as object };
};
const say = (token: string, id: string, message: object) => fetch(`${base}/messages`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: JSON.stringify({ id, message }) });
const log = async (token: string, after = 0) => ((await (await fetch(`${base}/messages?after=${after}&wait=1`, { headers: { authorization: `Bearer ${token}` } })).json()) as { items: ChatMessage[] }).items;
const heard = (items: ChatMessage[]) => items.filter(({ direction }) => direction === 'out').map(({ message }) => (message.type === 'text' ? message.text : message.type));

test('a page is told which files the published questions take', async () => {
  expect(((await (await fetch(base)).json()) as ChatBot).takes).toEqual(['audio', 'image']);
});

test('a visitor gives a photo and says it: the bot has it, the page gets it back with a link', async () => {
  const token = visitor();
  await say(token, 'message-1', { type: 'start' });
  await say(token, 'message-2', { type: 'text', text: 'hi' });
  const given = await give(token, pngFile, 'shop.png');
  expect(given).toMatchObject({ status: 201, body: { kind: 'image', media: { mime: 'image/png', name: 'shop.png', bytes: pngFile.length } } });
  const { media } = sentFileSchema.parse(given.body);
  await say(token, 'message-3', { type: 'image', media: { ...media, name: 'lie.exe', mime: 'text/html', bytes: 1 }, caption: 'My shop' });
  await stage.turns.runUntilIdle();
  const items = await log(token);
  const mine = items.find((item) => item.message.type === 'image');
  expect(mine).toMatchObject({ direction: 'in', message: { type: 'image', media, caption: 'My shop' } });
  expect(heard(items).at(-2)).toBe('Got shop.png.');
  const link = new URL(mine?.url ?? '', url);
  expect(link.pathname).toBe(`/media/${media.id}`);
  expect(readMediaLink(stage.context.keys, { id: media.id, expires: link.searchParams.get('expires'), signature: link.searchParams.get('signature'), now: stage.clock.now() })).toBe('good');
  expect(items.filter(({ url: link }) => link !== undefined)).toHaveLength(1);
});

test('a wrong kind is answered in the author’s words', async () => {
  const token = visitor();
  await say(token, 'message-1', { type: 'start' });
  const film = samples.find(({ kind }) => kind === 'video');
  const { media } = sentFileSchema.parse((await give(token, film?.bytes ?? Buffer.alloc(0), 'film.webm')).body);
  await say(token, 'message-2', { type: 'video', media });
  await stage.turns.runUntilIdle();
  expect(heard(await log(token)).at(-1)).toBe('A photo or a voice message, no .');
});

test('another visitor’s file is none of theirs to send, nor one that was never given', async () => {
  const { media } = sentFileSchema.parse((await give(visitor(), pngFile)).body);
  for (const id of [media.id, '01900000-0000-7000-8000-000000000001', 'no id', '../x']) {
    const answer = await say(visitor(), 'message-1', { type: 'image', media: { ...media, id } });
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: { fields: [{ message: 'That file is not here any more. Choose it again.' }] } }]);
  }
});

test('a file of another conversation is none of a form’s answers; one’s own comes as the store knows it', async () => {
  const theirs = sentFileSchema.parse((await give(visitor(), pngFile)).body).media;
  const token = visitor();
  const own = sentFileSchema.parse((await give(token, pngFile)).body).media;
  const refused = await say(token, 'message-1', { type: 'formReply', values: { photo: theirs, note: 'Look' } });
  expect([refused.status, await refused.json()]).toMatchObject([400, { error: { fields: [{ message: 'That file is not here any more. Choose it again.' }] } }]);
  expect((await say(token, 'message-2', { type: 'formReply', values: { photo: { ...own, name: 'lie.exe', mime: 'text/html', bytes: 1 }, note: 'Look' } })).status).toBeLessThan(300);
  expect((await log(token)).find(({ direction }) => direction === 'in')).toMatchObject({ message: { type: 'formReply', values: { photo: own, note: 'Look' } } });
});

test('only visitors give files: of their size, not too many, to a bot that takes some', async () => {
  expect((await give('1.x.y', pngFile)).status).toBe(401);
  const token = visitor();
  expect((await give(token, Buffer.concat([pngFile, Buffer.alloc(mostContactBytes.image)]))).status).toBe(413);
  expect((await give(token, Buffer.alloc(0))).status).toBe(400);
  expect((await give(token, pngFile, 'x'.repeat(1_001))).status).toBe(400);
  for (let n = 0; n < 30; n += 1) expect((await give(token, pngFile)).status).toBe(201);
  expect(await give(token, pngFile)).toMatchObject({ status: 429, body: { error: { message: 'Too many files at once. Send the next one later.' } } });
  expect((await give(visitor(), pngFile)).status).toBe(201);
  stage.clock.pass(61 * 60_000);
  expect((await give(token, pngFile)).status).toBe(201);

  const deaf = await openStage(db, { type: 'web', sketch: { nodes: { begin: 'start', ask: { ask: { question: 'Name?' } }, bye: 'end' }, edges: ['begin -> ask', 'ask -> bye'] } });
  const doors = await openDoors(deaf);
  const at = `${doors.url}/channels/web/${deaf.channel.botSlug}`;
  expect(((await (await fetch(at)).json()) as ChatBot).takes).toEqual([]);
  const refused = await fetch(`${at}/media`, { method: 'POST', headers: { authorization: `Bearer ${makeVisitor(deaf.context.keys, deaf.channel.id).token}` }, body: new Uint8Array(pngFile) });
  expect([refused.status, await refused.json()]).toMatchObject([422, { error: { message: 'This bot takes no files.' } }]);
});
