import type { FlowSet } from '../flow/document.ts';
import { parseShape } from '../flow/parseFlow.ts';
import { seededRandom } from '../lib/id.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { nodeStrings, pick } from './slip.ts';
import type { Slip } from './slip.ts';
import { slipsAtLimits } from './slipsAtLimits.ts';
import { slipsInFields } from './slipsInFields.ts';

/** A drawing with one slip in it such as people make, and what was done. */
export interface MutantFlow {
  slip: string;
  set: FlowSet;
}

const isExpression = (name: string, text: string): boolean => ['when', 'value', 'key', 'list', 'itemLabel', 'moment'].includes(name) && text !== '';
const slips: Record<string, Slip> = {
  ...slipsAtLimits,
  ...slipsInFields,
  'drops an edge': (flow, random) => {
    const id = pick(random, Object.keys(flow.edges));
    if (id === undefined) return undefined;
    const edge = flow.edges[id];
    delete flow.edges[id];
    return `${edge?.from}.${edge?.exit}`;
  },
  'drops an else': (flow, random) => {
    const [id, edge] = pick(random, Object.entries(flow.edges).filter(([, { exit }]) => exit === 'otherwise' || exit === 'none' || exit === 'missing' || exit === 'exists')) ?? [];
    if (id === undefined) return undefined;
    delete flow.edges[id];
    return `${edge?.from}.${edge?.exit}`;
  },
  'leads back': (flow, random) => {
    const edge = pick(random, Object.values(flow.edges));
    if (!edge) return undefined;
    const was = edge.to;
    // To the very node it leaves, or to one that leads here: a loop.
    edge.to = pick(random, [edge.from, ...Object.values(flow.edges).filter(({ to }) => to === edge.from).map(({ from }) => from).filter((from) => flow.nodes[from]?.type !== 'start')]) ?? edge.from;
    return edge.to === was ? undefined : `${edge.from}.${edge.exit} to ${edge.to}`;
  },
  'takes a node away': (flow, random) => {
    const id = pick(random, Object.entries(flow.nodes).filter(([, { type }]) => type !== 'start').map(([key]) => key));
    if (id === undefined) return undefined;
    delete flow.nodes[id];
    return id;
  },
  'renames a variable in one place': (flow, random) => {
    const variable = pick(random, Object.values(flow.variables));
    if (!variable) return undefined;
    variable.name = `${variable.name}X`;
    return variable.name;
  },
  'takes a variable away': (flow, random) => {
    const id = pick(random, Object.keys(flow.variables));
    if (id === undefined) return undefined;
    const { name } = flow.variables[id] ?? {};
    delete flow.variables[id];
    return name;
  },
  'forgets to save': (flow, random) => {
    const saving = pick(random, nodeStrings(flow, (name, text) => name === 'save' && text !== ''));
    saving?.put('');
    return saving && `${saving.id} (${saving.text})`;
  },
  'breaks an expression': (flow, random) => {
    const broken = pick(random, nodeStrings(flow, isExpression));
    broken?.put(`${broken.text} &&`);
    return broken && `${broken.id}: ${broken.text}`;
  },
  'compares things of two types': (flow, random) => {
    const broken = pick(random, nodeStrings(flow, (name, text) => name === 'when' && text !== ''));
    broken?.put(`(${broken.text}) > 3`);
    return broken && `${broken.id}: ${broken.text}`;
  },
  'swaps a guard': (flow, random) => {
    const guard = pick(random, nodeStrings(flow, (name, text) => name === 'when' && text !== ''));
    guard?.put(`!(${guard.text})`);
    return guard && `${guard.id}: ${guard.text}`;
  },
  'writes an overlong label': (flow, random) => {
    const label = pick(random, nodeStrings(flow, (name, text) => name === 'label' && text !== '').filter(({ id }) => flow.nodes[id]?.type === 'choice'));
    label?.put('A label that goes on and on '.repeat(12).slice(0, 250));
    return label && `${label.id}: ${label.text}`;
  },
  'empties a text': (flow, random) => {
    const text = pick(random, nodeStrings(flow, (name, said) => ['text', 'question', 'body'].includes(name) && said !== ''));
    text?.put('');
    return text && text.id;
  },
  'leaves a translation out': (flow, random) => {
    const [language, texts] = pick(random, Object.entries(flow.translations).filter(([, map]) => Object.keys(map).length > 0)) ?? [];
    // What is said: the labels of a classification are only heard.
    const key = texts && pick(random, Object.keys(texts).filter((each) => !each.startsWith('settings/') && flow.nodes[each.split('/')[0] ?? '']?.type !== 'classify' && /\/(?:text|body|question|options\..*\.label)$/.test(each)));
    if (!texts || key === undefined) return undefined;
    delete texts[key];
    return `${key} in ${language}`;
  },
  'names a variable that is not there': (flow, random) => {
    const text = pick(random, nodeStrings(flow, (name, said) => ['text', 'question', 'body'].includes(name) && said !== ''));
    text?.put(`${text.text} {{ nobody }}`);
    return text && text.id;
  },
  'gives another title': (flow, random) => {
    const node = pick(random, Object.values(flow.nodes));
    if (node) node.title = 'Renamed';
    return node && 'a title';
  },
  'moves a node': (flow, random) => {
    const node = pick(random, Object.values(flow.nodes));
    if (node) node.x += 40;
    return node && 'a place';
  },
  'says it otherwise': (flow, random) => {
    const text = pick(random, nodeStrings(flow, (name, said) => name === 'text' && said !== ''));
    text?.put(`${text.text} !`);
    return text && text.id;
  },
};

/** `count` drawings with one slip each, the same for the same seed; no two of a set are the same. */
export function mutateFlow(set: FlowSet, { seed, count, nodeTypes }: { seed: number; count: number; nodeTypes: NodeTypes }): MutantFlow[] {
  const random = seededRandom(seed);
  const names = Object.keys(slips);
  const mutants: MutantFlow[] = [];
  const known = new Set<string>();
  for (let attempts = 0; mutants.length < count && attempts < count * 100; attempts += 1) {
    const copy = JSON.parse(JSON.stringify(set)) as FlowSet;
    const key = pick(random, Object.keys(copy.flows));
    const name = pick(random, names);
    const flow = key === undefined ? undefined : copy.flows[key];
    const done = flow && name !== undefined ? slips[name]?.(flow, random, nodeTypes, copy) : undefined;
    // What could not even be saved is no slip.
    if (done === undefined || !flow || !parseShape(JSON.parse(JSON.stringify(flow)), nodeTypes).ok) continue;
    const slip = `${name}: ${done} (${key})`;
    if (known.has(slip)) continue;
    known.add(slip);
    mutants.push({ slip, set: copy });
  }
  return mutants;
}

