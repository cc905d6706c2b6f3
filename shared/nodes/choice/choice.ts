import type { Assignment, Transition } from '../../machine/machine.ts';
import { defineNode } from '../defineNode.ts';
import type { CompileContext } from '../defineNode.ts';
import { oneLine, ordered } from '../fieldKinds.ts';
import { makeId } from '../../lib/id.ts';
import { lowerQuestion, questionExits } from '../question.ts';
import { choiceSchema } from './choiceSchema.ts';
import type { ChoiceData } from './choiceSchema.ts';
import { lowerChosen, sharesWayOut } from './lowerChosen.ts';
import { sayChoices } from './sayChoices.ts';
import type { WrittenOption } from './sayChoices.ts';

/** Offers options and goes on by the one people take. */
export const choice = defineNode({
  type: 'choice',
  label: 'Choice',
  group: 'talk',
  icon: 'list-check',
  doc: 'Offers options as buttons or a list, written here or made of a list’s items. People tap or type; each written option has its own way out.',
  schema: choiceSchema,
  defaults: (random) => choiceSchema.parse({ options: Object.fromEntries([1, 2].map((place) => [makeId(random), { order: place }])) }),
  exits: (data) => [
    ...(sharesWayOut(data) ? [{ id: 'chosen', label: 'Chosen' }] : ordered(data.options).map(([id, { label }]) => ({ id, label: oneLine(label) || 'Option' }))),
    ...(takesOther(data) ? [{ id: 'other', label: 'Something else' }] : []),
    ...(data.from === 'list' ? [{ id: 'none', label: 'Nothing to choose' }] : []),
    ...questionExits(data),
  ],
  summary: (data) => oneLine(data.body),
  compile(data, context) {
    const written = writtenIn(data, context);
    if (sharesWayOut(data)) return lowerChosen(data, written, context);
    const answer: Transition[] = written.map(({ id }) => (
      { ...context.exit(id), guard: { is: 'option', option: id }, ...saving(data, context, valueOf(data, id, context)) }));
    if (takesOther(data)) answer.push({ ...context.exit('other'), ...saving(data, context, { from: 'answer' }) });
    return lowerQuestion({
      data,
      context,
      say: (body) => sayChoices(data, { body, options: written }, context),
      body: context.text('body'),
      recogniser: { kind: 'choice', options: written.map(({ id, label, synonyms }) => ({ id, label, ...(synonyms && { synonyms }) })), typed: data.typed, other: takesOther(data) },
      answer,
      tappable: true,
    });
  },
});

function writtenIn({ options }: ChoiceData, context: CompileContext): WrittenOption[] {
  return ordered(options).map(([id, { note, synonyms }]) => ({
    id,
    label: context.text('options', id, 'label'),
    ...(note && { note: context.text('options', id, 'note') }),
    ...(synonyms && { synonyms: context.text('options', id, 'synonyms') }),
  }));
}

function takesOther({ typed, other }: ChoiceData): boolean {
  return typed && other;
}

function saving(data: ChoiceData, context: CompileContext, value: Assignment['value']): { set?: Assignment[] } {
  const saved = context.variable(data.save);
  return saved ? { set: [{ variable: saved.name, value }] } : {};
}

/** A label with expressions in it has no single code: it is saved as read. */
function valueOf({ saves, options }: ChoiceData, id: string, context: CompileContext): Assignment['value'] {
  const code = options[id]?.code || (options[id]?.label ?? '');
  if (saves === 'label' || code.includes('{{')) return { from: 'text', text: context.text('options', id, 'label') };
  return { from: 'expression', expression: context.expression(JSON.stringify(code), { kind: 'text' }) };
}
