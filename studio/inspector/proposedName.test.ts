import { expect, test } from 'vitest';
import { proposedName } from './proposedName.ts';

test.each([
  ['Date of birth', 'dateOfBirth'],
  ['Full name *', 'fullName'],
  ['What is your e-mail address?', 'whatIsYourEMailAddress'],
  ['Téléphone', 'telephone'],
  ['The ward', 'ward'],
  ['2nd contact', ''],
  ['تاريخ الميلاد', ''],
  ['A very long label that nobody would want to see again', 'veryLongLabelThatNobodyWouldWantToSee'],
  ['', ''],
])('%s', (words, name) => expect(proposedName(words)).toBe(name));
