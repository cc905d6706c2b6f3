import type { HttpPick, HttpRequestTemplate, JsonField, JsonSteps } from '../../machine/httpRequest.ts';
import { substitute, substituteInTemplate } from '../../expressions/substitute.ts';
import { zeroOf } from '../../expressions/zeroOf.ts';
import type { CompileContext } from '../defineNode.ts';
import { ordered } from '../fieldKinds.ts';
import { onlyReads, rangesIn } from '../lowerRequest.ts';
import type { PluginDefinition } from '../pluginDefinition.ts';
import type { PluginData } from './pluginSchema.ts';

/** The name by which a plugin's body speaks of the address to be called back at. */
const address = 'callback';

/** What stands for each input where the plugin names it; one that was left out is its type's zero. */
function inputsOf({ inputs: given }: PluginData, { inputs }: PluginDefinition): ReadonlyMap<string, string> {
  return new Map(ordered(inputs).flatMap(([id, { name, type }]) => (name ? [[name, given[id]?.value.trim() || JSON.stringify(zeroOf(type))]] : [])));
}

/** Address and headers with the node's values in them, by the keys the request names them with. */
export function textsIn(data: PluginData, definition: PluginDefinition): Record<string, string> {
  const put = inputsOf(data, definition);
  const filled = (text: string): string => substituteInTemplate(text, (name) => put.get(name));
  return { 'request.url': filled(definition.url), ...Object.fromEntries(ordered(definition.headers).map(([id, { value }]) => [`request.headers.${id}`, filled(value)])) };
}

/** The request of a plugin, and where in its body the address to be called back at goes. */
export function requestIn(data: PluginData, definition: PluginDefinition, context: CompileContext): { request: HttpRequestTemplate; addressIn: string[][] } {
  const { kind, headers, seconds, codes } = definition;
  const method = kind === 'callback' ? 'POST' : definition.method;
  const changes = !onlyReads(method);
  const body = bodyIn(definition);
  const put = inputsOf(data, definition);
  const json = changes ? body.filter(({ value }) => value !== address).map(({ path, value }): JsonField => {
    const cel = substitute(value, (name) => put.get(name));
    return { path, value: context.expression(cel, context.typeOf(cel) ?? { kind: 'text' }) };
  }) : [];
  return {
    request: {
      method, url: context.text('request', 'url'), query: [], repeatable: !changes, timeoutMs: Math.round(seconds * 1_000), maxBytes: 256 * 1_024, attempts: 3,
      headers: ordered(headers).flatMap(([id, { name }]) => (name.trim() ? [{ name: name.trim(), value: context.text('request', 'headers', id) }] : [])),
      ...(data.credential && { credential: data.credential }),
      ...(changes && { body: { as: 'json', json } as const, keyHeader: 'Idempotency-Key' }),
      ranges: kind === 'http' ? ordered(codes).flatMap(([exit, { code }]) => rangesIn(code).map((range) => ({ exit, ...range }))) : [],
      picks: picksIn(definition),
    },
    addressIn: body.filter(({ value }) => value === address).map(({ path }) => path),
  };
}

/** The body's fields; unless somebody says otherwise every input by its name, and the address. */
function bodyIn({ kind, json, inputs }: PluginDefinition): { path: string[]; value: string }[] {
  const own = ordered(json).flatMap(([, { name, value }]) => (name.trim() && value.trim() ? [{ path: name.trim().split('.'), value: value.trim() }] : []));
  if (own.length > 0) return own;
  return [...ordered(inputs).flatMap(([, { name }]) => (name ? [{ path: [name], value: name }] : [])), ...(kind === 'callback' ? [{ path: [address], value: address }] : [])];
}

function picksIn({ kind, outputs }: PluginDefinition): HttpPick[] {
  return ordered(outputs).flatMap(([as, { name, path, type, required, comes }]): HttpPick[] => (
    name && (kind === 'http' || comes === 'answer') ? [{ as, path: stepsIn(path.trim() || name), type, optional: !required }] : []));
}

function stepsIn(path: string): JsonSteps {
  return path.split('.').filter(Boolean).map((step) => (/^\d{1,4}$/.test(step) ? Number(step) : step));
}
