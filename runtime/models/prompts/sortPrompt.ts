import { plainText } from '@parley/shared/expressions/encodeParts';
import type { Parts } from '@parley/shared/expressions/types';
import type { EvaluatedModelCall, ModelOption } from '@parley/shared/machine/modelCall';
import { dataMessage, dataRules, historyMessages, separate } from './prompt.ts';
import type { HistoryLine, Prompt } from './prompt.ts';

/** What a model says when nothing fits. */
export const noOption = 'none';

/** Asks which option a text means, and how sure the model is. Only the options’ ids are answers. */
export function sortPrompt({ instructions, data: given, options }: Pick<EvaluatedModelCall, 'instructions' | 'data'> & { options: readonly ModelOption<Parts>[] }, history: readonly HistoryLine[]): Prompt {
  const { text, data } = separate(instructions, given);
  const offered = options.map(({ id, label, description, examples }) => ({
    id, label: plainText(label), ...(description && { meaning: plainText(description) }), ...(examples && { examples: plainText(examples).split('\n').filter((line) => line.trim()) }),
  }));
  const rules = [...dataRules, `When none of the options fits, the option is "${noOption}".`, 'The confidence is a number from 0 (a guess) to 1 (certain).', 'Give one JSON object and nothing else.'];
  return {
    messages: [
      { role: 'system', content: `Decide which option [[text]] means.\n\nOPTIONS\n${JSON.stringify(offered)}\n\n${text ? `HINTS\n${text}\n\n` : ''}RULES\n${rules.map((rule) => `- ${rule}`).join('\n')}` },
      ...historyMessages(history),
      dataMessage(data),
    ],
    schema: {
      type: 'object', additionalProperties: false, required: ['option', 'confidence'],
      properties: { option: { type: 'string', enum: [...options.map(({ id }) => id), noOption] }, confidence: { type: 'number' } },
    },
  };
}
