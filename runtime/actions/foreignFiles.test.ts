import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testDatabase } from '@parley/db/testing';
import { isObject } from '@parley/shared/expressions/fits';
import { paymentLink } from '@parley/shared/gallery/plugins';
import type { Json, JsonObject } from '@parley/shared/lib/json';
import { mostContactBytes } from '@parley/shared/messages/files';
import type { EvaluatedModelCall, ModelResult } from '@parley/shared/machine/modelCall';
import type { Sketch } from '@parley/shared/nodes/golden';
import { afterAll, describe, expect, test } from 'vitest';
import { answerCallback } from '../callbacks/answerCallback.ts';
import { createCallbacks } from '../callbacks/createCallbacks.ts';
import { readReference } from '../callbacks/reference.ts';
import { fetchMedia } from '../lib/media/fetchMedia.ts';
import { foreignFile } from '../lib/media/foreignFiles.ts';
import { mediaOf } from '../lib/media/mediaOf.ts';
import { pngFile } from '../lib/media/samples.data.ts';
import { takeFile } from '../lib/media/takeFile.ts';
import { createPublicFetch } from '../lib/publicFetch.ts';
import { createModels } from '../models/createModels.ts';
import { createRequests } from '../requests/createRequests.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { openStage } from '../turns/test/stage.ts';
import type { Stage } from '../turns/test/stage.ts';
import { callModel } from './callModel.ts';
import type { EffectTools } from './perform.ts';
import { runCode } from './runCode.ts';

const db = await testDatabase();
let gives: Json = null;
const other = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(gives)));
});
await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
afterAll(() => other.close());
const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;

/** Gives what the code of a test is said to give. */
const sandbox: Sandbox = { run: () => Promise.resolve({ ok: true, value: isObject(gives) ? gives['photo'] ?? null : null }), close: () => Promise.resolve() };

const file = { kind: 'file' } as const;
const plain = (data: unknown): JsonObject => JSON.parse(JSON.stringify(data)) as JsonObject;

/** Something from outside fills `photo`, which is sent. */
const sends = (use: Sketch['nodes'][string], by: string): Sketch => ({
  variables: { photo: 'file', album: { type: { kind: 'list', of: { kind: 'object', fields: { photo: file } } } }, link: 'text' },
  nodes: { begin: 'start', use, show: { message: { kind: 'image', source: 'variable', file: 'photo' } }, done: { end: { text: 'Done.' } }, none: { end: { text: 'None.' } } },
  edges: ['begin -> use', `use.${by} -> show`, 'use.failed -> none', 'show.next -> done', 'show.failed -> none'],
});
const open = (sketch: Sketch): Promise<Stage> => openStage(db, { sketch, over: { publicFetch: createPublicFetch({ privateHosts: ['127.0.0.1'] }), sandbox } });

async function given({ context, bot, lane }: Stage, from: string | null): Promise<JsonObject> {
  async function* content() {
    yield await Promise.resolve(pngFile);
  }
  return { ...mediaOf(await takeFile(context, content(), { bot, lane: from === null ? null : lane(from), name: 'me.png', most: mostContactBytes })) };
}

/** What an effect of Ann's conversation has at hand. */
const toolsOf = ({ context, bot, lane, clock }: Stage): EffectTools => ({
  pool: db.pool, sandbox, requests: createRequests(context), callbacks: createCallbacks(context), models: createModels(context),
  fetchMedia: (of, conversation, signal) => fetchMedia(context, of, conversation, signal), bot, contact: null, language: null, lane: lane('ann'), session: 1, key: 'k', now: clock.now(), seed: 1, signal: new AbortController().signal,
  history: () => Promise.resolve([]), stream: () => undefined, say: () => undefined, startTimer: () => undefined, openDialog: () => undefined,
});

const effects: [what: string, sketch: Sketch, said: string[]][] = [
  ['an answer', sends({ http: { url, saves: { a: { path: ['photo'], save: 'photo', order: 1 } } } }, 'ok'), ['image', 'Done.']],
  ['an answer to where to call back', sends({
    plugin: plain({ plugin: { ...paymentLink, url, outputs: { p: { name: 'photo', label: 'Photo', type: file, comes: 'answer', path: 'photo', order: 1 } } }, kind: paymentLink.kind, inputs: { amount: { value: '1' } }, results: { p: { variable: 'photo' } }, text: 'Pay' }),
  }, 'paid'), ['Pay']],
  ['code', sends({ code: { output: file, save: 'photo' } }, 'done'), ['image', 'Done.']],
];

describe('a file that comes from outside', () => {
  test.each(effects)('in %s is sent where it was given in this conversation, and fails where it was not', async (what, sketch, sent) => {
    const stage = await open(sketch);
    for (const [whose, fine] of [['ann', true], ['bob', false], [null, false], ['nobody', false]] as const) {
      const photo: JsonObject = whose === 'nobody' ? { id: '019a0000-0000-7000-8000-000000000001', mime: 'image/png', name: 'a.png', bytes: 1 } : await given(stage, whose);
      gives = { photo };
      expect(await stage.say('ann', 'hi'), `${what}, of ${String(whose)}`).toEqual(fine ? sent : ['None.']);
      if (!fine) expect(JSON.stringify(await stage.sql('select trace from lanes.turns where lane = $1 order by seq desc limit 1', [stage.lane('ann')]))).toContain(foreignFile);
      await stage.turns.control({ lane: stage.lane('ann'), bot: stage.bot, key: `stop-${String(whose)}`, event: { type: 'stop' } });
      await stage.turns.runUntilIdle();
    }
  });

  test('may come back from code that was given it, whoever it is of', async () => {
    const stage = await open(sends({ code: { output: file, save: 'photo' } }, 'done'));
    const photo = await given(stage, 'bob');
    gives = { photo };
    const run = (input: JsonObject) => runCode.perform({ type: 'runCode', wait: 1, code: '', input, output: file, timeoutMs: 1_000 }, toolsOf(stage));
    expect(await run({ found: [{ photo }] })).toEqual(photo);
    // Its id alone may be what somebody wrote.
    await expect(run({ said: photo['id'] ?? null })).rejects.toThrow(foreignFile);
  });

  test('inside of a list is found, and one without an id is none', async () => {
    const stage = await open(sends({ http: { url, saves: { a: { path: [], save: 'album', order: 1 } } } }, 'ok'));
    gives = [{ photo: await given(stage, 'ann') }, { photo: { id: '', mime: '', name: '', bytes: 0 } }];
    expect(await stage.say('ann', 'hi')).toEqual(['None.']);
    expect(JSON.stringify(await stage.sql('select trace from lanes.turns where lane = $1', [stage.lane('ann')]))).not.toContain(foreignFile);
    gives = [{ photo: await given(stage, 'ann') }, { photo: await given(stage, 'bob') }];
    await stage.say('ann', 'hi');
    expect(JSON.stringify(await stage.sql('select trace from lanes.turns where lane = $1 order by seq desc limit 1', [stage.lane('ann')]))).toContain(foreignFile);
  });

  test('among the values of a callback is refused by its field, and the address stays good', async () => {
    const stage = await open(sends({ callback: { codes: { ok: { code: 'paid', order: 1 } }, outputs: { a: { name: 'photo', type: file, save: 'photo', order: 1 } }, text: '{{link}}', address: 'link', timeout: 'PT1H' } }, 'ok'));
    const [link = ''] = await stage.say('ann', 'hi');
    const id = readReference(stage.context.keys, new URL(link).pathname.split('/')[2] ?? '') ?? '';
    const answer = async (whose: string) => answerCallback(stage.context, stage.turns, { id, code: 'paid', values: { photo: await given(stage, whose) } });
    await expect(answer('bob')).rejects.toMatchObject({ code: 'malformed', fields: [{ path: 'values.photo', message: foreignFile }] });
    await answer('ann');
    await stage.turns.runUntilIdle();
    expect((await stage.log('ann')).filter(({ direction }) => direction === 'out').map(({ body }) => (body['message'] as { type: string }).type)).toEqual(['text', 'image', 'text']);
  });

  test.each<[string, (photo: JsonObject) => [Partial<EvaluatedModelCall>, Partial<ModelResult>]]>([
    ['gives', (photo) => [{ output: { as: 'fields', fields: [{ as: 'p', name: 'photo', help: '', type: file }] } }, { outcome: 'done', values: { p: photo } }]],
    ['gives a flow', (photo) => [{ tools: [{ id: 't', name: 'show', help: '', takes: [{ as: 'p', name: 'photo', help: '', type: file }], gives: [] }] }, { outcome: 'tool:t', arguments: { p: photo } }]],
  ])('that a model %s fails', async (_what, made) => {
    const stage = await open({ nodes: { begin: 'start', over: 'end' }, edges: ['begin -> over'] });
    const { context } = stage;
    const ask = async (whose: string) => {
      const [call, result] = made(await given(stage, whose));
      const used = { model: null, tokensIn: 0, tokensOut: 0, cost: 0 };
      const asked: Parameters<typeof callModel.perform>[0] = { type: 'callModel', wait: 1, node: 'n', role: 'fast', instructions: [], data: {}, history: 0, output: { as: 'text', mostLetters: 100, streams: false }, timeoutMs: 1_000, language: 'en', ...call };
      return callModel.perform(asked, { ...toolsOf(stage), models: { ...createModels(context), call: () => Promise.resolve({ outcome: 'done', by: 'model', used, ...result }) } });
    };
    await expect(ask('bob')).rejects.toThrow(foreignFile);
    expect(await ask('ann')).toMatchObject({ by: 'model' });
  });
});
