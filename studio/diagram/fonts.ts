const families = ['Inter Variable', 'Geist Mono Variable'];

/** Whether any of these characters is in a `unicode-range` of CSS. */
export function inRange(range: string, characters: ReadonlySet<number>): boolean {
  const pairs = range.split(',').map((part) => {
    const [, from = '', to = from] = /U\+([0-9A-F?]+)(?:-([0-9A-F]+))?/i.exec(part) ?? [];
    return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'F'), 16)] as const;
  });
  return [...characters].some((character) => pairs.some(([from, to]) => character >= from && character <= to));
}

/**
 * The page's own fonts as rules that bring their files along, as far as a text needs them: a picture then looks the same wherever it
 * is opened. A file that cannot be had is left out; the reader's own font takes its place.
 */
export async function fontsFor(text: string): Promise<string> {
  const characters = new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
  const rules = [...document.styleSheets].flatMap((sheet) => rulesOf(sheet).map((rule) => ({ rule, base: sheet.href ?? document.baseURI })));
  const wanted = rules.filter(({ rule: { style } }) => families.includes(style.getPropertyValue('font-family').replace(/["']/g, '')) && style.getPropertyValue('font-style') !== 'italic' && inRange(style.getPropertyValue('unicode-range') || 'U+0-10FFFF', characters));
  const made = await Promise.all(wanted.map(({ rule, base }) => embedded(rule, base)));
  return made.join('');
}

function rulesOf(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
  } catch {
    // A sheet from elsewhere, such as an extension's, keeps its rules to itself.
    return [];
  }
}

async function embedded({ style }: CSSFontFaceRule, base: string): Promise<string> {
  const [, file] = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue('src')) ?? [];
  const response = file ? await fetch(new URL(file, base)).catch(() => undefined) : undefined;
  if (!response?.ok) return '';
  const data = await dataOf(await response.blob());
  const kept = ['font-family', 'font-style', 'font-weight', 'unicode-range'].map((name) => [name, style.getPropertyValue(name)]).filter(([, value]) => value).map(([name, value]) => `${name}:${value}`);
  return `@font-face{${kept.join(';')};src:url(${data}) format("woff2")}`;
}

function dataOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^data:[^;,]*/, 'data:font/woff2')));
    reader.addEventListener('error', () => reject(new Error('The font could not be read.')));
    reader.readAsDataURL(blob);
  });
}
