import { expect, test } from 'vitest';
import type { Command } from './list/command.ts';
import { findCommands } from './findCommands.ts';

const command = (id: string, text: string, hint = ''): Command => ({ id, group: 'do', text, hint, run: () => undefined });
const all = [command('tidy', 'Tidy'), command('test', 'Show the simulator', 'test it'), command('undo', 'Undo move'), command('add', 'Add a node')];
const ids = (search: string, recent: string[] = []) => findCommands(all, search, recent).map(({ id }) => id);

test('the beginning of a name comes before the beginning of a word, and that before the hint', () => expect(ids('t')).toEqual(['tidy', 'test']));
test('a whole name comes before what only begins with it, even when that was used lately', () => {
  const cards = [command('all', 'Renew all?'), command('renew', 'Renew'), command('renewed', 'Renewed')];
  expect(findCommands(cards, 'renew', ['all']).map(({ id }) => id)[0]).toBe('renew');
});
test('what was used lately comes first', () => expect(ids('', ['undo'])[0]).toBe('undo'));
test('what does not fit is not there', () => expect(ids('zzz')).toEqual([]));
