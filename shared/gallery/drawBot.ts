import { flowSchemaVersion } from '../flow/document.ts';
import type { Flow, FlowSet } from '../flow/document.ts';
import { hashText } from '../flow/hashFlow.ts';
import { parseFlow } from '../flow/parseFlow.ts';
import { settingsTexts } from '../flow/settingsTexts.data.ts';
import { cardSizes, heightBefore } from '../layout/cardSizes.ts';
import { placeCards } from '../layout/placeCards.ts';
import { invariant } from '../lib/invariant.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import type { BotDrawing, DrawnShortcut, FlowDrawing, Spoken } from './drawing.ts';

/** The drawing's main flow as a document: the first language as typed, the others as accepted translations. Throws, with the places, when it is none. */
export function drawBot(drawing: BotDrawing, nodeTypes: NodeTypes): Flow {
  const { languages, channels, colour, zone, shortcuts = restartOnly(drawing) } = drawing;
  return drawFlow('bot', drawing, languages, nodeTypes, (write) => ({
    channels: [...channels], ...(colour && { colour }), zone, silenceAfter: 'PT24H',
    ...Object.fromEntries((['errorText', 'unreadableText', 'waitingText'] as const).map((name) => [name, write('settings', [name], drawing.said?.[name] ?? usual(languages, name))])),
    shortcuts: Object.fromEntries(Object.entries(shortcuts).map(([id, { words, does }], at) => [id, { keywords: write('settings', ['shortcuts', id, 'keywords'], words), does, order: at + 1 }])),
  }));
}

/** The drawing's flows: the main one, and those it calls by the ids it names them with. */
export function drawFlows(drawing: BotDrawing, nodeTypes: NodeTypes): FlowSet & { flows: { main: Flow } } {
  const { languages, channels, zone, subflows = {} } = drawing;
  // A subflow begins with no words of its own and goes by those of the main flow.
  const silent = { channels: [...channels], zone, errorText: '', unreadableText: '', waitingText: '', shortcuts: {} };
  const called = Object.entries(subflows).map(([id, subflow]): [string, Flow] => [id, drawFlow('subflow', subflow, languages, nodeTypes, () => silent)]);
  return { main: 'main', flows: { main: drawBot(drawing, nodeTypes), ...Object.fromEntries(called) } };
}

type Write = ReturnType<typeof writer>;

function drawFlow(kind: 'bot' | 'subflow', { variables, nodes }: FlowDrawing, languages: BotDrawing['languages'], nodeTypes: NodeTypes, settingsOf: (write: Write) => object): Flow {
  const translations: Flow['translations'] = Object.fromEntries(languages.slice(1).map((language) => [language, {}]));
  const write = writer(languages, translations);
  const settings = settingsOf(write);
  const document = {
    schema: flowSchemaVersion,
    kind,
    languages: [...languages],
    variables: Object.fromEntries(Object.entries(variables).map(([name, variable], order) => [name, { name, ...('kind' in variable ? { type: variable } : variable), order }])),
    nodes: Object.fromEntries(Object.entries(nodes).map(([id, { type, title, data = {} }]) => [id, { type, ...(title && { title }), x: 0, y: 0, data: write(id, [], data) }])),
    edges: Object.fromEntries(Object.entries(nodes).flatMap(([from, { to = {} }]) => Object.entries(to).map(([exit, target]) => [`${from}-${exit}`, { from, exit, to: target }]))),
    notes: {},
    translations,
    settings: { sessionHours: 24, missingTranslationsAccepted: false, consentText: '', ...settings },
  };
  const parsed = parseFlow(document, nodeTypes);
  if (parsed.ok) return placed(parsed.flow, nodeTypes);
  throw new Error(`The drawing is not a flow document: ${parsed.problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}`);
}

/** The drawing with its cards where the canvas would tidy them to. */
function placed(flow: Flow, nodeTypes: NodeTypes): Flow {
  const ways = Object.entries(flow.nodes).map(([id, { type, data }]) => ({ id, says: nodeTypes[type]?.summary(data) ?? '', exits: nodeTypes[type]?.exits(data).map((exit) => exit.id) ?? [] }));
  const edges = Object.entries(flow.edges).map(([id, edge]) => ({ id, ...edge }));
  const places = placeCards({
    nodes: ways.map(({ id, says, exits }) => ({ id, width: cardSizes.width, height: heightBefore({ says, exits: exits.length }) })),
    edges: ways.flatMap(({ id, exits }) => exits.flatMap((exit) => edges.filter((edge) => edge.from === id && edge.exit === exit))),
  });
  return { ...flow, nodes: Object.fromEntries(Object.entries(flow.nodes).map(([id, node]) => [id, { ...node, ...places[id] }])) };
}

/** What every flow says in these languages until somebody words it. */
function usual(languages: readonly string[], name: keyof (typeof settingsTexts)[string]): Spoken {
  return Object.fromEntries(languages.map((language) => {
    const text = settingsTexts[language]?.[name];
    invariant(text, `there are settings texts in ${language}`);
    return [language, text];
  }));
}

function restartOnly({ languages }: BotDrawing): Readonly<Record<string, DrawnShortcut>> {
  return { restart: { words: usual(languages, 'restart'), does: { kind: 'restart' } } };
}

/** Leaves the first language's text where it stands and files the others under its key. */
function writer([first, ...others]: readonly [string, ...string[]], translations: Flow['translations']) {
  const isSpoken = (value: object): value is Spoken => Object.keys(value).length === others.length + 1 && [first, ...others].every((language) => Object.hasOwn(value, language));
  return function write(owner: string, path: readonly string[], value: unknown): unknown {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    if (!isSpoken(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, write(owner, [...path, name], inner)]));
    const original = value[first] ?? '';
    for (const language of others) {
      const filed = translations[language];
      if (filed) filed[`${owner}/${path.join('.')}`] = { text: value[language] ?? '', source: hashText(original), by: 'person', accepted: true };
    }
    return original;
  };
}
