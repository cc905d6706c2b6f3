import type { JsonObject } from '../lib/json.ts';
import type { Slip } from './slip.ts';
import { nodeStrings, objectsIn, pick } from './slip.ts';
import type { PlacedText } from './slip.ts';

/** Puts one of these words into one of these texts. */
function put(random: () => number, places: readonly PlacedText[], words: readonly string[]): string | undefined {
  const [place, word] = [pick(random, places), pick(random, words)];
  if (!place || word === undefined || word === place.text) return undefined;
  place.put(word);
  return `${place.id}.${place.name}: ${place.text} as ${word}`;
}

/** One entry of a map in the data of a node of this type, with the map it stands in. */
function entryIn(flow: Parameters<Slip>[0], random: () => number, type: string, field: string): { id: string; key: string; entry: JsonObject; map: JsonObject } | undefined {
  return pick(random, Object.entries(flow.nodes).filter(([, node]) => node.type === type).flatMap(([id, { data }]) => objectsIn(data[field] ?? null).slice(0, 1).flatMap((map) => (
    Object.entries(map).flatMap(([key, value]) => objectsIn(value).slice(0, 1).map((entry) => ({ id, key, entry, map })))))));
}

/** Slips in fields that are no texts for people: times, addresses, programs, what is given to others and got back. */
export const slipsInFields: Readonly<Record<string, Slip>> = {
  'changes a time limit': (flow, random) => put(random, nodeStrings(flow, (name) => name === 'timeout' || name === 'duration'), ['', 'PT5M', 'P2D', 'soon', 'PT']),
  'changes how long silence is borne': (flow, random, _, set) => {
    if (flow !== set.flows[set.main]) return undefined;
    const after = pick(random, ['PT1H', 'P3D', 'later']);
    if (after !== undefined) flow.settings.silenceAfter = after;
    return after;
  },
  'types an address': (flow, random) => put(random, nodeStrings(flow, (name) => name === 'url').filter(({ id }) => ['http', 'plugin'].includes(flow.nodes[id]?.type ?? '')), ['', 'api.example.org/x', 'https://', 'https:///x', 'https://me:secret@example.org', 'ftp://example.org', 'http://example.org', 'https://example.org/{{ nobody }}']),
  'types a header': (flow, random) => {
    const header = entryIn(flow, random, 'http', 'headers');
    const name = pick(random, ['Host', 'Two words', 'Accept', 'Content-Length', 'X-Né', 'Proxy-Authorization']);
    if (!header || name === undefined) return undefined;
    header.entry['name'] = name;
    return `${header.id}: ${name}`;
  },
  'gives a plugin something else': (flow, random) => {
    const input = entryIn(flow, random, 'plugin', 'inputs');
    const value = pick(random, ['', '"seven"', '7', '1 == 1']);
    if (!input || value === undefined) return undefined;
    input.entry['value'] = value;
    return `${input.id}.${input.key}: ${value}`;
  },
  'gives a flow something else': (flow, random) => {
    const argument = entryIn(flow, random, 'subflow', 'args');
    const value = pick(random, [undefined, '', '"seven"', '7', '1 == 1']);
    if (!argument) return undefined;
    if (value === undefined) delete argument.map[argument.key];
    else argument.entry['value'] = value;
    return `${argument.id}.${argument.key}: ${value}`;
  },
  'keeps a result elsewhere': (flow, random) => {
    const result = entryIn(flow, random, 'subflow', 'results');
    const variable = pick(random, ['', ...Object.keys(flow.variables)]);
    if (!result || variable === undefined) return undefined;
    result.entry['variable'] = variable;
    return `${result.id}.${result.key}: ${variable}`;
  },
  'calls another flow': (flow, random, _, set) => {
    const node = pick(random, Object.entries(flow.nodes).filter(([, { type }]) => type === 'subflow'));
    const other = pick(random, ['', 'gone', ...Object.keys(set.flows)]);
    if (!node || other === undefined || node[1].data['flow'] === other) return undefined;
    node[1].data['flow'] = other;
    return `${node[0]}: ${other}`;
  },
  'types another variable’s type': (flow, random) => {
    const variable = pick(random, Object.values(flow.variables).filter(({ initial }) => initial === undefined));
    const kind = pick(random, ['text', 'number', 'boolean', 'date'] as const);
    if (!variable || kind === undefined || variable.type.kind === kind) return undefined;
    variable.type = { kind };
    return `${variable.name}: ${kind}`;
  },
  'slips in a program': (flow, random) => {
    const code = pick(random, nodeStrings(flow, (name, text) => name === 'code' && text.includes('export')));
    const [from, to] = pick(random, [['}', ''], ['export default', ''], ['(', '(('], ['return', 'return "'], ['{', '{ /* why */']] as const) ?? ['', ''];
    code?.put(code.text.replace(from, to));
    return code && `${code.id}: ${from} as ${to}`;
  },
  'takes a return code away': (flow, random) => {
    const code = entryIn(flow, random, 'callback', 'codes');
    const other = code && pick(random, Object.keys(code.map).filter((key) => key !== code.key));
    if (!code) return undefined;
    const twin = other === undefined ? undefined : objectsIn(code.map[other] ?? null)[0];
    code.entry['code'] = twin && random() < 0.5 ? twin['code'] ?? '' : pick(random, ['', 'other']) ?? '';
    return `${code.id}.${code.key}: ${String(code.entry['code'])}`;
  },
  'takes what is offered from another list': (flow, random) => put(random, nodeStrings(flow, (name, text) => name === 'list' && text !== ''), ['', '["a", "b"]', '"a"', 'nobody', '[1, 2]']),
  'takes a field away': (flow, random) => {
    const entry = entryIn(flow, random, 'form', 'fields');
    if (!entry) return undefined;
    const left = pick(random, ['field', 'options', 'condition']);
    const [earlier] = objectsIn(Object.values(entry.map)).filter(({ name, order }) => name && Number(order) < Number(entry.entry['order']));
    if (left === 'options') entry.entry['options'] = {};
    // One that can be read and never holds: what cannot be read is an error of its own.
    else if (left === 'condition' && earlier) entry.entry['onlyIf'] = `${String(earlier['name'])} == nobody`;
    else delete entry.map[entry.key];
    return `${entry.id}.${entry.key}: ${left}`;
  },
};
