import type { Change } from '@parley/shared/api/releases';
import type { Flow } from '@parley/shared/flow/document';
import { nodeTypes } from '@parley/shared/nodes/index';
import { describeFields } from '@parley/shared/nodes/walkFields';
import i18next from 'i18next';
import { titleOf } from '../miniflow/names.ts';
import { nameIn, valueInWords } from './valueInWords.ts';

/** Both sides of a comparison; a flow that is only on one side is undefined on the other. */
export interface Sides {
  before: Flow | undefined;
  after: Flow | undefined;
}

/** A field as people read it: what it is called, what stood and what stands in it. Missing = it was not there. */
export interface ReadField {
  label: string;
  before?: string;
  after?: string;
  /** Its places inside the thing: one, or for an order of entries all of theirs. Undefined where it only stands elsewhere. */
  paths: string[][];
}

type Field = Change['fields'][number];

/** The fields of a change in words. Where a card stands is left out; a new order of entries is one field, not one for each entry. */
export function readFields(change: Change, sides: Sides): ReadField[] {
  const thing = (flow: Flow | undefined): unknown => thingOf(flow, change);
  const [before, after] = [thing(sides.before), thing(sides.after)];
  const label = labelerOf(change, sides);
  const value = (json: unknown, flow: Flow | undefined): string => (change.what === 'edge' && typeof json === 'string' && flow?.nodes[json] ? titleOf(flow, json) : valueInWords(json));
  const plain: ReadField[] = [];
  const ordered = new Map<string, Field[]>();
  for (const field of change.fields) {
    const last = field.path.at(-1);
    if (isPlace(change, field)) continue;
    if (last === 'order' && field.path.length > 1) ordered.set(field.path.slice(0, -2).join('\n'), [...(ordered.get(field.path.slice(0, -2).join('\n')) ?? []), field]);
    else if (!(change.what === 'translation' && last === 'source')) {
      plain.push({ label: label(field.path), ...(field.before !== undefined && { before: value(field.before, sides.before ?? sides.after) }), ...(field.after !== undefined && { after: value(field.after, sides.after) }), paths: [field.path] });
    }
  }
  const orders = [...ordered.values()].flatMap((fields): ReadField[] => {
    const holder = fields[0]?.path.slice(0, -2) ?? [];
    const [was, is] = [namesInOrder(inside(before, holder)), namesInOrder(inside(after, holder))];
    // Numbers may differ while everything follows in the same order.
    const both = was.filter(({ id }) => is.some((other) => other.id === id)).map(({ id }) => id);
    if (is.filter(({ id }) => both.includes(id)).every(({ id }, at) => id === both[at])) return [];
    return [{ label: i18next.t('changes.orderOf', { of: label(holder) }), before: was.map(({ name }) => name).join(', '), after: is.map(({ name }) => name).join(', '), paths: fields.map(({ path }) => path) }];
  });
  return [...plain, ...orders];
}

/** Where a card or a note stands and how large it is: seen on the canvas, not read. */
function isPlace({ what }: Change, { path }: Field): boolean {
  return path.length === 1 && (what === 'node' || what === 'note' || what === 'frame') && ['x', 'y', 'width', 'height'].includes(path[0] ?? '');
}

/** The thing of a document that a change is about. */
export function thingOf(flow: Flow | undefined, { what, id }: Pick<Change, 'what' | 'id'>): unknown {
  if (!flow) return undefined;
  switch (what) {
    case 'node': return flow.nodes[id];
    case 'edge': return flow.edges[id];
    case 'variable': return flow.variables[id];
    case 'note': return flow.notes[id];
    case 'frame': return flow.frames?.[id];
    case 'setting': return inside(Object.hasOwn(flow.settings, id) ? flow.settings : flow, [id]);
    case 'flow': return flow;
    case 'translation': {
      const [language = '', ...key] = id.split('/');
      return key.length === 0 ? flow.translations[language] : flow.translations[language]?.[key.join('/')];
    }
  }
}

/** What stands at a path inside a value; undefined when nothing does. */
export function inside(value: unknown, path: readonly string[]): unknown {
  return path.reduce((holder: unknown, key) => (typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined), value);
}

function namesInOrder(entries: unknown): { id: string; name: string }[] {
  if (typeof entries !== 'object' || entries === null) return [];
  const orderOf = (entry: unknown): number => Number(inside(entry, ['order']));
  return Object.entries(entries).toSorted(([, a], [, b]) => orderOf(a) - orderOf(b)).map(([id, entry]) => ({ id, name: nameIn(entry) ?? id }));
}

/** What the places inside a thing are called. */
function labelerOf(change: Change, { before, after }: Sides): (path: string[]) => string {
  switch (change.what) {
    case 'node':
      return (path) => labelOfField(after?.nodes[change.id] ?? before?.nodes[change.id], path);
    case 'edge':
      return ([top]) => i18next.t(top === 'to' ? 'publish.leadsTo' : top === 'from' ? 'changes.startsAt' : 'publish.leavesBy');
    case 'translation':
      return (path) => (path.length === 0 || path[0] === 'text' ? '' : i18next.t(`changes.translation.${path[0]}`, { defaultValue: path.join(' › ') }));
    case 'variable':
    case 'note':
    case 'frame':
      return (path) => [i18next.t(`changes.${change.what}.${path[0]}`, { defaultValue: path[0] ?? '' }), ...path.slice(1)].filter(Boolean).join(' › ');
    case 'setting':
    case 'flow':
      return (path) => {
        const value = thingOf(after ?? before, change);
        return path.map((key, at) => nameIn(inside(value, path.slice(0, at + 1))) ?? i18next.t(`changes.setting.${key}`, { defaultValue: key })).join(' › ');
      };
  }
}

/** The labels of the inspector along a path into a node: "Options › Health centre › Label". */
function labelOfField(node: Flow['nodes'][string] | undefined, path: string[]): string {
  const [top, ...rest] = path;
  const type = node && nodeTypes[node.type];
  if (top === 'title') return i18next.t('canvas.title');
  if (top !== 'data' || !type) return path.join(' › ');
  const shapes = describeFields(type.schema);
  let value: unknown = node.data;
  return rest.flatMap((key, depth) => {
    value = inside(value, [key]);
    const here = rest.slice(0, depth + 1);
    const shape = shapes.find((one) => one.path.length === here.length && one.path.every((step, place) => step === '*' || step === here[place]));
    if (shape && shape.path.at(-1) !== '*') return [shape.meta.label];
    // A whole entry says its name as the value.
    if (here.length === rest.length) return [];
    return [nameIn(value) ?? shape?.meta.item?.label ?? ''].filter(Boolean);
  }).join(' › ');
}
