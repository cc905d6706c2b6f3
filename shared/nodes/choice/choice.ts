import * as z from 'zod';
import type { ActionTemplate, TextRef } from '../../machine/action.ts';
import type { Assignment, Transition } from '../../machine/machine.ts';
import { defineNode } from '../defineNode.ts';
import type { CompileContext } from '../defineNode.ts';
import { children, keywords, oneLine, oneOf, order, ordered, plainText, spoken, spokenLine, toggle, variable } from '../fieldKinds.ts';
import { makeId } from '../../lib/id.ts';
import { lowerQuestion, questionExits, questionFields } from '../question.ts';

const option = z.object({
  label: spokenLine('Label', { limit: 'choiceLabel' }),
  note: spokenLine('Note', { limit: 'choiceNote', advanced: true, help: 'A second line, where the channel shows lists.' }),
  synonyms: keywords('Also understood', { advanced: true, help: 'Other words people type, separated by commas.' }),
  code: plainText('Saved as', { advanced: true, help: 'Used when the node saves codes. Empty: the label in the bot’s own language.' }),
  order,
});

const schema = z.object({
  body: spoken('Question', { limit: 'choiceBody' }),
  header: spokenLine('Header', { limit: 'header', advanced: true }),
  footer: spokenLine('Footer', { limit: 'footer', advanced: true }),
  options: children('Options', option, { label: 'Option', add: 'Add an option', max: 100 }),
  save: variable('Save the answer in'),
  saves: oneOf('Save as', { label: 'Label as read', code: 'Code, the same in every language' }, ['label', 'code'], { advanced: true }),
  typed: toggle('Accept typed answers', true),
  other: toggle('Let people say something else', false, { help: 'What they type is saved and leaves by its own way out.', showWhen: { field: 'typed', is: [true] } }),
  ...questionFields,
});
type Data = z.infer<typeof schema>;

/** Offers options and goes on by the one people take. */
export const choice = defineNode({
  type: 'choice',
  label: 'Choice',
  group: 'talk',
  icon: 'list-check',
  doc: 'Offers options as buttons or a list. People tap one or type its name or number, and each option has its own way out.',
  schema,
  defaults: (random) => schema.parse({ options: Object.fromEntries([1, 2].map((place) => [makeId(random), { order: place }])) }),
  exits: (data) => [
    ...ordered(data.options).map(([id, { label }]) => ({ id, label: oneLine(label) || 'Option' })),
    ...(takesOther(data) ? [{ id: 'other', label: 'Something else' }] : []),
    ...questionExits(data),
  ],
  summary: (data) => oneLine(data.body),
  compile(data, context) {
    const options = ordered(data.options);
    const texts = options.map(([id, { note, synonyms }]) => ({
      id,
      label: context.text('options', id, 'label'),
      ...(note && { note: context.text('options', id, 'note') }),
      ...(synonyms && { synonyms: context.text('options', id, 'synonyms') }),
    }));
    const answer: Transition[] = options.map(([id]) => (
      { ...context.exit(id), guard: { is: 'option', option: id }, ...saving(data, context, valueOf(data, id, context)) }));
    if (takesOther(data)) answer.push({ ...context.exit('other'), ...saving(data, context, { from: 'answer' }) });
    return lowerQuestion({
      data,
      context,
      say: (body) => say(data, body, texts, context),
      body: context.text('body'),
      recogniser: { kind: 'choice', options: texts.map(({ id, label, synonyms }) => ({ id, label, ...(synonyms && { synonyms }) })), typed: data.typed, other: takesOther(data) },
      answer,
      tappable: true,
    });
  },
});

function takesOther({ typed, other }: Data): boolean {
  return typed && other;
}

function saving(data: Data, context: CompileContext, value: Assignment['value']): { set?: Assignment[] } {
  const saved = context.variable(data.save);
  return saved ? { set: [{ variable: saved.name, value }] } : {};
}

/** A label with expressions in it has no single code: it is saved as read. */
function valueOf({ saves, options }: Data, id: string, context: CompileContext): Assignment['value'] {
  const code = options[id]?.code || (options[id]?.label ?? '');
  if (saves === 'label' || code.includes('{{')) return { from: 'text', text: context.text('options', id, 'label') };
  return { from: 'expression', expression: context.expression(JSON.stringify(code), { kind: 'text' }) };
}

function say({ header, footer }: Data, body: TextRef, texts: { id: string; label: TextRef; note?: TextRef }[], context: CompileContext): ActionTemplate {
  const around = { ...(header && { header: context.text('header') }), ...(footer && { footer: context.text('footer') }) };
  const options = texts.map(({ id, label, note }) => ({ id, label, ...(note && { note }) }));
  return { type: 'send', message: { type: 'choices', body, ...around, options } };
}
