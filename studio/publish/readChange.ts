import type { Change } from '@parley/shared/api/releases';
import type { Flow } from '@parley/shared/flow/document';
import { nodeTypes } from '@parley/shared/nodes/index';
import { describeFields } from '@parley/shared/nodes/walkFields';
import i18next from 'i18next';
import { titleOf } from '../miniflow/names.ts';

/** A change as people read it: what it is about, and what stood and stands in each of its fields. */
export interface Reading {
  name: string;
  /** What it is, where its name does not tell: a variable, a setting, a way. */
  sort: string;
  /** For a node that is new: what it says or does. */
  summary: string;
  fields: { label: string; before?: string; after?: string }[];
}

/** Both sides of a comparison; a flow that is only on one side is undefined on the other. */
export interface Sides {
  before: Flow | undefined;
  after: Flow | undefined;
}

/** The longest value shown; the rest is in the designer. */
const most = 160;

/** Puts a change into the words of the studio: labels of fields instead of their paths, titles instead of ids. */
export function readChange(change: Change, { before, after }: Sides): Reading {
  const node = after?.nodes[change.id] ?? before?.nodes[change.id];
  const fields = change.fields.filter(({ path }) => !(change.what === 'node' && path.length === 1 && (path[0] === 'x' || path[0] === 'y')));
  const read = (label: (path: string[]) => string, value: (json: unknown) => string): Reading['fields'] =>
    fields.map((field) => ({ label: label(field.path), ...(field.before !== undefined && { before: value(field.before) }), ...(field.after !== undefined && { after: value(field.after) }) }));

  switch (change.what) {
    case 'node':
      return { name: node ? titleOf({ nodes: { [change.id]: node } }, change.id) : change.label || change.id, sort: '', summary: change.kind === 'added' && node ? nodeTypes[node.type]?.summary(node.data) ?? '' : '', fields: read((path) => labelOfField(node, path), shortly) };
    case 'edge': {
      const edge = after?.edges[change.id] ?? before?.edges[change.id];
      const title = (id: unknown) => (typeof id === 'string' ? titleOf(after?.nodes[id] ? after : before, id) : shortly(id));
      return { name: edge ? title(edge.from) : change.label, sort: '', summary: '', fields: read((path) => (path[0] === 'to' ? i18next.t('publish.leadsTo') : i18next.t('publish.leavesBy')), title) };
    }
    case 'translation': {
      const [language = '', nodeId = ''] = change.id.split('/');
      return { name: titleOf(after ?? before, nodeId), sort: new Intl.DisplayNames([i18next.language], { type: 'language', fallback: 'code' }).of(language) ?? language, summary: '', fields: read(() => '', shortly) };
    }
    case 'setting':
      return { name: i18next.t(`settings.${change.id}`, { defaultValue: change.label || change.id }), sort: '', summary: '', fields: read((path) => path.join(' › '), shortly) };
    case 'flow':
    case 'note':
    case 'frame':
    case 'variable':
      return { name: change.what === 'note' ? i18next.t('canvas.note') : change.label || change.id, sort: i18next.t(`publish.sort.${change.what}`), summary: '', fields: read((path) => path.join(' › '), shortly) };
  }
}

/** The labels of the inspector along a path into a node: "Options › Health centre › Label". */
function labelOfField(node: Flow['nodes'][string] | undefined, path: string[]): string {
  const [top, ...inside] = path;
  const type = node && nodeTypes[node.type];
  if (top === 'title') return i18next.t('canvas.title');
  if (top !== 'data' || !type) return path.join(' › ');
  const shapes = describeFields(type.schema);
  let value: unknown = node.data;
  return inside.flatMap((key, depth) => {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    const here = inside.slice(0, depth + 1);
    const shape = shapes.find((one) => one.path.length === here.length && one.path.every((step, place) => step === '*' || step === here[place]));
    if (shape && shape.path.at(-1) !== '*') return [shape.meta.label];
    // A whole entry says its name as the value.
    if (here.length === inside.length) return [];
    return [nameIn(value) ?? shape?.meta.item?.label ?? ''].filter(Boolean);
  }).join(' › ');
}

/** What an entry of a list is called: its own label, name or text. */
function nameIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key of ['label', 'name', 'variable', 'text']) {
    const own: unknown = Reflect.get(value, key);
    if (typeof own === 'string' && own) return own;
  }
  return undefined;
}

/** A value in a few words: texts as they are, yes and no, an entry by its name, everything else as JSON. */
function shortly(value: unknown): string {
  const text = typeof value === 'string' ? value : typeof value === 'boolean' ? i18next.t(value ? 'variable.true' : 'variable.false') : nameIn(value) ?? JSON.stringify(value) ?? '';
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
