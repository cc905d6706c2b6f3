import type { EvaluatedModelCall } from '@parley/shared/machine/modelCall';
import { dataMessage, dataRules, historyMessages, separate } from './prompt.ts';
import type { HistoryLine, Prompt } from './prompt.ts';

/** Asks for a text: the author's instructions, the rules, the data, the conversation. */
export function writePrompt({ instructions, data: given, language, mostLetters }: Pick<EvaluatedModelCall, 'instructions' | 'data' | 'language'> & { mostLetters: number }, history: readonly HistoryLine[]): Prompt {
  const { text, data } = separate(instructions, given);
  const rules = [
    ...dataRules,
    `Unless the instructions ask for another language, answer in the language with the tag ${language}.`,
    `Give the answer alone, as plain text of at most ${mostLetters} characters.`,
  ];
  return { messages: [{ role: 'system', content: `${text}\n\nRULES\n${rules.map((rule) => `- ${rule}`).join('\n')}` }, dataMessage(data), ...historyMessages(history)] };
}
