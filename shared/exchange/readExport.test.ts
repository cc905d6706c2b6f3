import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { emptyFlow } from '../flow/emptyFlow.ts';
import type { Flow } from '../flow/document.ts';
import { drawBot } from '../gallery/drawBot.ts';
import { gallery } from '../gallery/index.ts';
import { seededRandom } from '../lib/id.ts';
import { nodeTypes } from '../nodes/index.ts';
import { randomFlow } from '../test/randomFlow.ts';
import { botFileLimits, botFileSchemaVersion } from './botFile.ts';
import { findJsonMistake } from './findJsonMistake.ts';
import { readExport } from './readExport.ts';
import { gatherBot, writeBotFile } from './writeBotFile.ts';

const keptTest = { description: 'Opens', clock: '2026-11-20T09:00:00Z', conversation: [{ user: 'hi' }, { ends: true as const }] };

/** A bot's file as JSON text, and the bot. */
function written(flows: Readonly<Record<string, Flow>>, main = 'main') {
  const bot = gatherBot({ name: 'Wash', main, flows: Object.fromEntries(Object.entries(flows).map(([id, flow]) => [id, { name: `Flow ${id}`, flow }])), tests: [keptTest], credentials: [{ id: 'unused', name: 'Not used', hosts: [] }] }, nodeTypes);
  return { bot, text: JSON.stringify(writeBotFile(bot)) };
}

const problemsOf = (text: string) => {
  const read = readExport(text, nodeTypes);
  return read.ok ? [] : read.problems;
};
const random = seededRandom(7);
const plain = () => emptyFlow({ kind: 'bot', language: 'en', random, nodeTypes });
const calling = (kind: 'bot' | 'subflow', ...called: string[]): Flow => {
  const flow = emptyFlow({ kind, language: 'en', random, nodeTypes });
  return { ...flow, nodes: { ...flow.nodes, ...Object.fromEntries(called.map((id) => [`call-${id}`, { type: 'subflow', x: 0, y: 0, data: { flow: id, args: {}, results: {} } }])) } };
};

describe('our own file', () => {
  test.each(gallery.map(({ id, drawing }) => [id, drawing] as const))('the %s bot comes back as it went', (_id, drawing) => {
    const { bot, text } = written({ main: drawBot(drawing, nodeTypes) });
    expect(readExport(text, nodeTypes)).toEqual({ ok: true, tool: 'parley', bot, report: expect.any(Array) });
  });

  test('random bots come back as they went', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      // JSON knows no -0.
      const { main, flows } = JSON.parse(JSON.stringify(randomFlow(seed))) as ReturnType<typeof randomFlow>;
      const { bot, text } = written(flows, main);
      const read = readExport(text, nodeTypes);
      expect(read.ok && read.bot, `seed ${seed}`).toEqual(bot);
    }
  });

  test('names the credentials and files that flows use, and no others', () => {
    const media = { id: 'm1', name: 'price-list.pdf', mime: 'application/pdf', bytes: 12 };
    const flow = plain();
    const drawn: Flow = { ...flow, nodes: { ...flow.nodes, ask: { type: 'http', x: 0, y: 0, data: { ...nodeTypes['http']?.defaults(random), credential: 'crm' } }, say: { type: 'message', x: 0, y: 0, data: { ...nodeTypes['message']?.defaults(random), kind: 'document', media } } } };
    const bot = gatherBot({ name: 'Wash', main: 'main', flows: { main: { name: 'Wash', flow: drawn } }, tests: [], credentials: [{ id: 'crm', name: 'CRM', hosts: ['crm.example.org'] }, { id: 'other', name: 'Other', hosts: [] }] }, nodeTypes);
    expect([bot.credentials, bot.media]).toEqual([[{ id: 'crm', name: 'CRM', hosts: ['crm.example.org'] }], [media]]);
  });

  test.each([
    ['a newer file', { schema: botFileSchemaVersion + 1 }, 'schema', 'newer Parley'],
    ['a newer flow', { flows: { main: { name: 'A', flow: { schema: 99 } } } }, 'flows.main.flow.schema', 'newer Parley'],
    ['no main flow', { main: 'gone' }, 'main', 'no flow gone'],
    ['a field nobody knows', { colour: 'red' }, 'colour', 'no such field'],
    ['a subflow as main flow', { flows: { main: { name: 'A', flow: calling('subflow') } } }, 'flows.main.flow.kind', 'Expected bot'],
    ['a name that is none', { name: ' ' }, 'name', ''],
    ['a test that is none', { tests: [{ description: 'x' }] }, 'tests.0.', ''],
  ])('%s is refused by name', (_what, change, path, says) => {
    const problems = problemsOf(JSON.stringify({ ...writeBotFile(written({ main: plain() }).bot), ...change }));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]?.path).toContain(path);
    expect(problems[0]?.message).toContain(says);
  });

  test('flows that call each other in a round are kept and told', () => {
    const read = readExport(written({ main: calling('bot', 'a'), a: calling('subflow', 'b'), b: calling('subflow', 'a') }).text, nodeTypes);
    expect(read).toMatchObject({ ok: true, report: [{ what: 'Flows that call each other', places: [{ where: 'Flow a → Flow b → Flow a' }] }] });
  });

  test('a script in a label stays a text and is told', () => {
    const said = '<script>alert(1)</script>';
    const flow = plain();
    const read = readExport(written({ main: { ...flow, nodes: { ...flow.nodes, say: { type: 'message', x: 0, y: 0, data: { ...nodeTypes['message']?.defaults(random), text: said } } } } }).text, nodeTypes);
    expect(read).toMatchObject({ ok: true, bot: { flows: { main: { flow: { nodes: { say: { data: { text: said } } } } } } }, report: [{ what: 'Text with markup', places: [{ node: 'say' }] }] });
  });
});

describe('files that cannot be read', () => {
  test.each([
    ['{"a": 1,\n  "b": }', 'line 2, column 8', 'Expected a value'],
    ['{"a": [1 2]}', 'line 1, column 10', 'a comma'],
    ['{"a": 1', 'line 1, column 8', 'the file ends'],
    ['{"a": "\n"}', 'line 1, column 7', 'Expected a value'],
    ['{} {}', 'line 1, column 4', 'nothing more'],
    ['', 'line 1, column 1', 'the file ends'],
  ])('%j says where', (text, path, says) => {
    expect(problemsOf(text)).toEqual([{ path, message: expect.stringContaining(says) }]);
  });

  test('the place found is one where JSON ends, whatever was broken', () => {
    const text = JSON.stringify({ a: [1, -2.5e3, 'x\u0007y"z', true, null, {}], 'b c': { d: [[]] } });
    for (let at = 0; at < text.length; at += 1) {
      for (const broken of [text.slice(0, at), text.slice(0, at) + text.slice(at + 1), `${text.slice(0, at)},${text.slice(at)}`]) {
        let json = true;
        try {
          JSON.parse(broken);
        } catch {
          json = false;
        }
        expect(findJsonMistake(broken) === undefined, broken).toBe(json);
      }
    }
  });

  test.each(['null', '[]', '"a"', '{}', '{"flows":{}}', '{"version":"6","groups":1,"edges":[]}', '{"flows":[]}', '{"format":"parley-bot"}'])('%s is refused with a sentence', (text) => {
    expect(problemsOf(text)[0]?.message).toMatch(/\w+/);
  });

  test('a file that is too large is refused before it is parsed', () => {
    expect(problemsOf(`{"a":"${'x'.repeat(botFileLimits.bytes)}`)).toEqual([{ path: '', message: 'A file to import has at most 20 MB' }]);
  });

  test('older and newer versions of other tools are refused with what to do', () => {
    expect(problemsOf('{"version":"5","events":null,"groups":[],"edges":[],"variables":[]}').map(({ path }) => path)).toContain('version');
    expect(problemsOf('{"flows":[{"uuid":"a","spec_version":"11.12","nodes":[]}]}')).toEqual([{ path: 'flows.0.spec_version', message: expect.stringContaining('13 and 14') }]);
  });

  test('nesting without end is refused', () => {
    expect(problemsOf(`{"version":"6","groups":${'['.repeat(100_000)}${']'.repeat(100_000)},"edges":[]}`)[0]?.message).toContain('levels of nesting');
  });

  test('a huge export whose jumps lead to jumps is read, and a larger one refused by its number of blocks', () => {
    const jumps = Array.from({ length: 4_990 }, (_, at) => ({ id: `g${at}`, title: '', graphCoordinates: { x: 0, y: 0 }, blocks: [at % 2 ? { id: `b${at}`, type: 'text', content: { plainText: 'Hi' }, outgoingEdgeId: 'e' } : { id: `b${at}`, type: 'Jump', options: { groupId: `g${(at + 2) % 4_990}` } }] }));
    const bot = { version: '6.1', name: 'Big', events: [{ id: 's', type: 'start', graphCoordinates: { x: 0, y: 0 } }], edges: [{ id: 'e', to: { groupId: 'g0' } }], variables: [] };
    expect(readExport(JSON.stringify({ ...bot, groups: jumps }), nodeTypes).ok).toBe(true);
    expect(problemsOf(JSON.stringify({ ...bot, groups: Array.from({ length: 11 }, (_, at) => ({ ...jumps[0], id: `g${at}`, blocks: Array.from({ length: 500 }, (_one, place) => ({ id: `b${at}-${place}`, type: 'text' })) })) }))).toEqual([{ path: 'groups', message: expect.stringContaining('5500') }]);
  });

  test('whatever is wrong inside of an export, it is read or refused, and what is read is a document', () => {
    const random9 = seededRandom(9);
    for (const name of ['bikeWorkshop.typebot', 'teaShop.typebot', 'waterSurvey.rapidpro', 'vaccination.glific']) {
      const text = readFileSync(fileURLToPath(new URL(`./samples/${name}.json`, import.meta.url)), 'utf8');
      for (let round = 0; round < 60; round += 1) {
        const strings = [...text.matchAll(/"(?:[^"\\]|\\.)*"(?!:)/g)];
        const spot = strings[Math.floor(random9() * strings.length)];
        const put = ['""', '"gone"', '"{{"', '"@("', '"<script>"', `"${'x'.repeat(5_000)}"`, 'null', '7'][Math.floor(random9() * 8)] ?? '""';
        const read = spot ? readExport(text.slice(0, spot.index) + put + text.slice(spot.index + spot[0].length), nodeTypes) : undefined;
        expect(read?.ok === true || (read?.problems.length ?? 0) > 0).toBe(true);
      }
    }
  });
});
