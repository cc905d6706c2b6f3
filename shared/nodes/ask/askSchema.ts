import * as z from 'zod';
import type { ValueType } from '../../expressions/types.ts';
import { expression, oneOf, optionalNumber, plainText, spoken, spokenLine, timeOfDay, toggle, variable } from '../fieldKinds.ts';
import { acceptedFiles, largestFile } from '../fileFields.ts';
import { questionFields } from '../question.ts';

const expected = ['text', 'number', 'date', 'time', 'when', 'email', 'phone', 'location', 'media'] as const;
const day = { kind: 'date' } as const;
/** What an answer is, where it is no text. */
export const answers = {
  number: { kind: 'number' }, date: day, time: { kind: 'time' }, media: { kind: 'file' },
  location: { kind: 'object', fields: { latitude: { kind: 'number' }, longitude: { kind: 'number' }, label: { kind: 'text' } } },
  when: { kind: 'object', fields: { date: day, time: { kind: 'time' }, hasTime: { kind: 'boolean' } } },
} satisfies { [Kind in (typeof expected)[number]]?: ValueType };
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
  files: acceptedFiles(when('media')),
  largest: largestFile(when('media')),
  check: expression('Must be true', { expects: { kind: 'boolean' }, answerBy: { field: 'expects', types: answers }, advanced: true, help: 'A condition on the answer, called answer, e.g. answer % 5 == 0 or answer != name. Otherwise it does not fit.' }),
  save: variable('Save the answer in', {
    holds: { by: 'expects', types: answers },
  }),
  skip: spokenLine('Skip button', { template: false, limit: 'choiceLabel', help: 'What people tap or type to pass this question. Empty: everybody must answer.' }),
  ...questionFields,
});

/** What an ask node's author decided. */
export type AskData = z.infer<typeof askSchema>;
