import { readEachItem } from '../nodes/eachItem.ts';
import type { Found } from './check.ts';
import type { Visit } from './paths/explore.ts';
import type { Place, Spot } from './paths/place.ts';
import type { Subject, SubjectNode } from './subject.ts';

/** Where an issue is: what it carries besides its words. */
export type Where = Pick<Found, 'flow' | 'nodeId' | 'field'>;

/** A node, perhaps one of its fields, as the place of an issue. */
export function inNode({ flow, id }: Pick<SubjectNode, 'flow' | 'id'>, path?: readonly string[]): Where {
  return { flow, nodeId: id, ...(path && { field: path.join('.') }) };
}

/** The place of an expression: its field where one holds it, a setting, else the node. */
export function ofSpot(subject: Subject, { flow, node: nodeId }: Pick<Place, 'flow' | 'node'>, spot: Spot): Where & { name: string } {
  const key = spot.text === undefined ? undefined : /^(.*?):([^/]*)\/(.*)$/s.exec(spot.text);
  if (key?.[2] === 'settings') return { flow: key[1] ?? flow, ...(key[3] !== undefined && { field: key[3] }), name: 'the settings' };
  const node = subject.node(flow, nodeId);
  if (!node) return { flow, name: 'the flow' };
  const each = readEachItem(spot.cel);
  const typed = each ? [each.body, each.list] : [spot.cel];
  const field = key?.[3] ?? typed.flatMap((cel) => node.fields.filter(({ meta, value }) => meta.widget === 'expression' && value === cel))[0]?.path.join('.');
  return { ...inNode(node), ...(field !== undefined && { field }), name: quoted(node.name) };
}

/** A name in quotes, as messages have it. */
export function quoted(name: string): string {
  return `“${name}”`;
}

/** What people call the node a place belongs to. */
export function nameAt(subject: Subject, { flow, node }: Pick<Place, 'flow' | 'node'>): string {
  return subject.node(flow, node)?.name ?? '';
}

/** The nodes a path goes through, in words: "Start → Menu → Price"; long ones lose their middle. */
export function pathTo(subject: Subject, visit: Visit): string {
  const names: string[] = [];
  for (let at: Visit | undefined = visit; at; at = at.before) {
    const name = nameAt(subject, at.place);
    if (name !== '' && names.at(-1) !== name) names.push(name);
  }
  names.reverse();
  const shown = names.length > 7 ? [...names.slice(0, 2), '…', ...names.slice(-4)] : names;
  return shown.join(' → ');
}

/** Several things in a row: "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
