import type { TranscriptMessage } from '@parley/shared/api/sessions';
import { formAnswers } from '@parley/shared/messages/form';
import { saidIn } from '@parley/shared/messages/saidIn';

/** A message of the contact, as the transcript has it. */
export type Said = Extract<TranscriptMessage, { direction: 'in' }>;

/** What the contact said, in words; undefined where there are none (opening the page, a file alone). A filled form is told by the labels of the form it answers. */
export function saidText(said: Said, transcript: readonly TranscriptMessage[]): string | undefined {
  const { message } = said;
  if (message.type === 'formReply') return answersTo(formBefore(said, transcript), message.values);
  return message.type === 'unsupported' ? message.was : saidIn(message);
}

interface Form {
  fields: Extract<Extract<TranscriptMessage, { direction: 'out' }>['message'], { type: 'form' }>['fields'];
  wait: number;
  language: string;
}

/** The form that a reply answers: the one it names, or the last one before it, for systems need not name it. */
function formBefore({ no, message }: Said, transcript: readonly TranscriptMessage[]): Form | undefined {
  const wait = message.type === 'formReply' ? message.wait : undefined;
  const forms = transcript.flatMap((item) => (item.direction === 'out' && item.no < no && item.message.type === 'form' ? [{ ...item.message, language: item.language }] : []));
  return forms.findLast((form) => wait === undefined || form.wait === wait);
}

/** A form that is older than what the transcript has is told by the ids of its fields: nothing else is known of it here. */
function answersTo(form: Form | undefined, values: Extract<Said['message'], { type: 'formReply' }>['values']): string {
  if (form) return formAnswers(form.fields, values, form.language).join('\n');
  return Object.entries(values).map(([id, value]) => `${id}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join('\n');
}
