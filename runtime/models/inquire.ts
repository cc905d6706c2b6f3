import { modelsInRole, recordModelCall } from '@parley/db/queries/models';
import type { CallableModel, ModelCallRow } from '@parley/db/queries/models';
import type { ModelRole, ModelUse } from '@parley/shared/machine/modelCall';
import { briefly } from '../lib/briefly.ts';
import type { Context } from '../lib/context.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { askModel } from './askModel.ts';
import type { Answered } from './askModel.ts';
import { costOf } from './costOf.ts';
import type { Dialects } from './dialects.ts';
import { ModelFailure } from './modelFailure.ts';
import type { TokensUsed } from './modelFailure.ts';
import { openEndpoint } from './openEndpoint.ts';
import type { Prompt } from './prompts/prompt.ts';

/** For whom a model is asked: what the record of calls keeps. */
export type Asker = Pick<ModelCallRow, 'bot' | 'contact' | 'account' | 'effect' | 'node'>;

/** One question to the models of a role. */
export interface Inquiry<Answer> {
  by: Asker;
  role: ModelRole;
  prompt: Prompt;
  temperature?: number | undefined;
  mostTokens?: number | undefined;
  /** For all models that are tried together. */
  timeoutMs: number;
  signal: AbortSignal;
  /** What the answer gives; undefined = not what was asked for. */
  read(answered: Pick<Answered, 'text' | 'call'>): Answer | undefined;
  /** Hears the answer while it is made; `anew` = another model begins. */
  onText(piece: string, anew: boolean): void;
}

/** Asks the registry's models and records what every call took. */
export interface Inquirer {
  /** Asks the models of a role in order until one gives what was asked for; undefined where the role has none. Throws a `ModelFailure` when all failed. */
  inquire<Answer>(inquiry: Inquiry<Answer>): Promise<{ answer: Answer; used: ModelUse } | undefined>;
  hasModel(role: ModelRole): Promise<boolean>;
  record(call: Omit<ModelCallRow, 'id' | 'madeAt'>): Promise<void>;
  /** The record of an answer that the stand-in gave. */
  recordStandIn(by: Asker, role: ModelRole, ms: number): Promise<void>;
}

/** The name under which the stand-in's calls are recorded. */
const standInName = 'stand-in';

/** Models through their endpoints; every call is recorded, also those that failed or broke off. */
export function createInquirer({ clock, db, keys, log }: Pick<Context, 'clock' | 'db' | 'keys' | 'log'>, dialects: Dialects): Inquirer {
  const inRole = briefly((role: ModelRole) => modelsInRole(db.pool, role));

  /** What a call took is worth knowing, but no reason for its answer to be lost. */
  const record: Inquirer['record'] = async (call) => {
    await recordModelCall(db.pool, { id: uuid7(clock), madeAt: clock.now(), ...call }).catch((error: unknown) => log.warn({ err: error }, 'a model call could not be recorded'));
  };

  async function ask<Answer>(model: CallableModel, inquiry: Inquiry<Answer>, times: { timeoutMs: number; pauseMs: number; anew: boolean }): Promise<{ answer: Answer; used: ModelUse }> {
    const started = performance.now();
    let shown = !times.anew;
    const { by, role, read, onText, ...question } = inquiry;
    const note = (used: TokensUsed, outcome: string): Promise<void> => record({ ...by, role, model: model.id, name: model.name, ...used, cost: costOf(model, used), ms: Math.round(performance.now() - started), outcome });
    try {
      const answered = await askModel({
        ...question, client: openEndpoint(model, keys), model, dialects, ...times,
        onText: (piece) => {
          onText(piece, !shown);
          shown = true;
        },
      });
      const answer = read(answered);
      if (answer === undefined) throw new ModelFailure('unreadable', answered);
      await note(answered, 'done');
      return { answer, used: { model: model.name, tokensIn: answered.tokensIn, tokensOut: answered.tokensOut, cost: costOf(model, answered) } };
    } catch (error) {
      if (error instanceof ModelFailure) await note(error.used, error.fault);
      throw error;
    }
  }

  return {
    async inquire(inquiry) {
      const models = await inRole(inquiry.role);
      if (models.length === 0) return undefined;
      const until = performance.now() + inquiry.timeoutMs;
      const failures: string[] = [];
      for (const [place, model] of models.entries()) {
        const left = until - performance.now();
        if (left < 1) break;
        try {
          // Silence of one must leave time for those after it.
          return await ask(model, inquiry, { timeoutMs: left, pauseMs: left / (models.length - place), anew: place > 0 });
        } catch (error) {
          if (!(error instanceof ModelFailure) || error.fault === 'stopped') throw error;
          failures.push(`${model.name}: ${error.message}`);
        }
      }
      throw new ModelFailure('broken', undefined, failures.join(' '));
    },
    hasModel: async (role) => (await inRole(role)).length > 0,
    record,
    recordStandIn: (by, role, ms) => record({ ...by, role, model: null, name: standInName, tokensIn: 0, tokensOut: 0, estimated: false, cost: 0, ms: Math.round(ms), outcome: 'done' }),
  };
}
