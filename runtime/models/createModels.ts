import { callableModel, modelsInRole, recordModelCall } from '@parley/db/queries/models';
import type { CallableModel, ModelCallRow } from '@parley/db/queries/models';
import type { EvaluatedModelCall, ModelResult, ModelRole, ModelUse } from '@parley/shared/machine/modelCall';
import { briefly } from '../lib/briefly.ts';
import type { Context } from '../lib/context.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { askModel } from './askModel.ts';
import { costOf } from './costOf.ts';
import { createDialects } from './dialects.ts';
import { ModelFailure } from './modelFailure.ts';
import type { TokensUsed } from './modelFailure.ts';
import { openEndpoint } from './openEndpoint.ts';
import { promptOf, readAnswer, readToolCall } from './promptOf.ts';
import type { HistoryLine } from './prompts/prompt.ts';
import { standIn } from './standIn/standIn.ts';
import { tryModel } from './tryModel.ts';
import type { Tried } from './tryModel.ts';

/** Who asks, what calls it off, and where a text is shown while it is made. */
export interface ModelOrder {
  bot: string;
  contact: string | null;
  /** The effect's key. */
  effect: string;
  history: readonly HistoryLine[];
  signal: AbortSignal;
  /** `anew` = what was shown so far does not count: another model begins. */
  show(piece: string, anew: boolean): void;
}

/** The language models of an installation. */
export interface Models {
  /**
   * Asks the models of a role in order until one gives what was asked for; where none is set up the stand-in answers. Throws a
   * `ModelFailure` when all of them failed.
   */
  call(call: EvaluatedModelCall, order: ModelOrder): Promise<ModelResult>;
  /** Asks one model something small, as a person tries it out; undefined when there is no such model. */
  try(id: string, by: { role: ModelRole; account: string; signal: AbortSignal }): Promise<Tried | undefined>;
}

/** The name under which the stand-in's calls are recorded. */
const standInName = 'stand-in';

/** Models through their endpoints; every call is recorded, also those that failed or broke off. */
export function createModels(context: Pick<Context, 'clock' | 'db' | 'keys' | 'log'>): Models {
  const { clock, db, keys, log } = context;
  const dialects = createDialects();
  const inRole = briefly((role: ModelRole) => modelsInRole(db.pool, role));

  /** What a call took is worth knowing, but no reason for its answer to be lost. */
  const record = async (call: Omit<ModelCallRow, 'id' | 'madeAt'>): Promise<void> => {
    await recordModelCall(db.pool, { id: uuid7(clock), madeAt: clock.now(), ...call }).catch((error: unknown) => log.warn({ err: error }, 'a model call could not be recorded'));
  };

  const ask = async (model: CallableModel, call: EvaluatedModelCall, order: ModelOrder, times: { timeoutMs: number; pauseMs: number; anew: boolean }): Promise<ModelResult> => {
    const started = performance.now();
    let shown = !times.anew;
    const note = (used: TokensUsed, outcome: string): Promise<void> => record({
      bot: order.bot, contact: order.contact, account: null, effect: order.effect, node: call.node, role: call.role, model: model.id, name: model.name,
      ...used, cost: costOf(model, used), ms: Math.round(performance.now() - started), outcome,
    });
    try {
      const answered = await askModel({
        client: openEndpoint(model, keys), model, dialects, prompt: promptOf(call, order.history), temperature: call.temperature, mostTokens: call.mostTokens, ...times, signal: order.signal,
        onText: (piece) => {
          if (call.output.as === 'text' && call.output.streams) order.show(piece, !shown);
          shown = true;
        },
      });
      const read = answered.call ? readToolCall(call, answered.call) : readAnswer(call, answered.text);
      if (!read) throw new ModelFailure('unreadable', answered);
      await note(answered, 'done');
      const used: ModelUse = { model: model.name, tokensIn: answered.tokensIn, tokensOut: answered.tokensOut, cost: costOf(model, answered) };
      return { ...read, by: 'model', used };
    } catch (error) {
      if (error instanceof ModelFailure) await note(error.used, error.fault);
      throw error;
    }
  };

  return {
    async call(call, order) {
      // No model is needed to know that nothing means nothing.
      const nothing = call.output.as === 'option' && String(call.data['text'] ?? '').trim() === '';
      const models = nothing ? [] : await inRole(call.role);
      if (models.length === 0) return answerForNone(call, order);
      const until = performance.now() + call.timeoutMs;
      const failures: string[] = [];
      for (const [place, model] of models.entries()) {
        const left = until - performance.now();
        if (left < 1) break;
        try {
          // Silence of one must leave time for those after it.
          return await ask(model, call, order, { timeoutMs: left, pauseMs: left / (models.length - place), anew: place > 0 });
        } catch (error) {
          if (!(error instanceof ModelFailure) || error.fault === 'stopped') throw error;
          failures.push(`${model.name}: ${error.message}`);
        }
      }
      throw new ModelFailure('broken', undefined, failures.join(' '));
    },
    async try(id, { role, account, signal }) {
      const model = await callableModel(db.pool, id);
      if (!model) return undefined;
      const tried = await tryModel({ client: openEndpoint(model, keys), model, role, dialects, signal });
      const { used, ms, outcome } = tried;
      await record({ bot: null, contact: null, account, effect: null, node: null, role, model: model.id, name: model.name, ...used, cost: costOf(model, used), ms, outcome });
      return { ...tried, cost: costOf(model, used) };
    },
  };

  async function answerForNone(call: EvaluatedModelCall, order: ModelOrder): Promise<ModelResult> {
    const started = performance.now();
    const streams = call.output.as === 'text' && call.output.streams;
    const answer = await standIn(call, order.history, { signal: order.signal, show: streams ? (piece) => order.show(piece, false) : undefined });
    await record({
      bot: order.bot, contact: order.contact, account: null, effect: order.effect, node: call.node, role: call.role, model: null, name: standInName,
      tokensIn: 0, tokensOut: 0, estimated: false, cost: 0, ms: Math.round(performance.now() - started), outcome: 'done',
    });
    return { ...answer, used: { model: null, tokensIn: 0, tokensOut: 0, cost: 0 } };
  }
}
