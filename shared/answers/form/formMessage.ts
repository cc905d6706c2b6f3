import type { Parts } from '../../expressions/types.ts';
import type { TextRef } from '../../machine/action.ts';
import type { FieldTemplate, FormDraft, FormTemplate } from '../../machine/form.ts';
import type { FormField } from '../../messages/form.ts';
import type { Authored } from '../../messages/outgoing.ts';
import { nextField } from './nextField.ts';
import { inSteps, passing } from './steps.ts';

interface Shown {
  channel: string;
  draft: FormDraft | undefined;
  wait: number;
  text(ref: TextRef): Parts;
}

/** A form as a channel gets it: whole, with what was typed and what did not fit, or the question of its next field. */
export function formMessage(form: FormTemplate, { channel, draft, wait, text }: Shown): Authored {
  const { body, submit, cancel, fields, unreadable } = form;
  if (!draft?.steps && !inSteps(channel, fields)) {
    const errors = Object.fromEntries((draft?.errors ?? []).map((id) => [id, text(fields.find((field) => field.id === id)?.error ?? unreadable)]));
    return {
      type: 'form', body: text(body), submit: text(submit), ...(cancel && { cancel: text(cancel) }), wait,
      fields: fields.map((field) => shown(field, text)), given: draft?.given ?? {}, errors,
    };
  }
  const field = nextField(fields, draft ?? { given: {}, values: {}, passed: [], errors: [] });
  if (!field) return { type: 'text', text: text(body) };
  const { id, label, note, options = [], error, required } = field;
  const before = draft?.errors.includes(id) ? [...text(error ?? unreadable), '\n\n'] : draft ? [] : [...text(body), '\n\n'];
  const question = [...before, ...text(label), ...(note ? ['\n', ...text(note)] : [])];
  const taps = [
    // Several answers are written; a tap would be one of them.
    ...(field.kind === 'choices' ? [] : options.map((option) => ({ id: option.id, label: text(option.label) }))),
    ...(required ? [] : [{ id: passing, label: text(form.skip) }]),
    ...(cancel ? [{ id: 'skip', label: text(cancel) }] : []),
  ];
  const list = field.kind === 'choices' ? options.flatMap((option, place): Parts => ['\n', `${place + 1}. `, ...text(option.label)]) : [];
  if (taps.length === 0) return { type: 'text', text: [...question, ...list] };
  return { type: 'choices', body: [...question, ...list], options: taps, wait };
}

function shown({ id, kind, label, note, required, options, when, min, max, whole, maxLength, files }: FieldTemplate, text: (ref: TextRef) => Parts): FormField<Parts> {
  return {
    id, kind, label: text(label), required, ...(note && { note: text(note) }), ...(options && { options: options.map((option) => ({ id: option.id, label: text(option.label) })) }),
    ...(when && { when }), ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(whole && { whole }), ...(maxLength !== undefined && { maxLength }), ...(files && { files }),
  };
}
