import type { CallableModel } from '@parley/db/queries/models';
import OpenAI from 'openai';
import type { ChatCompletionCreateParamsStreaming } from 'openai/resources/chat/completions';
import type { Dialects } from './dialects.ts';
import { faultOf } from './faultOf.ts';
import { ModelFailure } from './modelFailure.ts';
import type { TokensUsed } from './modelFailure.ts';
import type { Prompt } from './prompts/prompt.ts';

/** One question to one model. */
export interface Question {
  client: OpenAI;
  model: Pick<CallableModel, 'id' | 'name' | 'maxOutput'>;
  dialects: Dialects;
  prompt: Prompt;
  temperature?: number | undefined;
  mostTokens?: number | undefined;
  /** For the whole answer, and for the longest pause in it. */
  timeoutMs: number;
  pauseMs: number;
  signal: AbortSignal;
  /** Hears the answer while it is made. */
  onText(piece: string): void;
}

/** A whole answer with what it took. */
export interface Answered extends TokensUsed {
  text: string;
  /** It asks for a flow before it answers. */
  call?: { name: string; arguments: string };
}

/** A token of English has about so many letters: for answers that broke off before anybody counted. */
const lettersPerToken = 4;

/** Asks a model and listens to its answer as it is made. Throws a `ModelFailure`, which says what was used all the same. */
export async function askModel(question: Question): Promise<Answered> {
  for (;;) {
    try {
      return await askOnce(question);
    } catch (error) {
      const refused = error instanceof OpenAI.APIError && (error.status === 400 || error.status === 422);
      if (refused && question.dialects.learn(question.model.id, `${error.param ?? ''} ${error.message}`)) continue;
      throw error instanceof ModelFailure ? error : failureOf(error, question, '');
    }
  }
}

async function askOnce(question: Question): Promise<Answered> {
  const { client, timeoutMs, pauseMs, signal, onText } = question;
  const late = new AbortController();
  const whole = setTimeout(() => late.abort(), timeoutMs);
  let pause = setTimeout(() => late.abort(), pauseMs);
  let text = '';
  let call: Answered['call'];
  let [used, finish, declined]: [{ in: number; out: number } | undefined, string | null, boolean] = [undefined, null, false];
  try {
    const stream = await client.chat.completions.create(bodyOf(question), { signal: AbortSignal.any([signal, late.signal]) });
    for await (const { choices: [choice], usage } of stream) {
      clearTimeout(pause);
      pause = setTimeout(() => late.abort(), pauseMs);
      if (usage) used = { in: usage.prompt_tokens, out: usage.completion_tokens };
      finish = choice?.finish_reason ?? finish;
      declined ||= Boolean(choice?.delta.refusal);
      // One at a time: whatever is asked for besides is asked for again after it.
      const asked = choice?.delta.tool_calls?.find(({ index }) => index === 0)?.function;
      if (asked) call = { name: (call?.name ?? '') + (asked.name ?? ''), arguments: (call?.arguments ?? '') + (asked.arguments ?? '') };
      const piece = choice?.delta.content ?? '';
      if (piece === '') continue;
      text += piece;
      onText(piece);
    }
  } catch (error) {
    // Refusals of a part of the protocol are told to the caller, which asks again without it.
    if (text === '' && !late.signal.aborted && error instanceof OpenAI.APIError && (error.status === 400 || error.status === 422)) throw error;
    throw late.signal.aborted && !signal.aborted ? new ModelFailure('timedOut', guessed(question, text)) : failureOf(error, question, text, signal);
  } finally {
    clearTimeout(whole);
    clearTimeout(pause);
  }
  const took: TokensUsed = used ? { tokensIn: used.in, tokensOut: used.out, estimated: false } : guessed(question, text);
  // The client ends a stream that is called off without a word.
  if (signal.aborted) throw new ModelFailure('stopped', took);
  if (late.signal.aborted) throw new ModelFailure('timedOut', took);
  if (declined || finish === 'content_filter') throw new ModelFailure('filtered', took);
  if (finish === null) throw new ModelFailure('broken', took, 'The answer broke off.');
  if (call) return { text, call, ...took };
  if (text.trim() === '') throw new ModelFailure('empty', took);
  return { text, ...took };
}

function bodyOf({ model, dialects, prompt, temperature, mostTokens }: Question): ChatCompletionCreateParamsStreaming {
  const most = [mostTokens, model.maxOutput].filter((limit) => typeof limit === 'number');
  const limit = most.length > 0 ? Math.min(...most) : undefined;
  const knows = (part: Parameters<Dialects['knows']>[1]): boolean => dialects.knows(model.id, part);
  const { schema, tools } = prompt;
  const strict = schema !== undefined && knows('schema');
  return {
    model: model.name, stream: true,
    // A model that does not know schemas reads it.
    messages: schema && !strict ? prompt.messages.map((message, at) => (at === 0 ? { ...message, content: `${message.content}\n\nThe JSON object fits this schema:\n${JSON.stringify(schema)}` } : message)) : prompt.messages,
    ...(strict && { response_format: { type: 'json_schema' as const, json_schema: { name: 'answer', strict: true, schema } } }),
    ...(tools && knows('tools') && { tools: tools.map(({ name, help, schema: parameters }) => ({ type: 'function' as const, function: { name, description: help, parameters, strict: true } })), tool_choice: prompt.mayCall ? 'auto' as const : 'none' as const }),
    ...(temperature !== undefined && knows('temperature') && { temperature }),
    ...(limit !== undefined && (knows('completionTokens') ? { max_completion_tokens: limit } : { max_tokens: limit })),
    ...(knows('usage') && { stream_options: { include_usage: true } }),
  };
}

function guessed({ prompt }: Pick<Question, 'prompt'>, text: string): TokensUsed {
  const asked = prompt.messages.reduce((sum, { content }) => sum + content.length, 0);
  return { tokensIn: Math.ceil(asked / lettersPerToken), tokensOut: Math.ceil(text.length / lettersPerToken), estimated: true };
}

/** What went wrong; a question that was refused or never arrived took nothing. */
function failureOf(error: unknown, question: Pick<Question, 'prompt'>, text: string, signal?: AbortSignal): ModelFailure {
  if (signal?.aborted) return new ModelFailure('stopped', guessed(question, text));
  const fault = faultOf(error);
  if (text !== '') return new ModelFailure(fault === 'timedOut' ? fault : 'broken', guessed(question, text), 'The answer broke off.');
  const status = error instanceof OpenAI.APIError && error.status !== undefined ? `(${error.status})` : undefined;
  return new ModelFailure(fault, undefined, fault === 'refused' || fault === 'broken' ? status : undefined);
}
