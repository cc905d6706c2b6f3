import type { Json } from '../lib/json.ts';
import type { Golden, NodeCases } from '../nodes/golden.ts';

/** The example with one value of one node replaced (null = left out), played with the variant's own lines when it has some. */
export function varyGolden(example: Golden, { node, at, to, conversation }: NodeCases['fields'][number]): Golden {
  const { variables: _, ...rest } = example;
  const nodes = Object.fromEntries(Object.entries(example.flow.nodes).map(([id, drawn]) => {
    if (id !== node) return [id, drawn];
    const [type, data] = typeof drawn === 'string' ? [drawn, {}] : Object.entries(drawn)[0] ?? ['', {}];
    return [id, { [type]: place(data, at.split('.'), to) }];
  }));
  return { ...rest, flow: { ...example.flow, nodes }, conversation: conversation ?? example.conversation };
}

function place(data: Json, [key, ...rest]: string[], to: Json): Json {
  if (key === undefined) return to;
  const { [key]: inside = {}, ...others } = typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {};
  return rest.length === 0 && to === null ? others : { ...others, [key]: place(inside, rest, to) };
}
