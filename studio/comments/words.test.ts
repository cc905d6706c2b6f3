import { expect, test } from 'vitest';
import { callAt, calledBy, piecesOf } from './words.ts';

test('a comment is taken apart at the names it calls, the longest first', () => {
  expect(piecesOf('Hi @Ann Lee, ask @Ann.', ['Ann', 'Ann Lee'])).toEqual([
    { text: 'Hi ', called: false }, { text: '@Ann Lee', called: true }, { text: ', ask ', called: false }, { text: '@Ann', called: true }, { text: '.', called: false },
  ]);
  expect(piecesOf('<b>@Nobody</b>', ['Ann'])).toEqual([{ text: '<b>@Nobody</b>', called: false }]);
  expect(piecesOf('@ليلى شكرا', ['ليلى'])[0]).toEqual({ text: '@ليلى', called: true });
  expect(piecesOf('', ['Ann'])).toEqual([]);
});

test.each([
  ['Hi @an', 6, 'an'], ['@', 1, ''], ['a@b.org', 7, undefined], ['Hi @ann l', 9, 'ann l'], ['Hi @ann lee yes', 15, undefined], ['Hi', 2, undefined], ['x\n@é', 4, 'é'],
])('%j at %i is the call %j', (text, caret, begun) => {
  expect(callAt(text, caret)?.begun).toBe(begun);
});

test('who is called is whose name stands there', () => {
  const people = [{ id: '1', name: 'Ann' }, { id: '2', name: 'Ann Lee' }, { id: '3', name: 'Bo' }];
  expect(calledBy('@Ann Lee and Bo', people).map(({ id }) => id)).toEqual(['2']);
  expect(calledBy('@Bo @Ann @Bo', people).map(({ id }) => id)).toEqual(['1', '3']);
});
