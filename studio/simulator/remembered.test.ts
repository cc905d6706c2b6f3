import { expect, test } from 'vitest';
import { recall, remember } from './remembered.ts';

test('a bot is remembered until five others have been talked to since', () => {
  remember('first', { channel: 'telegram' });
  remember('first', { hadWith: 'a drawing' });
  for (const bot of ['b', 'c', 'd', 'e']) remember(bot, { channel: 'web' });
  expect(recall('first')).toEqual({ channel: 'telegram', hadWith: 'a drawing' });
  for (const bot of ['b', 'f']) remember(bot, { channel: 'web' });
  expect(recall('first')).toEqual({});
  expect(recall('f')).toEqual({ channel: 'web' });
});
