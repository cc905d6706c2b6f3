import { expect, test } from 'vitest';
import { findLanguages } from './findLanguages.ts';

const offered = ['ar', 'da', 'de', 'en', 'es', 'fr', 'hi', 'nl', 'pt', 'pt-BR'];

test.each([
  ['germ', ['de']],
  ['Deutsch', ['de']],
  ['espanol', ['es']],
  ['العربية', ['ar']],
  ['हिन्दी', ['hi']],
  ['braz', ['pt-BR']],
  ['da', ['da']],
  // Those that begin with it before those that only have it: Danish before Nederlands.
  ['d', ['da', 'de', 'nl', 'hi']],
  ['klingon', []],
])('%s', (search, found) => expect(findLanguages(offered, search)).toEqual(found));

test('without a word all of them', () => expect(findLanguages(offered, ' ')).toEqual(offered));
