import type { ValueType } from '../../expressions/types.ts';
import type { ActionTemplate, TextRef } from '../../machine/action.ts';
import type { Transition } from '../../machine/machine.ts';
import { defineNode } from '../defineNode.ts';
import { oneLine } from '../fieldKinds.ts';
import { lowerQuestion, questionExits } from '../question.ts';
import { answers, askSchema } from './askSchema.ts';
import type { AskData } from './askSchema.ts';
import { recogniserOf } from './recogniserOf.ts';

const answered: Record<AskData['expects'], string> = {
  text: 'An answer', number: 'A number', date: 'A date', time: 'A time', when: 'A date and time', email: 'An address', phone: 'A number', location: 'A place', media: 'A file',
};

/** Asks one thing and understands the answer. */
export const ask = defineNode({
  type: 'ask',
  label: 'Ask',
  group: 'talk',
  icon: 'message-question',
  doc: 'Asks for one thing, such as a name, a date or a photo, understands the answer and remembers it.',
  schema: askSchema,
  defaults: () => askSchema.parse({}),
  exits: (data) => [
    { id: 'answered', label: answered[data.expects] },
    ...(data.skip ? [{ id: 'skipped', label: 'Skipped' }] : []),
    ...questionExits(data),
  ],
  summary: (data) => oneLine(data.question),
  compile(data, context) {
    const saved = context.variable(data.save);
    const answer: Transition = { ...context.exit('answered'), ...(saved && { set: [{ variable: saved.name, value: { from: 'answer' } }] }) };
    const skip = data.skip ? context.text('skip') : undefined;
    return lowerQuestion({
      data,
      context,
      say: (body) => say(body, skip),
      body: context.text('question'),
      recogniser: recogniserOf(data, context),
      ...(data.check && { check: { expression: context.expression(data.check, { kind: 'boolean' }), answer: answerType(data.expects) } }),
      answer: [answer],
      ...(skip && { skip, skipped: context.exit('skipped') }),
      tappable: skip !== undefined,
    });
  },
});

function answerType(expects: AskData['expects']): ValueType {
  const types: Readonly<Partial<Record<AskData['expects'], ValueType>>> = answers;
  return types[expects] ?? { kind: 'text' };
}

function say(body: TextRef, skip: TextRef | undefined): ActionTemplate {
  if (!skip) return { type: 'send', message: { type: 'text', text: body } };
  return { type: 'send', message: { type: 'choices', body, options: [{ id: 'skip', label: skip }] } };
}
