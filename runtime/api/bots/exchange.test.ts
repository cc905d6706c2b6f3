import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { testDatabase } from '@parley/db/testing';
import { botListSchema, botSchema } from '@parley/shared/api/bots';
import { credentialSchema } from '@parley/shared/api/credentials';
import { exportedBotSchema, importedSchema } from '@parley/shared/api/exchange';
import { draftSchema, flowHeadSchema, flowListSchema } from '@parley/shared/api/flows';
import { verifiedSchema } from '@parley/shared/api/issues';
import { mediaFileSchema, mediaListSchema } from '@parley/shared/api/media';
import { testListSchema } from '@parley/shared/api/tests';
import { botFileLimits } from '@parley/shared/exchange/botFile';
import { mediaSchema } from '@parley/shared/messages/incoming';
import { nodeTypes } from '@parley/shared/nodes/index';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { pngFile } from '../../lib/media/samples.data.ts';
import { testApi } from '../../test/testApi.ts';

const api = await testApi(await testDatabase());
const sampleText = (name: string) => readFileSync(fileURLToPath(new URL(`../../../shared/exchange/samples/${name}.json`, import.meta.url)), 'utf8');
const random = () => 0.5;

async function imported(text: string, query = '') {
  const answer = await api.ask('POST', `/api/v1/bots/import${query}`, { as: 'editor', raw: text });
  expect(answer.status, JSON.stringify(answer.body).slice(0, 500)).toBe(201);
  return importedSchema.parse(answer.body);
}

/** A bot with a subflow, a test, a file, and a shared credential and one of its own. */
async function fullBot(name: string) {
  const bot = botSchema.parse(await api.good('POST', '/api/v1/bots', { name }));
  const sub = flowHeadSchema.parse(await api.good('POST', `/api/v1/bots/${bot.id}/flows`, { name: 'Menu' }));
  const media = mediaFileSchema.parse((await api.ask('POST', `/api/v1/bots/${bot.id}/media?name=price.png`, { as: 'owner', raw: pngFile })).body);
  const keep = async (botId: string | null, called: string) => credentialSchema.parse(await api.good('POST', '/api/v1/credentials', { botId, name: called, kind: 'bearer', secret: 'a very secret word', hosts: ['api.example.org'] }));
  const [shared, own] = [await keep(null, `CRM of ${name}`), await keep(bot.id, 'Own')];
  const { revision, flow } = draftSchema.parse(await api.good('GET', `/api/v1/flows/${bot.flowId}/draft`));
  const at = { x: 400, y: 160 };
  const http = (credential: string) => ({ type: 'http', ...at, data: { ...nodeTypes['http']?.defaults(random), credential } });
  const nodes = {
    ...flow.nodes, one: http(shared.id), two: http(own.id),
    call: { type: 'subflow', ...at, data: { flow: sub.id, args: {}, results: {} } },
    say: { type: 'message', ...at, data: { ...nodeTypes['message']?.defaults(random), kind: 'image', media: { id: media.id, mime: media.mime, name: media.name, bytes: media.bytes } } },
  };
  await api.good('PUT', `/api/v1/flows/${bot.flowId}/draft`, { revision, flow: { ...flow, nodes } });
  await api.good('POST', `/api/v1/bots/${bot.id}/tests`, { test: { description: 'Opens', clock: '2026-01-05T09:00:00Z', conversation: [{ user: 'hi' }] } });
  return { bot, sub, media, shared, own };
}

describe('a bot as a file', () => {
  test('is told with its flows, tests and the names of what it uses, and without any secret', async () => {
    const { bot, sub, media, shared, own } = await fullBot('Exported');
    const answer = await api.ask('GET', `/api/v1/bots/${bot.id}/export`, { as: 'analyst' });
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename=exported.parley.json');
    expect(JSON.stringify(answer.body)).not.toContain('a very secret word');
    const file = exportedBotSchema.parse(answer.body);
    expect(file).toMatchObject({ name: 'Exported', main: bot.flowId, flows: { [bot.flowId]: {}, [sub.id]: { name: 'Menu' } }, tests: [{ description: 'Opens' }], media: [{ id: media.id, name: 'price.png' }] });
    expect(file.credentials.map(({ id }) => id).sort()).toEqual([shared.id, own.id].sort());
  });

  test('makes the same bot again: calls lead to its own subflows, shared credentials and files are found, others are told', async () => {
    const { bot, sub, media, shared, own } = await fullBot('Taken along');
    const file = exportedBotSchema.parse(await api.good('GET', `/api/v1/bots/${bot.id}/export`));
    const { bot: made, missingCredentials, report, tool } = await imported(JSON.stringify(file), '?name=Again');
    expect([made.name, tool, missingCredentials]).toEqual(['Again', 'parley', [{ id: own.id, name: 'Own', hosts: ['api.example.org'] }]]);
    expect(report).toMatchObject([{ verdict: 'leftOut', what: 'Credential', places: [{ where: 'Own' }] }]);
    const { items } = flowListSchema.parse(await api.good('GET', `/api/v1/bots/${made.id}/flows`));
    const menu = items.find(({ name }) => name === 'Menu');
    const { flow } = draftSchema.parse(await api.good('GET', `/api/v1/flows/${made.flowId}/draft`));
    expect(menu?.id).not.toBe(sub.id);
    expect(flow.nodes).toMatchObject({ call: { data: { flow: menu?.id } }, one: { data: { credential: shared.id } } });
    const kept = mediaListSchema.parse(await api.good('GET', `/api/v1/bots/${made.id}/media`)).items;
    expect(kept.map(({ name }) => name)).toEqual(['price.png']);
    const sent = mediaSchema.parse(flow.nodes['say']?.data['media']);
    expect(sent.id).toBe(kept[0]?.id);
    expect(sent.id).not.toBe(media.id);
    expect(testListSchema.parse(await api.good('GET', `/api/v1/bots/${made.id}/tests`)).items).toMatchObject([{ test: { description: 'Opens' } }]);
  });

  test('asks for the credentials that are not here: one that is made or chosen takes their place in every node, as a step that can be undone', async () => {
    const { bot, own } = await fullBot('Asking');
    const { bot: made, missingCredentials } = await imported(JSON.stringify(await api.good('GET', `/api/v1/bots/${bot.id}/export`)), '?name=Asked');
    expect(missingCredentials.map(({ id }) => id)).toEqual([own.id]);
    const fresh = credentialSchema.parse(await api.good('POST', '/api/v1/credentials', { botId: made.id, name: 'Own', kind: 'bearer', secret: 'another secret', hosts: ['api.example.org'] }));
    const strange = credentialSchema.parse(await api.good('POST', '/api/v1/credentials', { botId: bot.id, name: 'Of the other bot', kind: 'bearer', secret: 'x', hosts: ['api.example.org'] }));
    const use = (to: string) => api.ask('POST', `/api/v1/bots/${made.id}/use-credential`, { as: 'editor', body: { from: own.id, to } });
    expect((await use(strange.id)).body).toMatchObject({ error: { code: 'invalid', fields: [{ path: 'to' }] } });
    expect((await use(fresh.id)).body).toEqual({ flows: [made.flowId] });
    expect(draftSchema.parse(await api.good('GET', `/api/v1/flows/${made.flowId}/draft`)).flow.nodes).toMatchObject({ two: { data: { credential: fresh.id } } });
    expect((await use(fresh.id)).body).toEqual({ flows: [] });
  });

  test('is as its published schema says, with every node type in it; what is not, is not', async () => {
    const { bot } = await fullBot('By the schema');
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(z.record(z.string(), z.unknown()).parse(await api.good('GET', '/api/v1/schemas/bot')));
    const file = exportedBotSchema.parse(await api.good('GET', `/api/v1/bots/${bot.id}/export`));
    expect(validate(file), ajv.errorsText(validate.errors)).toBe(true);
    const flow = z.looseObject({ nodes: z.record(z.string(), z.unknown()) }).parse(file.flows[bot.flowId]?.flow);
    for (const type of Object.values(nodeTypes)) {
      const nodes = { ...flow.nodes, tried: { type: type.type, x: 0, y: 0, data: type.defaults(random) } };
      const withIt = { ...file, flows: { ...file.flows, [bot.flowId]: { name: 'Main', flow: { ...flow, nodes } } } };
      expect(validate(withIt), `${type.type}: ${ajv.errorsText(validate.errors)}`).toBe(true);
      const wrong = { ...withIt, flows: { ...file.flows, [bot.flowId]: { name: 'Main', flow: { ...flow, nodes: { ...nodes, tried: { ...nodes.tried, x: 'left' } } } } } };
      expect(validate(wrong), type.type).toBe(false);
    }
    for (const broken of [{ ...file, schema: 99 }, { ...file, main: 7 }, { ...file, flows: { x: { name: '', flow } } }]) expect(validate(broken)).toBe(false);
  });

  test('leaves a file behind that is not here, and says in which message', async () => {
    const { bot, media } = await fullBot('From elsewhere');
    const text = JSON.stringify(await api.good('GET', `/api/v1/bots/${bot.id}/export`)).replaceAll(media.id, '01900000-0000-7000-8000-000000000000');
    const { bot: made, report } = await imported(text);
    expect(report).toContainEqual(expect.objectContaining({ what: 'File', places: [{ where: 'From elsewhere: price.png' }] }));
    expect(draftSchema.parse(await api.good('GET', `/api/v1/flows/${made.flowId}/draft`)).flow.nodes['say']?.data['media']).toBeNull();
  });

  test('a duplicate is named after its bot, drawn the same and published by nobody', async () => {
    const { bot } = await fullBot('Twin');
    const { bot: copy } = importedSchema.parse(await api.good('POST', `/api/v1/bots/${bot.id}/duplicate`, {}));
    expect(copy).toMatchObject({ name: 'Twin (copy)', slug: 'twin-copy', live: null });
    const nodes = async (flowId: string) => Object.keys(draftSchema.parse(await api.good('GET', `/api/v1/flows/${flowId}/draft`)).flow.nodes);
    expect(await nodes(copy.flowId)).toEqual(await nodes(bot.flowId));
    expect(importedSchema.parse(await api.good('POST', `/api/v1/bots/${bot.id}/duplicate`, { name: 'Third' })).bot.name).toBe('Third');
  });
});

test.each([['bikeWorkshop.typebot', 'typebot'], ['teaShop.typebot', 'typebot'], ['waterSurvey.rapidpro', 'rapidpro'], ['vaccination.glific', 'rapidpro']])('%s becomes a bot that verifies', async (name, tool) => {
  const made = await imported(sampleText(name));
  expect(made.tool).toBe(tool);
  expect(new Set(made.report.map(({ verdict }) => verdict))).toContain('leftOut');
  const { issues } = verifiedSchema.parse(await api.good('POST', `/api/v1/flows/${made.bot.flowId}/verify`));
  // Whether models are set up is the installation's matter.
  expect(issues.filter(({ severity, check }) => severity === 'error' && check !== 'modelMissing')).toEqual([]);
});

describe('what cannot be imported makes nothing', () => {
  const count = async () => botListSchema.parse(await api.good('GET', '/api/v1/bots?limit=200')).items.length;

  test.each([
    ['a file that is no JSON', '{\n  "a": ]', 400, 'line 2, column 8', 'not JSON'],
    ['an empty file', '', 400, 'line 1, column 1', 'ends'],
    ['another JSON', '{"a":1}', 400, '', 'no export'],
    ['a newer schema', '{"format":"parley-bot","schema":99}', 400, 'schema', 'newer Parley'],
    ['an older Typebot', '{"version":"3","groups":[],"edges":[],"variables":[],"events":[]}', 400, 'version', 'version 6'],
  ])('%s', async (_what, raw, status, path, says) => {
    const before = await count();
    const answer = await api.ask('POST', '/api/v1/bots/import', { as: 'editor', raw });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error: { code: 'malformed', fields: expect.arrayContaining([{ path, message: expect.stringContaining(says) }]) } });
    expect(await count()).toBe(before);
  });

  test('bytes that are no text', async () => {
    const answer = await api.ask('POST', '/api/v1/bots/import', { as: 'editor', raw: pngFile });
    expect([answer.status, answer.body]).toEqual([400, expect.objectContaining({ error: expect.objectContaining({ message: expect.stringContaining('UTF-8') }) })]);
  });

  test('50 MB, refused by its header with a sentence', async () => {
    const before = await count();
    const answer = await api.ask('POST', '/api/v1/bots/import', { as: 'editor', raw: new Uint8Array(50_000_000) });
    expect([answer.status, answer.body]).toEqual([413, expect.objectContaining({ error: expect.objectContaining({ message: `The file is too large: at most ${botFileLimits.bytes / 1_000_000} MB are taken.` }) })]);
    expect(await count()).toBe(before);
  });

  test('one flow of several that is wrong: the others are not made either', async () => {
    const { bot, sub } = await fullBot('Half');
    const file = exportedBotSchema.parse(await api.good('GET', `/api/v1/bots/${bot.id}/export`));
    const before = await count();
    const broken = { ...file, flows: { ...file.flows, [sub.id]: { name: 'Menu', flow: { schema: 1 } } } };
    const answer = await api.ask('POST', '/api/v1/bots/import', { as: 'editor', raw: JSON.stringify(broken) });
    expect(answer.body).toMatchObject({ error: { fields: expect.arrayContaining([expect.objectContaining({ path: expect.stringContaining(`flows.${sub.id}.flow.`) })]) } });
    expect(await count()).toBe(before);
  });
});
