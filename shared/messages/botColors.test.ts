import { describe, expect, test } from 'vitest';
import { botColors, contrast } from './botColors.ts';

/** Hue of a colour in degrees. */
function hueOf(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
  return (Math.atan2(Math.sqrt(3) * (green - blue), 2 * red - green - blue) * 180) / Math.PI;
}

describe('botColors', () => {
  const hues = ['#10597a', '#ffff00', '#ffffff', '#000000', '#e4571b', '#7cfc00', '#ff69b4', '#808080', '#00ffff', '#0000ff', '#1c1b18'];
  const grounds = [['#ffffff', false], ['#1b1b19', true]] as const;

  test.each(hues.flatMap((hue) => grounds.map(([surface, dark]) => [hue, surface, dark] as const)))('%s reads on %s', (hue, surface, dark) => {
    const { bot, on, soft } = botColors(hue, surface, dark);
    expect(contrast(bot, surface)).toBeGreaterThanOrEqual(dark ? 7 : 4.5);
    expect(contrast(bot, on)).toBeGreaterThanOrEqual(4.5);
    // What stands on the soft ground is short and bold: an option under the pointer.
    expect(contrast(bot, soft)).toBeGreaterThanOrEqual(3);
  });

  test('a colour that reads already is left alone', () => {
    expect(botColors('#10597a', '#ffffff', false).bot).toBe('#10597a');
  });

  test.each(['#10597a', '#0000ff', '#e4571b', '#ff69b4'])('%s keeps its hue where it must be lighter or darker', (hue) => {
    for (const [surface, dark] of grounds) expect(Math.abs(hueOf(botColors(hue, surface, dark).bot) - hueOf(hue))).toBeLessThan(6);
  });
});
