import { triedModelCallSchema, tryModelCallBodySchema } from '@parley/shared/api/models';
import type { TriedModelCall } from '@parley/shared/api/models';
import type { Parts } from '@parley/shared/expressions/types';
import type { EvaluatedModelCall } from '@parley/shared/machine/modelCall';
import * as z from 'zod';
import { notFound } from '../../lib/refusal.ts';
import { uuid7 } from '../../lib/uuid7.ts';
import { createModels } from '../../models/createModels.ts';
import { ModelFailure } from '../../models/modelFailure.ts';
import { rowId } from '../params.ts';
import { defineRoute } from '../route.ts';
import { whileConnected } from '../whileConnected.ts';
import { modelPolicy } from './policy.ts';

/** Asks the models of a role what a node of a drawing asks, once; recorded and paid for as every call is. */
export const tryModelCall = defineRoute({
  method: 'post', path: '/api/v1/bots/:botId/model-calls', id: 'tryModelCall', tag: 'Sandbox', summary: 'Asks a language model what a node asks, once, and tells what it took', policy: modelPolicy.ask,
  params: z.object({ botId: rowId }), body: tryModelCallBodySchema, bodyLimit: 1_000_000, reply: { status: 200, json: triedModelCallSchema },
  handle: async (app, { params: { botId }, body: { lines, ...body }, request: { socket } }): Promise<TriedModelCall> => {
    if (!(await app.models.Bot.count({ where: { id: botId } }))) throw notFound('bot');
    const started = performance.now();
    try {
      const { used, ...result } = await whileConnected(socket, (signal) =>
        createModels(app).call(callOf(body), { bot: botId, contact: null, effect: uuid7(app.clock), history: lines, signal, show: () => undefined }));
      return { ok: true, ms: Math.round(performance.now() - started), result: { ...result, used: { ...used } }, used };
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      return { ok: false, error: error.message };
    }
  },
});

type Body = Omit<z.output<typeof tryModelCallBodySchema>, 'lines'>;

/** Zod keeps a flag that is left out as undefined; the core leaves it out. */
function partsOf(parts: Body['instructions']): Parts {
  return parts.map((part) => (typeof part === 'string' ? part : { value: part.value, name: part.name, ...(part.personal && { personal: true }) }));
}

function callOf({ temperature, mostTokens, tools, mostCalls, steps, instructions, output, ...rest }: Body): EvaluatedModelCall {
  const options = output.as !== 'option' ? output : {
    ...output, options: output.options.map(({ id, label, description, examples }) => ({ id, label: partsOf(label), ...(description && { description: partsOf(description) }), ...(examples && { examples: partsOf(examples) }) })),
  };
  return { ...rest, history: 0, instructions: partsOf(instructions), output: options, ...(tools && { tools }), ...(mostCalls !== undefined && { mostCalls }), ...(steps && { steps }), ...(temperature !== undefined && { temperature }), ...(mostTokens !== undefined && { mostTokens }) };
}
