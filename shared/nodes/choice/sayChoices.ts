import type { ActionTemplate, TextRef } from '../../machine/action.ts';
import type { ListedOptions, SeveralOptions } from '../../machine/choosing.ts';
import type { CompileContext } from '../defineNode.ts';
import type { ChoiceData } from './choiceSchema.ts';

/** An option an author wrote, by its texts. */
export interface WrittenOption {
  id: string;
  label: TextRef;
  note?: TextRef;
  synonyms?: TextRef;
}

interface Said {
  body: TextRef;
  options: readonly WrittenOption[];
  listed?: ListedOptions | undefined;
  several?: SeveralOptions | undefined;
}

/** The question with its options, as a message. */
export function sayChoices({ header, footer }: ChoiceData, { body, options, listed, several }: Said, context: CompileContext): ActionTemplate {
  const around = { ...(header && { header: context.text('header') }), ...(footer && { footer: context.text('footer') }) };
  return {
    type: 'send',
    message: { type: 'choices', body, ...around, options: options.map(({ id, label, note }) => ({ id, label, ...(note && { note }) })), ...(listed && { listed }), ...(several && { several }) },
  };
}
