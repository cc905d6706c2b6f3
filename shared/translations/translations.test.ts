import { describe, expect, test } from 'vitest';
import type { FlowSet, Translation } from '../flow/document.ts';
import { hashText } from '../flow/hashFlow.ts';
import { drawGolden } from '../golden/drawGolden.ts';
import { paymentLink, ticket } from '../gallery/plugins.ts';
import { seededRandom } from '../lib/id.ts';
import type { JsonObject } from '../lib/json.ts';
import { nodeTypes } from '../nodes/index.ts';
import type { PluginDefinition } from '../nodes/pluginDefinition.ts';
import { changeTexts } from './changeTexts.ts';
import { parseCsv, writeCsv } from './csv.ts';
import { writeCsvTexts } from './csvTexts.ts';
import type { FiledText } from './filedText.ts';
import { compareHoles, piecesOf } from '../expressions/holes.ts';
import { languageIn } from './languageIn.ts';
import { changesOf, planImport } from './planImport.ts';
import { pseudo, withPseudo } from './pseudo.ts';
import { readTextFile } from './readTextFile.ts';
import { allTextRows, textRows } from './textRows.ts';
import type { TextRow } from './textRows.ts';
import { writeXliff } from './writeXliff.ts';
import { parseXml } from './xml.ts';

const by = (text: string, original: string, more: Partial<Translation> = {}): Translation => ({ text, source: hashText(original), by: 'person', accepted: true, ...more });

/** A menu in English, German and Arabic with a text in every state. */
function bot(): FlowSet {
  const set = drawGolden({
    flow: {
      languages: ['en', 'de', 'ar'], variables: { name: 'text' }, settings: { channels: ['whatsapp', 'web'], errorText: 'Sorry.', unreadableText: '', waitingText: '' },
      nodes: { start: 'start', hi: { message: { text: 'Hello {{name}}' } }, pick: { choice: { body: 'What?', options: { a: { label: 'Price', order: 1 }, b: { label: 'Hours', order: 2 } } } }, bye: { end: { text: 'Bye' } } },
      edges: ['start -> hi', 'hi -> pick', 'pick.a -> bye', 'pick.b -> bye'],
    },
    subflows: { sub: { languages: ['en'], nodes: { start: 'start', told: { message: { text: 'In a subflow' } }, end: 'end' }, edges: ['start -> told', 'told -> end'], settings: { errorText: '', unreadableText: '', waitingText: '' } } },
  }, nodeTypes);
  const main = set.flows[set.main];
  if (!main) throw new Error('No main flow.');
  main.translations = {
    de: {
      'hi/text': by('Hallo {{name}}', 'Hello {{name}}'), 'pick/body': by('Was?', 'Which?'), 'bye/text': by('Tschüss', 'Bye', { by: 'machine', accepted: false }),
      'pick/options.a.label': by('Preisauskunftsverzeichnisse', 'Price'),
    },
    ar: { 'hi/text': by('مرحبا', 'Hello {{name}}') },
  };
  return set;
}

const rowsOf = (set: FlowSet): TextRow[] => allTextRows(set, nodeTypes);
const find = (rows: readonly TextRow[], key: string): TextRow => rows.find((row) => row.key === key) ?? (() => { throw new Error(key); })();
const ground = { source: 'en', languages: ['en', 'de', 'ar'] };

describe('textRows', () => {
  const rows = rowsOf(bot());
  test('are in the order of the conversation, the settings and the subflows after them', () => {
    expect(rows.map(({ id }) => id)).toEqual(['main:hi/text', 'main:pick/body', 'main:pick/options.a.label', 'main:pick/options.b.label', 'main:bye/text', 'main:settings/errorText', expect.stringMatching(/^sub.*:told\/text$/)]);
  });
  test.each([
    ['hi/text', 'de', { state: 'ok', machine: false, holes: undefined, tooLong: [] }],
    ['hi/text', 'ar', { state: 'ok', holes: { lost: ['name'], invented: [], broken: false } }],
    ['pick/body', 'de', { state: 'outdated', text: 'Was?' }],
    ['pick/options.a.label', 'de', { tooLong: [{ channel: 'WhatsApp', most: 24, length: 27 }] }],
    ['pick/options.b.label', 'de', { state: 'missing', text: '' }],
    ['bye/text', 'de', { state: 'ok', machine: true }],
  ])('%s in %s', (key, language, cell) => expect(find(rows, key).cells[language]).toMatchObject(cell));
});

test('what people read at a plugin’s address is a text of the bot; what only authors read of one that asks is none', () => {
  const keysOf = (definition: PluginDefinition): string[] => rowsOf(drawGolden({ flow: { languages: ['en', 'de'], nodes: { start: 'start', use: { plugin: JSON.parse(JSON.stringify({ plugin: definition, kind: definition.kind, text: 'Pay.' })) as JsonObject } }, edges: ['start -> use'] } }, nodeTypes)).flatMap(({ key }) => (key.startsWith('use/') ? [key] : []));
  expect(keysOf(paymentLink)).toEqual(['use/text', 'use/plugin.codes.paid.label', 'use/plugin.codes.declined.label']);
  expect(keysOf(ticket)).toEqual([]);
});

test('after an edit only the rows it touched are made anew', () => {
  const set = bot();
  const flow = set.flows[set.main];
  if (!flow) throw new Error('No main flow.');
  const ground = { flow: set.main, name: 'main', languages: flow.languages, channels: flow.settings.channels, nodeTypes };
  const before = textRows(flow, ground);
  const after = textRows({ ...flow, translations: { ...flow.translations, de: { ...flow.translations['de'], 'pick/body': by('Was darf es sein?', 'What?') } } }, ground, before);
  expect(after.map((row, at) => row === before[at])).toEqual(before.map(({ key }) => key !== 'pick/body'));
  expect(find(after, 'pick/body').cells['de']).toMatchObject({ state: 'ok', text: 'Was darf es sein?' });
});

describe('holes', () => {
  test.each([['{{ a }}{{b}}', ['{{ a }}', '{{b}}']], ['no hole', ['no hole']], ['a {{ x == "}}" }} b', ['a ', '{{ x == "}}" }}', ' b']], ['open {{ a', ['open ', '{{ a']]])('%s is cut and joined again', (text, pieces) => {
    expect(piecesOf(text).map((piece) => piece.text)).toEqual(pieces);
  });
  test.each([
    ['{{a}}', '{{ a }}', undefined], ['{{a}} {{b}}', '{{b}} {{a}}', undefined], ['{{ now() }}', '{{now()}}', undefined], ['{{a}}', 'x', { lost: ['a'], invented: [], broken: false }],
    ['{{a > 1 ? "one" : "more"}}', '{{a > 1 ? "eins" : "mehr"}}', undefined], ['a', '{{ }}', { lost: [], invented: [], broken: true }],
  ])('%s as %s', (original, translation, difference) => expect(compareHoles(original, translation)).toEqual(difference));
});

describe('pseudo', () => {
  const text = 'Your order {{ order.id }} costs {{price}}. Ask help@example.org or see https://example.org/a?b=c';
  test('keeps holes and addresses, and is about a third longer', () => {
    const said = pseudo(text, 'en-XA');
    for (const kept of ['{{ order.id }}', '{{price}}', 'help@example.org', 'https://example.org/a?b=c']) expect(said).toContain(kept);
    expect(said).toMatch(/^\[Ý.*\]$/s);
    const plain = pseudo('A sentence of quite usual length, as people write it.', 'en-XA');
    expect(plain.length / 'A sentence of quite usual length, as people write it.'.length).toBeCloseTo(1.39, 1);
    expect(compareHoles(text, said)).toBeUndefined();
  });
  test('from right to left it overrides the direction of words only', () => {
    expect(pseudo('Hi {{name}}', 'ar-XB')).toBe('\u200f\u202eHi\u202c\u200f {{name}}');
    expect(pseudo(' ', 'en-XA')).toBe(' ');
  });
  test('a bot can speak it: every text is there', () => {
    const rows = rowsOf(withPseudo(bot(), nodeTypes));
    expect(rows.every(({ cells }) => cells['en-XA']?.state === 'ok' && cells['ar-XB']?.state === 'ok' && !cells['en-XA'].holes)).toBe(true);
  });
});

describe('CSV', () => {
  test.each([
    ['commas and quotes', 'a,"b ""c"" d",e\r\n', [['a', 'b "c" d', 'e']]],
    ['semicolons', 'a;b,c;d\n1;2;3', [['a', 'b,c', 'd'], ['1', '2', '3']]],
    ['tabs', 'a\tb\n1\t2\n', [['a', 'b'], ['1', '2']]],
    ['line ends inside quotes', '"a\nb",c\r\nd,e', [['a\nb', 'c'], ['d', 'e']]],
    ['a byte order mark and sep=', '\ufeffsep=;\r\na;b\r\n', [['a', 'b']]],
    ['old line ends', 'a,b\rc,d\r', [['a', 'b'], ['c', 'd']]],
    ['empty lines', 'a,b\n\n\nc,d\n', [['a', 'b'], ['c', 'd']]],
    ['an empty cell at the end', 'a,b,\n', [['a', 'b', '']]],
  ])('reads %s', (_what, text, rows) => expect(parseCsv(text)).toMatchObject({ ok: true, rows: rows.map((cells) => ({ cells })) }));
  test('says on which line a quotation mark is open, and counts lines inside quotes', () => {
    expect(parseCsv('a,b\n"x\ny",z\nc,"d\n')).toMatchObject({ ok: false, line: 4 });
    const parsed = parseCsv('a\n"x\ny"\nlast');
    expect(parsed.ok && parsed.rows.map(({ line }) => line)).toEqual([1, 2, 4]);
  });
  test.each(['=1+1', '+49 30', '-5', '@SUM(A1)', '\tx', "'=quoted", "''-x", '＝1'])('%s is no formula in a spreadsheet, and comes back', (cell) => {
    const written = writeCsv([[cell, 'b']]);
    expect(written).toMatch(/^\ufeff"?'/);
    expect(parseCsv(written)).toMatchObject({ rows: [{ cells: [cell, 'b'] }] });
  });
});

describe('XML', () => {
  const bomb = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><xliff version="1.2">&b;</xliff>';
  test.each([
    [bomb, 'DOCTYPE'], ['<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', 'DOCTYPE'], ['<a>&b;</a>', 'undefined entity'], ['<a><b></a>', 'unexpected close tag'], ['<a>', 'unclosed tag: a'], ['<a/><b/>', 'only one root'],
    ['<a>x & y</a>', 'unclosed tag'], ['<a b=c/>', 'attribute'], ['<a><!-- ', 'unclosed'], [`${'<a>'.repeat(500)}`, 'too deeply'], ['', 'root element'], ['<a>&#xD800;</a>', 'character'],
  ])('%s is refused', (text, says) => expect(parseXml(text)).toMatchObject({ ok: false, message: expect.stringContaining(says) }));
  test('says on which line', () => expect(parseXml('<a>\n<b>\n</c></a>')).toMatchObject({ ok: false, line: 3 }));
  test('reads references, raw text, prefixes and what stands beside', () => {
    expect(parseXml('<?xml version="1.0"?><!-- x --><x:a b="1 &lt; &quot;2&quot;" c=\'d\'>&#65;&#x1F600;<![CDATA[<b>&]]></x:a>')).toEqual({ ok: true, root: { name: 'a', attributes: { b: '1 < "2"', c: 'd' }, children: ['A😀', '<b>&'], line: 1 } });
  });
});

describe('a file of translations', () => {
  test.each([
    ['', 'The file is empty.'], ['   \n', 'The file is empty.'], ['{"a":1}', 'JSON'], ['PK\u0003\u0004', 'workbook'], ['hello there', 'has no id and en (the original)'], ['id,en\na,b', 'No column is named after a language'], ['id,de\na,b', 'has no en (the original)'],
    ['<html></html>', 'not XLIFF'], ['<xliff version="1.2"><file source-language="en"/></xliff>', 'target-language'], ['<xliff version="2.0" trgLang="de"><file id="f"/></xliff>', 'no translations'], ['id,en,de\n"x', 'nothing closes'], ['\0\0\0', 'zero byte'],
  ])('%j is refused with a sentence', (text, says) => expect(readTextFile(text, ground)).toMatchObject({ ok: false, message: expect.stringContaining(says) }));
  test('beyond the cap it is not read at all', () => {
    expect(readTextFile('x'.repeat(20_000_001), ground)).toMatchObject({ ok: false, message: expect.stringContaining('21 MB') });
  });
  test.each([['de', 'de'], ['DE', 'de'], ['de-DE', 'de'], ['pt_br', 'pt-BR'], ['pt', 'pt-BR'], ['pt-PT', undefined], ['where', undefined], ['xx', undefined]])('the tag %s means %s', (tag, language) => expect(languageIn(tag, ['de', 'pt-BR'])).toBe(language));

  const xliff2 = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de-DE"><file id="f1"><group id="g"><unit id="u1" name="main:hi/text"><originalData><data id="d1">{{name}}</data></originalData>
    <segment state="translated"><source>Hello <ph id="1" dataRef="d1"/></source><target>Servus <ph id="1" dataRef="d1"/></target></segment></unit></group>
    <unit id="main:bye/text"><segment><source>B</source><target>Auf </target></segment><segment><source>ye</source><target>bald</target></segment></unit></file></xliff>`;
  test('XLIFF 2 is read with its placeholders, groups and segments', () => {
    const read = readTextFile(xliff2, ground);
    expect(read).toMatchObject({ ok: true, texts: [{ ids: ['u1', 'main:hi/text'], language: 'de', source: 'Hello {{name}}', text: 'Servus {{name}}', says: 'done' }, { source: 'Bye', text: 'Auf bald' }] });
    if (read.ok) expect(planImport(read.texts, rowsOf(bot())).map(({ verdict }) => verdict)).toEqual(['changed', 'changed']);
  });
  test('a tool that empties placeholders finds them by their number', () => {
    const text = '<xliff version="1.2"><file source-language="en" target-language="de"><body><group><trans-unit id="7" resname="main:hi/text"><source>Hello <ph id="1">{{name}}</ph></source><target state="final"><mrk mtype="seg"><x id="1"/>, hallo!</mrk></target></trans-unit></group></body></file></xliff>';
    const read = readTextFile(text, ground);
    expect(read.ok && planImport(read.texts, rowsOf(bot()))).toMatchObject([{ verdict: 'changed', text: '{{name}}, hallo!', before: 'Hallo {{name}}' }]);
  });
});

describe('planImport', () => {
  const filed = (key: string, text: string, more: Partial<FiledText> = {}): FiledText => ({ line: 2, ids: [`main:${key}`], language: 'de', source: rows.find((row) => row.key === key)?.original ?? '', text, ...more });
  const rows = rowsOf(bot());
  test.each<[string, FiledText, object]>([
    ['new', filed('pick/options.b.label', 'Zeiten'), { verdict: 'new', translation: by('Zeiten', 'Hours') }],
    ['changed', filed('hi/text', 'Servus {{ name }}'), { verdict: 'changed', before: 'Hallo {{name}}' }],
    ['unchanged', filed('hi/text', 'Hallo {{name}}'), { verdict: 'unchanged' }],
    ['an old text that is right', filed('pick/body', 'Was?', { says: 'done' }), { verdict: 'confirmed', translation: by('Was?', 'What?') }],
    ['an old text nobody looked at', filed('pick/body', 'Was?'), { verdict: 'unchanged' }],
    ['a machine text that is accepted', filed('bye/text', 'Tschüss', { says: 'done' }), { verdict: 'confirmed', translation: by('Tschüss', 'Bye', { by: 'machine', accepted: true }) }],
    ['made by a machine', filed('pick/options.b.label', 'Zeiten', { says: 'machine' }), { verdict: 'new', translation: by('Zeiten', 'Hours', { by: 'machine', accepted: false }) }],
    ['left empty', filed('hi/text', ' '), { verdict: 'empty' }],
    ['of a copy of the bot', filed('hi/text', 'Ach {{name}}', { ids: ['0197:hi/text'] }), { verdict: 'changed' }],
    ['line ends of another system', filed('bye/text', 'Auf\r\nbald'), { verdict: 'changed', translation: { text: 'Auf\nbald' } }],
    ['an unknown id', filed('gone/text', 'x'), { verdict: 'refused', why: expect.stringContaining('no text with the id main:gone/text') }],
    ['an unknown language', filed('hi/text', 'x', { language: 'it' }), { verdict: 'refused', why: expect.stringContaining('does not speak it') }],
    ['an older original', filed('hi/text', 'x', { source: 'Hello' }), { verdict: 'refused', why: 'The original has changed since the file was made.' }],
    ['a lost variable', filed('hi/text', 'Hallo'), { verdict: 'refused', why: 'It leaves out {{name}}.' }],
    ['a broken hole', filed('bye/text', 'Tschüss {{'), { verdict: 'refused', why: expect.stringContaining('no }}') }],
    ['too long', filed('pick/options.b.label', 'x'.repeat(25)), { verdict: 'refused', why: 'It has 25 characters; WhatsApp takes 24.' }],
    ['a script is a text like any other', filed('bye/text', '<script>alert(1)</script>'), { verdict: 'changed' }],
  ])('%s', (_what, text, line) => expect(planImport([text], rows)[0]).toMatchObject(line));
  test('the same text twice: the first counts', () => {
    expect(planImport([filed('bye/text', 'A'), { ...filed('bye/text', 'B'), line: 9 }], rows).map(({ verdict, why }) => [verdict, why])).toEqual([['changed', undefined], ['refused', 'The same text stands on line 2 already.']]);
  });
});

test('a thousand random texts go out and come back through both formats, whatever is in them', () => {
  const random = seededRandom(20_261_129);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const pieces = ['Hallo', ' ', '\n', ',', ';', '"', "'", '\t', '=1+1', '-', '@', '&', '<b>', '</source>', ']]>', '<script>alert(1)</script>', 'مرحبا', 'שלום', '👩‍👩‍👧', '日本', 'é', '\u202e', '&#13;', '{{', '}}', '|', '\\n', '﻿', '%s', '’'];
  const words = (): string => Array.from({ length: 1 + Math.floor(random() * 8) }, () => pick(pieces)).join('').trim() || 'x';
  for (let round = 0; round < 20; round += 1) {
    const nodes = Object.fromEntries(Array.from({ length: 50 }, (_, no) => [`n${no}`, { message: { text: `${no}${words().replaceAll('{{', '').replaceAll('}}', '')}${random() < 0.5 ? ' {{name}}' : ''}` } }]));
    const set = drawGolden({ flow: { languages: ['en', 'ar'], variables: { name: 'text' }, nodes: { start: 'start', ...nodes, end: 'end' }, edges: [] } }, nodeTypes);
    const main = set.flows[set.main];
    if (!main) throw new Error('No main flow.');
    const wanted = Object.fromEntries(Object.entries(nodes).map(([id, { message: { text } }]) => [`${id}/text`, by(`x${words().replaceAll('{{', '').replaceAll('}}', '')}${text.includes('{{name}}') ? '{{ name }}' : ''}`, text)]));
    main.translations = { ar: wanted };
    const rows = rowsOf(set);
    const files = [writeCsvTexts(rows, { source: 'en', languages: ['ar'] }), writeXliff(rows, { source: 'en', language: 'ar', name: 'Bot "&" <1>' })];
    for (const file of files) {
      const read = readTextFile(file, { source: 'en', languages: ['en', 'ar'] });
      if (!read.ok) throw new Error(`${read.line}: ${read.message}`);
      const again = planImport(read.texts, rows);
      expect(again.filter(({ verdict }) => verdict !== 'unchanged' && verdict !== 'empty').map(({ id, verdict, why, text, before }) => ({ id, verdict, why, text, before }))).toEqual([]);
      const bare: FlowSet = { ...set, flows: { [set.main]: { ...main, translations: {} } } };
      const copy = { translations: {} };
      for (const changes of changesOf(planImport(read.texts, rowsOf(bare))).values()) changeTexts(copy, changes);
      expect(copy.translations).toEqual({ ar: wanted });
    }
  }
});
