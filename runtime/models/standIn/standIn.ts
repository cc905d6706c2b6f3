import { setTimeout as pause } from 'node:timers/promises';
import type { EvaluatedModelCall } from '@parley/shared/machine/modelCall';
import { cutText } from '../cutText.ts';
import { noOption } from '../prompts/sortPrompt.ts';
import type { HistoryLine } from '../prompts/prompt.ts';
import { nearestOption } from './nearestOption.ts';
import { shown, standInText } from './standInText.ts';
import type { StandInAnswer } from './standInText.ts';
import { givenByTools, toolCall } from './toolCall.ts';
import { standInValue } from './standInValue.ts';

/** Between two pieces of a streamed text: slow enough to be seen coming. */
const pieceMs = 20;

/**
 * Answers where no model is set up: deterministic, of the right types, made of the call's own data, and marked as the stand-in's. With
 * `show` a text comes in pieces as a model's does.
 */
export async function standIn(call: EvaluatedModelCall, history: readonly HistoryLine[], { signal, show }: { signal: AbortSignal; show?: ((piece: string) => void) | undefined }): Promise<StandInAnswer> {
  const { output, data, instructions } = call;
  const asked = toolCall(call, { instructions, data, history });
  if (asked) return asked;
  const input = { instructions, data: { ...data, ...givenByTools(call) }, history };
  switch (output.as) {
    case 'text': {
      const text = cutText(standInText(input), output.mostLetters);
      for (const piece of show ? text.match(/\S+\s*/g) ?? [] : []) {
        await pause(pieceMs, undefined, { signal });
        show?.(piece);
      }
      return { outcome: 'done', by: 'standIn', text };
    }
    case 'fields': return { outcome: 'done', by: 'standIn', values: Object.fromEntries(output.fields.map(({ as, name, type }) => [as, standInValue(name, type, input)])) };
    case 'option': {
      const { option = noOption, confidence } = nearestOption(shown(data['text'] ?? ''), output.options);
      return { outcome: option === noOption || confidence < output.least ? 'unsure' : option, by: 'standIn', confidence };
    }
  }
}
