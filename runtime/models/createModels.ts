import { callableModel } from '@parley/db/queries/models';
import type { EvaluatedModelCall, ModelResult, ModelRole } from '@parley/shared/machine/modelCall';
import type { Context } from '../lib/context.ts';
import { costOf } from './costOf.ts';
import { createDialects } from './dialects.ts';
import { createInquirer } from './inquire.ts';
import type { Asker } from './inquire.ts';
import { openEndpoint } from './openEndpoint.ts';
import { promptOf, readAnswer, readToolCall } from './promptOf.ts';
import type { HistoryLine } from './prompts/prompt.ts';
import { standIn } from './standIn/standIn.ts';
import { translateTexts } from './translateTexts.ts';
import type { Translated, TranslationOrder } from './translateTexts.ts';
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
  /** Has texts of a bot translated as proposals: good ones come, and of every other one why it does not. Never throws a `ModelFailure`. */
  translate(order: TranslationOrder): Promise<Translated>;
  /** Asks one model something small, as a person tries it out; undefined when there is no such model. */
  try(id: string, by: { role: ModelRole; account: string; signal: AbortSignal }): Promise<Tried | undefined>;
}

/** Models through their endpoints; every call is recorded, also those that failed or broke off. */
export function createModels(context: Pick<Context, 'clock' | 'db' | 'keys' | 'log'>): Models {
  const { db, keys } = context;
  const dialects = createDialects();
  const inquirer = createInquirer(context, dialects);

  return {
    async call(call, order) {
      const by: Asker = { bot: order.bot, contact: order.contact, account: null, effect: order.effect, node: call.node };
      const streams = call.output.as === 'text' && call.output.streams;
      // No model is needed to know that nothing means nothing.
      const nothing = call.output.as === 'option' && String(call.data['text'] ?? '').trim() === '';
      const given = nothing ? undefined : await inquirer.inquire({
        by, role: call.role, prompt: promptOf(call, order.history), temperature: call.temperature, mostTokens: call.mostTokens, timeoutMs: call.timeoutMs, signal: order.signal,
        read: ({ text, call: asked }) => (asked ? readToolCall(call, asked) : readAnswer(call, text)),
        onText: (piece, anew) => { if (streams) order.show(piece, anew); },
      });
      if (given) return { ...given.answer, by: 'model', used: given.used };
      const started = performance.now();
      const answer = await standIn(call, order.history, { signal: order.signal, show: streams ? (piece) => order.show(piece, false) : undefined });
      await inquirer.recordStandIn(by, call.role, performance.now() - started);
      return { ...answer, used: { model: null, tokensIn: 0, tokensOut: 0, cost: 0 } };
    },
    translate: (order) => translateTexts(inquirer, order),
    async try(id, { role, account, signal }) {
      const model = await callableModel(db.pool, id);
      if (!model) return undefined;
      const tried = await tryModel({ client: openEndpoint(model, keys), model, role, dialects, signal });
      const { used, ms, outcome } = tried;
      await inquirer.record({ bot: null, contact: null, account, effect: null, node: null, role, model: model.id, name: model.name, ...used, cost: costOf(model, used), ms, outcome });
      return { ...tried, cost: costOf(model, used) };
    },
  };
}
