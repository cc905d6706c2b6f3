import * as z from 'zod';
import type { ValueType } from '../../expressions/types.ts';
import { expression, oneOf, optionalNumber, plainText, spoken, spokenLine, timeOfDay, toggle, variable } from '../fieldKinds.ts';
import { field } from '../fields.ts';
import { questionFields } from '../question.ts';

const expected = ['text', 'number', 'date', 'time', 'when', 'email', 'phone', 'location', 'media'] as const;
const day = { kind: 'date' } as const;
/** What an answer is, where it is no text. */
const answers = {
  number: { kind: 'number' }, date: day, time: { kind: 'time' }, media: { kind: 'file' },
  location: { kind: 'object', fields: { latitude: { kind: 'number' }, longitude: { kind: 'number' }, label: { kind: 'text' } } },
  when: { kind: 'object', fields: { date: day, time: { kind: 'time' }, hasTime: { kind: 'boolean' } } },
} satisfies Record<string, ValueType>;
const when = (...kinds: (typeof expected)[number][]) => ({ field: 'expects', is: kinds });

/** The data of an ask node. */
export const askSchema = z.object({
  question: spoken('Question'),
  expects: oneOf('Answer', {
    text: 'Text', number: 'Number', date: 'Date', time: 'Time', when: 'Date and time', email: 'E-mail address', phone: 'Phone number', location: 'Place', media: 'File',
  }, expected),
  minLength: optionalNumber('Shortest', { advanced: true, help: 'Letters.', showWhen: when('text') }),
  maxLength: optionalNumber('Longest', { advanced: true, help: 'Letters.', showWhen: when('text') }),
  pattern: plainText('Pattern', { advanced: true, help: 'A regular expression that the whole answer must match, e.g. [A-Z]{2}[0-9]{4}.', showWhen: when('text') }),
  min: optionalNumber('Smallest', { showWhen: when('number') }),
  max: optionalNumber('Largest', { showWhen: when('number') }),
  whole: toggle('Whole numbers only', false, { showWhen: when('number') }),
  earliest: expression('Earliest', { expects: day, help: 'A date, e.g. today().', showWhen: when('date', 'when') }),
  latest: expression('Latest', { expects: day, help: 'A date, e.g. addDays(today(), 30).', showWhen: when('date', 'when') }),
  earliestTime: timeOfDay('Earliest', { showWhen: when('time') }),
  latestTime: timeOfDay('Latest', { showWhen: when('time') }),
  usualFrom: timeOfDay('Usually from', { advanced: true, help: 'Decides what “at 3” means. A time outside of the usual hours is an answer too.', showWhen: when('when') }),
  usualTo: timeOfDay('Usually to', { advanced: true, showWhen: when('when') }),
  files: field(z.object({
    image: toggle('Images', true),
    video: toggle('Videos', true),
    audio: toggle('Voice and audio', true),
    document: toggle('Documents', true),
  }).prefault({}), { label: 'Accepts', widget: 'group', showWhen: when('media') }),
  largest: field(z.number().positive().optional(), { label: 'Largest', widget: 'number', advanced: true, help: 'Megabytes of one file. A larger one is no answer, as one of another kind is.', showWhen: when('media') }),
  save: variable('Save the answer in', {
    holds: { by: 'expects', types: answers },
  }),
  skip: spokenLine('Skip button', { template: false, limit: 'choiceLabel', help: 'What people tap or type to pass this question. Empty: everybody must answer.' }),
  ...questionFields,
});

/** What an ask node's author decided. */
export type AskData = z.infer<typeof askSchema>;
