import type { EvaluatedModelCall, ModelField } from '@parley/shared/machine/modelCall';
import { jsonSchemaOf } from '../jsonSchemaOf.ts';
import { dataMessage, dataRules, historyMessages, separate } from './prompt.ts';
import type { HistoryLine, Prompt } from './prompt.ts';

/** Asks for values of given types: one object with a field for each. */
export function readPrompt({ instructions, data: given, language, fields }: Pick<EvaluatedModelCall, 'instructions' | 'data' | 'language'> & { fields: readonly ModelField[] }, history: readonly HistoryLine[]): Prompt {
  const { text, data } = separate(instructions, given);
  const rules = [...dataRules, `Texts in the answer are in the language with the tag ${language}, unless the instructions ask for another one.`, 'Give one JSON object and nothing else.'];
  return {
    messages: [{ role: 'system', content: `${text}\n\nRULES\n${rules.map((rule) => `- ${rule}`).join('\n')}` }, dataMessage(data), ...historyMessages(history)],
    schema: {
      type: 'object', additionalProperties: false, required: fields.map(({ name }) => name),
      properties: Object.fromEntries(fields.map(({ name, type, help }) => [name, { ...jsonSchemaOf(type), ...(help && { description: [help, jsonSchemaOf(type)['description']].filter(Boolean).join(' ') }) }])),
    },
  };
}
