import { describe, expect, test } from 'vitest';
import { botColors, contrast } from './color.ts';

describe('botColors', () => {
  const hues = ['#10597a', '#ffff00', '#ffffff', '#000000', '#e4571b', '#7cfc00', '#ff69b4', '#808080', '#00ffff'];
  const grounds = [['#ffffff', false], ['#1b1b19', true]] as const;

  test.each(hues.flatMap((hue) => grounds.map(([surface, dark]) => [hue, surface, dark] as const)))('%s reads on %s', (hue, surface, dark) => {
    const { bot, on } = botColors(hue, surface, dark);
    expect(contrast(bot, surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(bot, on)).toBeGreaterThanOrEqual(4.5);
  });

  test('a colour that reads already is left alone', () => {
    expect(botColors('#10597a', '#ffffff', false).bot).toBe('#10597a');
  });
});
