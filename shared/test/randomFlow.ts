import type { ValueType } from '../expressions/types.ts';
import { flowSchemaVersion } from '../flow/document.ts';
import type { Flow, FlowSet } from '../flow/document.ts';
import { hashText } from '../flow/hashFlow.ts';
import { settingsTexts } from '../flow/settingsTexts.data.ts';
import { seededRandom } from '../lib/id.ts';
import type { Random } from '../lib/id.ts';
import { invariant } from '../lib/invariant.ts';
import { nodeTypes } from '../nodes/index.ts';
import { walkFields } from '../nodes/walkFields.ts';
import { pick, chance, below } from './random.ts';
import { randomData } from './randomData.ts';

/** Flows of a random set, the main one first. */
export const randomFlowIds = ['main', 'price', 'menu'] as const;

/** Variables every random flow has, so that its expressions have something to speak of. */
export const randomVariables: Record<string, ValueType> = {
  name: { kind: 'text' },
  wash: { kind: 'text' },
  count: { kind: 'number' },
  total: { kind: 'number' },
  place: { kind: 'number' },
  agreed: { kind: 'boolean' },
  day: { kind: 'date' },
  hour: { kind: 'time' },
  photo: { kind: 'file' },
  spot: { kind: 'object', fields: { latitude: { kind: 'number' }, longitude: { kind: 'number' } } },
  slot: { kind: 'object', fields: { date: { kind: 'date' }, time: { kind: 'time' }, hasTime: { kind: 'boolean' } } },
  cars: { kind: 'list', of: { kind: 'text' } },
  prices: { kind: 'list', of: { kind: 'number' } },
  booking: { kind: 'object', fields: { key: { kind: 'text' }, name: { kind: 'text' } } },
  bookings: { kind: 'list', of: { kind: 'object', fields: { key: { kind: 'text' }, name: { kind: 'text' } } } },
};

/**
 * A random set of flows: every node type, loops and calls, variables of every kind, two languages, mistakes (free exits, edges to
 * nowhere, expressions that fail, endless rounds). The same seed gives the same set; whatever it is, it must compile and run.
 */
export function randomFlow(seed: number): FlowSet {
  const random = seededRandom(seed);
  return { main: 'main', flows: Object.fromEntries(randomFlowIds.map((id) => [id, drawRandom(random, id)])) };
}

function drawRandom(random: Random, id: (typeof randomFlowIds)[number]): Flow {
  const [size, languages] = [3 + below(random, id === 'main' ? 22 : 8), ['en', 'fr']];
  const nodes = randomNodes(random, size);
  const texts = settingsTexts['en'];
  invariant(texts, 'there are settings texts in English');
  const { errorText, unreadableText, waitingText } = texts;
  const flow: Flow = {
    schema: flowSchemaVersion,
    kind: id === 'main' ? 'bot' : 'subflow',
    languages,
    variables: variablesOf(random, id),
    nodes,
    edges: randomEdges(random, nodes),
    notes: {},
    translations: {},
    settings: {
      channels: ['web'], zone: 'UTC', sessionHours: 24, missingTranslationsAccepted: true, consentText: '',
      errorText: `${errorText} ({{count}})`, unreadableText, waitingText,
      ...(chance(random, 0.6) && { silenceAfter: 'PT2H' }),
      shortcuts: id === 'main' ? {
        again: { keywords: 'restart', does: { kind: 'restart' }, order: 1 },
        speak: { keywords: 'language, langue', does: { kind: 'dialog', dialog: 'language' }, order: 2 },
        menu: { keywords: 'menu', does: { kind: 'call', flow: 'menu' }, order: 3 },
      } : {},
    },
  };
  return { ...flow, translations: translationsOf(random, flow) };
}

/** A start, one node of each of a few types, and ends; ids are short so that failures read well. */
function randomNodes(random: Random, size: number): Flow['nodes'] {
  const types = Object.keys(nodeTypes).filter((type) => type !== 'start');
  const chosen = ['start', ...Array.from({ length: size }, () => pick(random, types)), 'end'];
  return Object.fromEntries(chosen.map((type, place) => [`${type}${place}`, { type, x: place * 280, y: 160, data: randomData(random, type) }]));
}

function randomEdges(random: Random, nodes: Flow['nodes']): Flow['edges'] {
  const ids = Object.keys(nodes).filter((id) => nodes[id]?.type !== 'start' || chance(random, 0.1));
  const exits = Object.entries(nodes).flatMap(([from, { type, data }]) => (nodeTypes[type]?.exits(data) ?? []).map(({ id }) => [from, id] as const));
  const drawn = exits.filter(() => chance(random, 0.93)).map(([from, exit], place): [string, Flow['edges'][string]] => {
    const at = Object.keys(nodes).indexOf(from);
    // Mostly onwards, so that conversations get somewhere; sometimes back, sometimes to nowhere.
    const later = ids.filter((id) => Object.keys(nodes).indexOf(id) > at);
    const to = chance(random, 0.02) ? 'gone' : chance(random, 0.7) && later.length > 0 ? pick(random, later.slice(0, 4)) : pick(random, ids);
    return [`e${place}`, { from, exit, to }];
  });
  return Object.fromEntries(drawn);
}

function variablesOf(random: Random, id: string): Flow['variables'] {
  const directions = id === 'main' ? {} : { count: 'in', name: 'in', total: 'out', wash: 'out' } as const;
  const initials: Record<string, Flow['variables'][string]['initial']> = { count: 3, name: 'Amara', cars: ['Ada', 'Bo', 'Cy'], prices: [10, 20] };
  return Object.fromEntries(Object.entries(randomVariables).map(([name, type], order) => [name, {
    name, type, order,
    ...(Object.hasOwn(initials, name) && chance(random, 0.7) && { initial: initials[name] }),
    ...(Object.hasOwn(directions, name) && { direction: directions[name as keyof typeof directions] }),
    ...(name === 'wash' && chance(random, 0.3) && { personal: true }),
  }]));
}

function translationsOf(random: Random, { nodes }: Flow): Flow['translations'] {
  const texts = Object.entries(nodes).flatMap(([id, { type, data }]) => walkFields(nodeTypes[type]!.schema, data)
    .filter(({ meta, value }) => meta.translatable && typeof value === 'string' && value && chance(random, 0.8))
    .map(({ path, value }) => [`${id}/${path.join('.')}`, { text: `fr ${String(value)}`, source: hashText(String(value)), by: 'person' as const, accepted: true }] as const));
  return { fr: Object.fromEntries(texts) };
}
