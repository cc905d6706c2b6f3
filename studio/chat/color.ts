/** Red, green and blue from 0 to 255. */
type Rgb = [number, number, number];

/** The bot's colour as the page may use it: filled with text on it, as text on the page's surface, and as a soft ground. */
export interface BotColors {
  bot: string;
  on: string;
  soft: string;
}

const parse = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

const write = (color: Rgb): string => `#${color.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance, WCAG 2.2. */
function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(parse(a)), luminance(parse(b))].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb => from.map((channel, index) => channel + ((to[index] ?? 0) - channel) * share) as Rgb;

/**
 * Adjusts the author's colour towards black (light page) or white (dark page) until it reads at 4.5 both as text on `surface`
 * and under its own text. Always succeeds: the last step is black or white itself.
 */
export function botColors(color: string, surface: string, dark: boolean): BotColors {
  const goal: Rgb = dark ? [255, 255, 255] : [0, 0, 0];
  const start = parse(color);
  let bot = color;
  for (let step = 0; step <= 20; step += 1) {
    bot = write(mix(start, goal, step / 20));
    const on = contrast(bot, '#ffffff') >= contrast(bot, '#07202b') ? '#ffffff' : '#07202b';
    if (contrast(bot, surface) >= 4.5 && contrast(bot, on) >= 4.5) break;
  }
  const on = contrast(bot, '#ffffff') >= contrast(bot, '#07202b') ? '#ffffff' : '#07202b';
  return { bot, on, soft: write(mix(parse(surface), parse(bot), 0.12)) };
}
