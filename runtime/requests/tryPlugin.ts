import type { TriedPlugin, tryPluginBodySchema } from '@parley/shared/api/plugins';
import { compile } from '@parley/shared/compiler/compile';
import { prepare } from '@parley/shared/engine/prepare';
import { take } from '@parley/shared/engine/take';
import { redactedText } from '@parley/shared/expressions/encodeParts';
import type { Facts } from '@parley/shared/expressions/types';
import { fits } from '@parley/shared/expressions/fits';
import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import { seededRandom } from '@parley/shared/lib/id';
import type { JsonObject } from '@parley/shared/lib/json';
import type { EvaluatedHttpRequest } from '@parley/shared/machine/httpRequest';
import { ordered } from '@parley/shared/nodes/fieldKinds';
import { nodeTypes } from '@parley/shared/nodes/index';
import type { PluginDefinition } from '@parley/shared/nodes/pluginDefinition';
import type * as z from 'zod';
import { AuthorError } from '../lib/authorError.ts';
import type { Context } from '../lib/context.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { withAddress } from './announce.ts';
import { createRequests } from './createRequests.ts';
import { pickValues, readAnswer } from './readAnswer.ts';

/** Only shared credentials are open to what belongs to no bot. */
const noBot = '00000000-0000-0000-0000-000000000000';

/** An address that can be told, and that nobody listens at. */
const deadAddress = 'https://parley.example/callbacks/a-trial';

/** Asks what a definition would ask in a conversation, once and through the same guard, and takes from the answer what it would take. */
export async function tryPlugin(context: Pick<Context, 'clock' | 'db' | 'env' | 'keys' | 'publicFetch'>, { definition, inputs }: z.output<typeof tryPluginBodySchema>, signal: AbortSignal): Promise<TriedPlugin> {
  const whole: PluginDefinition = { ...definition, version: 1 };
  const wrong = ordered(whole.inputs).find(([, { name, type, required }]) => (inputs[name] === undefined ? required && name : !fits(type, inputs[name])));
  if (wrong) return { ok: false, error: `The value of “${wrong[1].label || wrong[1].name}” is missing or of another type.` };
  const request = requestOf(whole, inputs, context.clock.now());
  if (!request) return { ok: false, error: definition.url ? 'An expression of the definition cannot be computed with these values.' : 'It has no address to ask.' };
  const started = performance.now();
  try {
    const answer = await createRequests(context).send({ ...request, attempts: 1 }, { bot: noBot, key: uuid7(context.clock), signal });
    const asked = `${request.method} ${redactedText(request.url)}`;
    const read = readAnswer(answer);
    const told = { ok: true as const, asked, status: answer.status, ms: Math.round(performance.now() - started), ...read };
    return answer.status >= 200 && answer.status < 300 ? { ...told, ...takenOf(read, request, whole) } : { ...told, values: {} };
  } catch (error) {
    if (error instanceof AuthorError) return { ok: false, error: error.message };
    throw error;
  }
}

/** What would be taken, by the names of the outputs, or why it cannot be. */
function takenOf(read: ReturnType<typeof readAnswer>, { picks }: EvaluatedHttpRequest, { outputs }: PluginDefinition): { values: JsonObject; problem?: string } {
  try {
    return { values: Object.fromEntries(Object.entries(pickValues(read, picks)).map(([id, value]) => [outputs[id]?.name ?? id, value])) };
  } catch (error) {
    if (error instanceof AuthorError) return { values: {}, problem: error.message };
    throw error;
  }
}

/** The request as the engine would give it out, with the values as variables of a flow that has this one node. */
function requestOf(definition: PluginDefinition, inputs: JsonObject, now: Date): EvaluatedHttpRequest | undefined {
  const empty = emptyFlow({ kind: 'bot', language: 'en', random: seededRandom(1), nodeTypes });
  const given = ordered(definition.inputs).filter(([, { name }]) => name !== '');
  const flow = {
    ...empty,
    variables: Object.fromEntries(given.map(([id, { name, type }], order) => [id, { name, type, order, ...(inputs[name] !== undefined && { initial: inputs[name] }) }])),
    nodes: {
      start: { type: 'start', x: 0, y: 0, data: { openings: {} } },
      asks: { type: 'plugin', x: 0, y: 0, data: JSON.parse(JSON.stringify({ plugin: definition, kind: definition.kind, credential: definition.credential, inputs: Object.fromEntries(given.map(([id, { name }]) => [id, { value: name }])) })) as JsonObject },
    },
    edges: { e: { from: 'start', exit: 'next', to: 'asks' } },
  };
  const facts: Facts = { now: now.toISOString(), zone: 'UTC', offsets: [{ from: '1970-01-01T00:00:00.000Z', minutes: 0 }], language: 'en', seed: 1, channel: 'web', contact: { id: 'trial', name: '' } };
  const { actions } = take(prepare(compile({ main: 'main', flows: { main: flow } }, nodeTypes)), null, { type: 'start', facts });
  for (const action of actions) {
    if (action.type === 'httpRequest') return action;
    if (action.type === 'openCallback' && action.announce) return withAddress(action.announce, deadAddress);
  }
  return undefined;
}
