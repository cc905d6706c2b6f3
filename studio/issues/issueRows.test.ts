import type { Issue } from '@parley/shared/issues/issue';
import { expect, test } from 'vitest';
import { issueRows, sayBeside } from './issueRows.ts';

const issue = (check: string, nodeId: string, severity: Issue['severity'] = 'error'): Issue => ({ check, severity, flow: 'f', nodeId, message: '' });
const rows = (...issues: Issue[]) => issueRows(issues).map(({ issue: { check, nodeId }, count }) => `${check} ${nodeId} ${count}`);

test('many missing texts are one row where the first of them stood', () => {
  const texts = ['a', 'b', 'c', 'd'].map((id) => issue('translationMissing', id));
  expect(rows(issue('unconnected', 'x'), ...texts, issue('empty', 'y'))).toEqual(['unconnected x 1', 'translationMissing a 4', 'empty y 1']);
});
test('a few have a row each, and errors are not told as warnings', () => {
  const texts = [issue('translationMissing', 'a'), issue('translationMissing', 'b', 'warning'), issue('translationMissing', 'c'), issue('translationMissing', 'd', 'warning')];
  expect(rows(...texts)).toHaveLength(4);
});
test('the name beside a sentence is not said again', () => {
  expect(sayBeside('“Next” of “Central hours” leads nowhere.', 'Central hours')).toBe('“Next” leads nowhere.');
  expect(sayBeside('“Record” names no collection of records yet.', 'Record')).toBe('names no collection of records yet.');
  expect(sayBeside('“Menu” of “Menu” leads nowhere.', 'Menu')).toBe('“Menu” leads nowhere.');
  expect(sayBeside('“paid” in “paid” is never true.', 'paid')).toBe('“paid” is never true.');
  expect(sayBeside('“name” is used in “Greeting”, but nothing sets it before.', 'Greeting')).toBe('“name” is used, but nothing sets it before.');
  expect(sayBeside('No way leads to “Menu”.', 'Menu')).toBe('No way leads to “Menu”.');
  expect(sayBeside('Error text is missing.', '')).toBe('Error text is missing.');
});
