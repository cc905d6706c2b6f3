import type { TextRef } from '../../machine/action.ts';
import type { ListedOptions, SeveralOptions } from '../../machine/choosing.ts';
import type { Assignment, Transition } from '../../machine/machine.ts';
import type { ChosenRecogniser } from '../../machine/recogniser.ts';
import type { CompileContext, StateDraft } from '../defineNode.ts';
import { eachItem, sizeOf } from '../eachItem.ts';
import { ordered } from '../fieldKinds.ts';
import { lowerQuestion } from '../question.ts';
import type { ChoiceData } from './choiceSchema.ts';
import { sayChoices } from './sayChoices.ts';
import type { WrittenOption } from './sayChoices.ts';

/** Whether the answer has one way out whatever is chosen: options of a list, or several at once. */
export function sharesWayOut({ from, several }: Pick<ChoiceData, 'from' | 'several'>): boolean {
  return from === 'list' || several;
}

/** Lowers a choice from a list, or of several options: of an empty list nothing is asked. */
export function lowerChosen(data: ChoiceData, written: readonly WrittenOption[], context: CompileContext): Record<string, StateDraft> {
  const listed = data.from === 'list' ? listedIn(data, context) : undefined;
  const several: SeveralOptions | undefined = data.several ? { least: data.fewest, most: Math.max(data.fewest, data.mostAnswers) } : undefined;
  const options = listed ? [] : written;
  const recogniser: ChosenRecogniser = {
    kind: 'chosen',
    of: { kind: 'choice', options: options.map(({ id, label, synonyms }) => ({ id, label, ...(synonyms && { synonyms }) })), typed: data.typed, other: data.typed && data.other },
    ...(listed && { listed }), ...(several && { several }),
  };
  const { '': asked = {}, ...states } = lowerQuestion({
    data, context, recogniser, tappable: true,
    say: (body) => sayChoices(data, { body, options, listed, several }, context),
    body: context.text('body'),
    answer: [
      { ...context.exit('chosen'), guard: { is: 'outcome', outcome: 'chosen' }, ...saving(data, context, listed ? { from: 'result', path: ['value'] } : { from: 'chosen', path: ['value'], worth: worthOf(data, context) }) },
      ...(recogniser.of.other ? [{ ...context.exit('other'), guard: { is: 'outcome' as const, outcome: 'other' }, ...saving(data, context, { from: 'result', path: ['value'] }) }] : []),
    ],
  });
  if (!listed) return { '': asked, ...states };
  const empty: Transition = { ...context.exit('none'), guard: { is: 'true', expression: context.expression(`${sizeOf(data.list)} == 0`, { kind: 'boolean' }), label: 'nothing to choose' } };
  return { '': { always: [empty, { to: context.state('ask') }], onError: { to: context.state('ask') } }, ask: asked, ...states };
}

function listedIn({ list, itemLabel, itemValue, itemNote, mostItems }: ChoiceData, context: CompileContext): ListedOptions {
  const each = (body: string) => {
    const cel = eachItem(list, body);
    return context.expression(cel, context.typeOf(cel) ?? { kind: 'list', of: { kind: 'text' } });
  };
  return { labels: each(itemLabel || 'item'), values: each(itemValue || 'item'), ...(itemNote && { notes: each(itemNote) }), most: mostItems };
}

function saving({ save }: ChoiceData, context: CompileContext, value: Assignment['value']): { set?: Assignment[] } {
  const saved = context.variable(save);
  return saved ? { set: [{ variable: saved.name, value }] } : {};
}

/** A label with expressions in it has no single code: it is saved as read. */
function worthOf({ options, saves }: ChoiceData, context: CompileContext): Record<string, TextRef | { code: string }> {
  return Object.fromEntries(ordered(options).map(([id, { label, code }]) => {
    const written = code || label;
    return [id, saves === 'code' && !written.includes('{{') ? { code: written } : context.text('options', id, 'label')];
  }));
}
