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

/** The colour at another lightness (0 to 1), its hue and saturation kept: the HSL model of CSS. */
function atLightness(color: Rgb, lightness: number): Rgb {
  const [high, low] = [Math.max(...color) / 255, Math.min(...color) / 255];
  const now = (high + low) / 2;
  const saturation = high === low ? 0 : (high - low) / (1 - Math.abs(2 * now - 1));
  const chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
  return color.map((channel) => 255 * (lightness + (high === low ? 0 : ((channel / 255 - now) / (high - low)) * chroma))) as Rgb;
}

/** How a colour must read on the page's surface: on a dark page a colour that just reads looks dull, as the design's own are brighter. */
const wanted = { light: 4.5, dark: 7 } as const;
/** White, and the ink that stands on bright colours. */
const inks = ['#ffffff', '#07202b'] as const;

/**
 * Makes the author's colour darker (light page) or lighter (dark page) until it reads as text on `surface` and under its own
 * text (4.5). Its hue stays. Always succeeds: the last step is black or white itself.
 */
export function botColors(color: string, surface: string, dark: boolean): BotColors {
  const start = parse(color);
  const lightness = (Math.max(...start) + Math.min(...start)) / 510;
  const goal = dark ? 1 : 0;
  const steps = 40;
  let bot = color;
  let on: string = inks[0];
  for (let step = 0; step <= steps; step += 1) {
    if (step > 0) bot = write(atLightness(start, lightness + ((goal - lightness) * step) / steps));
    on = contrast(bot, inks[0]) >= contrast(bot, inks[1]) ? inks[0] : inks[1];
    if (contrast(bot, surface) >= wanted[dark ? 'dark' : 'light'] && contrast(bot, on) >= 4.5) break;
  }
  return { bot, on, soft: write(mix(parse(surface), parse(bot), 0.12)) };
}
