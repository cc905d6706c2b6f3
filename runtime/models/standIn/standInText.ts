import { plainText } from '@parley/shared/expressions/encodeParts';
import type { Parts } from '@parley/shared/expressions/types';
import type { ModelResult } from '@parley/shared/machine/modelCall';
import type { Json, JsonObject } from '@parley/shared/lib/json';
import { separate } from '../prompts/prompt.ts';
import type { HistoryLine } from '../prompts/prompt.ts';

/** What the stand-in gives: as a model, without what it took. */
export type StandInAnswer = Omit<ModelResult, 'used'>;

/** What the stand-in is given: what a model would be. */
export interface StandInInput {
  instructions: Parts;
  data: JsonObject;
  history: readonly HistoryLine[];
}

/** The contact's last message, and every value by its name. */
export function givenIn({ instructions, data, history }: StandInInput): { said: string; values: [name: string, value: Json][] } {
  return { said: history.findLast(({ by }) => by === 'contact')?.text.trim() ?? '', values: Object.entries(separate(instructions, data).data).filter(([, value]) => shown(value) !== '') };
}

/** A value in words. */
export function shown(value: Json): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ').trim();
}

/** A text put together from what was given: it claims nothing, and other inputs give another one. */
export function standInText(input: StandInInput): string {
  const { said, values } = givenIn(input);
  const given = values.map(([name, value]) => `${name}: ${shown(value)}`).join(', ');
  const parts = [said && `“${said}”`, given].filter(Boolean).join(' · ');
  return `Stand-in answer: ${parts || plainText(input.instructions).replace(/\s+/g, ' ').trim()}`;
}
