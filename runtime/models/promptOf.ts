import { fits, isObject, own } from '@parley/shared/expressions/fits';
import type { Json } from '@parley/shared/lib/json';
import { toolOutcome } from '@parley/shared/machine/modelCall';
import type { EvaluatedModelCall, ModelResult } from '@parley/shared/machine/modelCall';
import { cutText } from './cutText.ts';
import type { HistoryLine, Prompt } from './prompts/prompt.ts';
import { readPrompt } from './prompts/readPrompt.ts';
import { noOption, sortPrompt } from './prompts/sortPrompt.ts';
import { mayCall, promptTools, toolMessages } from './prompts/toolMessages.ts';
import { writePrompt } from './prompts/writePrompt.ts';
import { readJson } from './readJson.ts';

/** The prompt of a call, with the flows it may ask for and what those gave so far. */
export function promptOf(call: EvaluatedModelCall, history: readonly HistoryLine[]): Prompt {
  const prompt = askedFor(call, history);
  const { tools = [] } = call;
  return tools.length === 0 ? prompt : { ...prompt, messages: [...prompt.messages, ...toolMessages(call)], tools: promptTools(tools), mayCall: mayCall(call) };
}

function askedFor(call: EvaluatedModelCall, history: readonly HistoryLine[]): Prompt {
  const { output } = call;
  switch (output.as) {
    case 'text': return writePrompt({ ...call, mostLetters: output.mostLetters }, history);
    case 'fields': return readPrompt({ ...call, fields: output.fields }, history);
    case 'option': return sortPrompt({ ...call, options: output.options }, history);
  }
}

/** What asking for a flow gives; undefined when there is no such flow, or what it is given does not fit. */
export function readToolCall(call: Pick<EvaluatedModelCall, 'tools' | 'steps' | 'mostCalls'>, asked: { name: string; arguments: string }): Omit<ModelResult, 'by' | 'used'> | undefined {
  const tool = mayCall(call) ? call.tools?.find(({ name }) => name === asked.name) : undefined;
  const json = readJson(asked.arguments || '{}');
  if (!tool || !json) return undefined;
  const given = tool.takes.map(({ as, name, type }): [string, Json | undefined] => [as, fits(type, own(json, name)) ? own(json, name) : undefined]);
  return given.every((entry): entry is [string, Json] => entry[1] !== undefined) ? { outcome: toolOutcome(tool.id), arguments: Object.fromEntries(given) } : undefined;
}

/** What an answer gives the flow; undefined when it is not what was asked for. Nothing of it is taken unread. */
export function readAnswer({ output }: Pick<EvaluatedModelCall, 'output'>, text: string): Omit<ModelResult, 'by' | 'used'> | undefined {
  if (output.as === 'text') return { outcome: 'done', text: cutText(text, output.mostLetters) };
  const json = readJson(text);
  if (!json) return undefined;
  if (output.as === 'fields') {
    const values = output.fields.map(({ as, name, type }): [string, Json | undefined] => [as, fits(type, own(json, name)) ? own(json, name) : undefined]);
    return values.every((entry): entry is [string, Json] => entry[1] !== undefined) ? { outcome: 'done', values: Object.fromEntries(values) } : undefined;
  }
  const { option, confidence: sure } = json;
  const confidence = typeof sure === 'number' && Number.isFinite(sure) ? Math.min(1, Math.max(0, sure)) : 0;
  if (option === noOption) return { outcome: 'unsure', confidence };
  const known = output.options.some(({ id }) => id === option);
  if (typeof option !== 'string' || !known || !isObject(json)) return undefined;
  return { outcome: confidence < output.least ? 'unsure' : option, confidence };
}
