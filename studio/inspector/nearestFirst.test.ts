import { expect, test } from 'vitest';
import { nearestFirst } from './nearestFirst.ts';

const cards = ['Not renewable', 'Renew all?', 'Renewed', 'Renew', 'Please renew'].map((label) => ({ label }));
const found = (search: string) => nearestFirst(cards, search).map(({ label }) => label);

test('the same name comes first, then what begins with it, has a word that does, or holds it', () => {
  expect(found('renew')).toEqual(['Renew', 'Renew all?', 'Renewed', 'Not renewable', 'Please renew']);
  expect(found(' RENEW ')[0]).toBe('Renew');
});
test('nothing typed keeps all in their order', () => expect(found('')).toEqual(cards.map(({ label }) => label)));
test('what does not fit is not there', () => expect(found('loan')).toEqual([]));
