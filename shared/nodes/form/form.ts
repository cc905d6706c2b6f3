import { makeId } from '../../lib/id.ts';
import type { FormTemplate } from '../../machine/form.ts';
import type { Assignment, Transition } from '../../machine/machine.ts';
import { defineNode } from '../defineNode.ts';
import type { CompileContext, StateDraft } from '../defineNode.ts';
import { oneLine, ordered } from '../fieldKinds.ts';
import { fieldsOf } from './fieldsOf.ts';
import { formSchema } from './formSchema.ts';
import type { FormData } from './formSchema.ts';

/** Asks several things at once. */
export const form = defineNode({
  type: 'form',
  label: 'Form',
  group: 'talk',
  icon: 'forms',
  doc: 'Asks for several things at once: a form to fill in where the channel has forms, one question after the other where it has not.',
  schema: formSchema,
  defaults: (random) => formSchema.parse({ submit: 'Send', skip: 'Skip', yes: 'Yes', no: 'No', fields: { [makeId(random)]: { order: 1 } } }),
  exits: (data) => [
    { id: 'filled', label: 'Filled in' },
    ...(data.cancel ? [{ id: 'cancelled', label: 'Given up' }] : []),
    ...(data.tries > 0 ? [{ id: 'invalid', label: 'Not understood', handledBySettings: 'unreadable' as const }] : []),
    { id: 'noAnswer', label: 'No answer', handledBySettings: 'silence' },
  ],
  summary: (data) => oneLine(data.body) || ordered(data.fields).map(([, { label }]) => oneLine(label)).filter(Boolean).join(', '),
  compile(data, context): Record<string, StateDraft> {
    const template = templateOf(data, context);
    const { form: key, fields, skip } = template;
    const timeout = data.timeout ? { after: data.timeout } : context.silence;
    const counts = data.tries > 0 && context.connected('invalid');
    const leave = (transition: Transition): Transition => ({ ...transition, forget: key, ...(counts && { count: { counter: key, to: 'reset' as const } }) });
    const again: Transition = { to: context.state() };
    return {
      '': {
        entry: [{ type: 'send', message: { type: 'form', ...template } }],
        wait: { for: 'message', recogniser: { kind: 'form', form: key, fields, skip }, ...(template.cancel && { skip: template.cancel }), ...(timeout && { timeout }) },
        on: {
          answer: [leave({ ...context.exit('filled'), ...savingOf(data, context) })],
          step: [again],
          invalid: counts ? [{ ...again, guard: { is: 'below', counter: key, limit: data.tries - 1 }, count: { counter: key, to: 'increment' } }, leave(context.exit('invalid'))] : [again],
          ...(template.cancel && { skipped: [leave(context.exit('cancelled'))] }),
          ...(timeout && { timeout: [leave(context.exit('noAnswer'))] }),
        },
      },
    };
  },
});

function templateOf(data: FormData, context: CompileContext): FormTemplate {
  return {
    form: context.state(),
    body: context.text('body'),
    submit: context.text('submit'),
    ...(data.cancel && { cancel: context.text('cancel') }),
    skip: context.text('skip'),
    unreadable: context.setting('unreadableText'),
    fields: fieldsOf(data, context),
  };
}

function savingOf(data: FormData, context: CompileContext): Pick<Transition, 'set'> {
  const each = ordered(data.fields).flatMap(([id, { save }]): Assignment[] => {
    const saved = context.variable(save);
    return saved ? [{ variable: saved.name, value: { from: 'result', path: ['fields', id], optional: true } }] : [];
  });
  const all = context.variable(data.save);
  const set: Assignment[] = [...each, ...(all ? [{ variable: all.name, value: { from: 'result' as const, path: ['all'] } }] : [])];
  return set.length > 0 ? { set } : {};
}
