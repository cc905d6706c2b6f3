import { expect, test } from 'vitest';
import { settingsTexts } from '@parley/shared/flow/settingsTexts.data';
import { confirmTexts } from './confirmTexts.data.ts';

test('the page at a callback’s address speaks every language that a fresh flow does, and says nothing twice in English', () => {
  expect(Object.keys(confirmTexts).toSorted()).toEqual(Object.keys(settingsTexts).toSorted());
  const { en, ...others } = confirmTexts;
  for (const [language, texts] of Object.entries(others)) {
    const same = Object.entries(texts).filter(([name, text]) => text === '' || text === Object.entries(en ?? {}).find(([other]) => other === name)?.[1]);
    expect(same, language).toEqual([]);
  }
});
