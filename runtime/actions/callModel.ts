import type { Json } from '@parley/shared/lib/json';
import { isObject, own } from '@parley/shared/expressions/fits';
import type { Action } from '@parley/shared/machine/action';
import { toolOutcome } from '@parley/shared/machine/modelCall';
import type { EvaluatedModelCall, ModelResult } from '@parley/shared/machine/modelCall';
import { foreignFile, namesForeignFile } from '../lib/media/foreignFiles.ts';
import type { GivenValue } from '../lib/media/foreignFiles.ts';
import { ModelFailure } from '../models/modelFailure.ts';
import { EffectError } from './perform.ts';
import type { Performer } from './perform.ts';

/** A call with this much time or more gets a lane of its own, so that nobody waits behind it. */
const longMs = 50_000;

/** Asks a language model, once: an answer that broke off with its process is not asked for again, because both would be paid for. */
export const callModel: Performer<Extract<Action, { type: 'callModel' }>> = {
  class: 'unsafe',
  tells: ({ role, tools }, result) => [role, ...usedIn(result), ...calledIn(tools, result)].join(', '),
  long: ({ timeoutMs }) => timeoutMs >= longMs,
  async perform(action, { models, pool, bot, lane, contact, key, signal, history, stream }) {
    const lines = action.history > 0 ? await history(action.history) : [];
    try {
      const answer = await models.call(action, { bot, contact, effect: key, history: lines, signal, show: stream });
      for (const each of givenBy(action, answer)) if (await namesForeignFile(pool, each, { bot, lane })) throw new EffectError(foreignFile);
      return { ...answer, used: { ...answer.used } };
    } catch (error) {
      if (error instanceof ModelFailure) throw new EffectError(error.message);
      throw error;
    }
  },
};

/** The values it gives, or gives a flow, with the types that were asked for. */
function givenBy({ output, tools = [] }: EvaluatedModelCall, { outcome, values = {}, arguments: given = {} }: Pick<ModelResult, 'outcome' | 'values' | 'arguments'>): GivenValue[] {
  const takes = tools.find(({ id }) => toolOutcome(id) === outcome)?.takes ?? [];
  return [...(output.as === 'fields' ? output.fields : []).map(({ as, type }) => ({ type, value: values[as] })), ...takes.map(({ as, type }) => ({ type, value: given[as] }))];
}

/** The flow it asks for. */
function calledIn(tools: EvaluatedModelCall['tools'] = [], result: Json | undefined): string[] {
  const outcome = isObject(result) ? own(result, 'outcome') : undefined;
  const tool = tools.find(({ id }) => toolOutcome(id) === outcome);
  return tool ? [`asks for ${tool.name}`] : [];
}

/** Who answered and what it took. */
function usedIn(result: Json | undefined): string[] {
  const used = isObject(result) ? own(result, 'used') : undefined;
  if (!isObject(used)) return [];
  const { model, tokensIn, tokensOut, cost } = used;
  return typeof model === 'string' ? [model, `${String(tokensIn)} tokens in`, `${String(tokensOut)} out`, `cost ${String(cost)}`] : ['stand-in'];
}
