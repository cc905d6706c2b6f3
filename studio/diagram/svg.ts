import { cardSizes } from '@parley/shared/layout/cardSizes';
import { fontOf } from '../canvas/linesOf.ts';
import { cardFonts } from '../canvas/textWidth.ts';
import type { CardExit } from '../store/cardOf.ts';
import { chipPadding, cutTo, lineUp } from './lineUp.ts';
import type { Run } from './lineUp.ts';
import { noteLines } from './noteLines.ts';
import type { Scene, SceneCard, SceneNote } from './scene.ts';

/** What a picture is made with besides what is on it. */
export interface Look {
  /** Colours by their token's name (`app/tokens`), of one scheme. */
  colours: Readonly<Record<string, string>>;
  /** The glyph of a node type as an `<svg>` element of 14 by 14, drawn in `currentColor`. */
  glyph: (icon: string) => string;
  /** Rules that bring the fonts along; '' = those of whoever looks. */
  fonts: string;
  /** What the picture is called. */
  title: string;
  /** How many ways out a folded card does not show. */
  more: (count: number) => string;
}

/** A text as it stands in XML: nothing in it is markup, and what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu, '')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

/** The drawing as one SVG that needs nothing else: colours, fonts and glyphs are in it. It looks as on the canvas. */
export function svgOf({ bounds, cards, ways, notes }: Scene, look: Look): string {
  const { x, y, width, height } = bounds;
  const c = (name: string): string => look.colours[name] ?? '#000000';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" role="img" aria-label="${escapeXml(look.title)}">`,
    `<title>${escapeXml(look.title)}</title>`,
    `<style>${look.fonts}text{font-family:"Inter Variable",Inter,system-ui,sans-serif;font-feature-settings:"cv05","cv11","ss03";white-space:pre}.mono{font-family:"Geist Mono Variable","Geist Mono",ui-monospace,monospace;font-feature-settings:normal}</style>`,
    `<defs><marker id="way" viewBox="0 0 8 8" refX="2" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M1 .8 6.6 4 1 7.2z" fill="${c('edge')}"/></marker></defs>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${c('canvas')}"/>`,
    ...notes.map((note) => noteOf(note, c)),
    `<g fill="none" stroke="${c('edge')}" stroke-width="1.5">${ways.map(({ path }) => `<path d="${path}" marker-end="url(#way)"/>`).join('')}</g>`,
    ...cards.map((card) => cardOf(card, look, c)),
    '</svg>',
  ].join('\n');
}

type Colour = (name: string) => string;

const fontSizes = { title: 12, text: 11.5, flow: 11.5, variable: 10.35, code: 10.5 } as const;
const bodySide = 10;
const exitSide = 12;

function cardOf({ x, y, width, height, card, layout }: SceneCard, look: Look, c: Colour): string {
  const family = card.family;
  const body = lineUp(card.body, width - 2 * bodySide, Math.max(1, layout.lines));
  const top = cardSizes.header + (layout.lines > 0 ? layout.lines * cardSizes.line + cardSizes.bodyPadding : 0);
  const folded = card.exits.length - layout.shown.length;
  const rows = layout.single ? [] : layout.shown;
  return [
    `<g transform="translate(${x} ${y})">`,
    `<rect width="${width}" height="${height}" rx="10" fill="${c('surface')}" stroke="${c('line-strong')}"/>`,
    `<rect x="8" y="7" width="22" height="22" rx="6" fill="${c(`${family}-soft`)}"/><g transform="translate(12 11)" color="${c(family)}">${look.glyph(card.icon)}</g>`,
    textAt(cutTo(oneLine(card.title), width - 46, 'title'), { x: 38, right: width - 8, y: 22, size: fontSizes.title, fill: c('text'), weight: 600 }),
    ...body.map((line, index) => lineAt(line, { y: cardSizes.header + index * cardSizes.line, width }, c)),
    ...(rows.length > 0 ? [`<path d="M0 ${top + 0.5}H${width}" stroke="${c('line')}"/>`] : []),
    ...rows.map((exit, index) => exitRow(exit, top + 5 + index * cardSizes.row, width, c)),
    ...(folded > 0 ? [textAt(look.more(folded), { x: width - exitSide, right: width - exitSide, y: top + 5 + rows.length * cardSizes.row + 15, size: 11.5, fill: c('text-3'), end: true })] : []),
    // Those behind "more" leave from one place: one handle is seen.
    ...[...new Map(layout.handles.map(({ id, y: at }) => [at, card.exits.find((exit) => exit.id === id)])).entries()].map(([at, exit]) => handleAt(exit?.state ?? 'open', width, at, c)),
    '</g>',
  ].join('');
}

function exitRow({ label, code, state }: CardExit, top: number, width: number, c: Colour): string {
  const text = cutTo(oneLine(label), width - 2 * exitSide, code ? 'code' : 'text');
  return textAt(text, { x: width - exitSide, right: width - exitSide, y: top + 15, size: code ? fontSizes.code : fontSizes.text, fill: c(state === 'settings' ? 'text-3' : 'text-2'), end: true, mono: code });
}

/** A way out's handle: a ring where it leads on, a square where the settings handle it, a broken ring where it leads nowhere. */
function handleAt(state: CardExit['state'], x: number, y: number, c: Colour): string {
  if (state === 'settings') return `<rect x="${x - 4.5}" y="${y - 4.5}" width="9" height="9" rx="3" fill="${c('hover')}" stroke="${c('line-control')}" stroke-width="2"/>`;
  const open = state === 'open';
  return `<circle cx="${x}" cy="${y}" r="4" fill="${c('surface')}" stroke="${c(open ? 'bad-mark' : 'edge')}" stroke-width="2"${open ? ' stroke-dasharray="2 2"' : ''}/>`;
}

/** A line of a body. From left to right each run has its place; from right to left the reader of the picture orders them. */
function lineAt(line: readonly Run[], { y, width }: { y: number; width: number }, c: Colour): string {
  const fill = { text: c('text-2'), flow: c('text-2'), code: c('text-2'), variable: c('thread-text') };
  const rtl = isRtl(line.map(({ text }) => text).join(''));
  const span = ({ text, is, at }: Run): string => {
    const place = rtl ? '' : ` x="${round(bodySide + at + (is === 'variable' ? chipPadding : 0))}"`;
    return `<tspan${place} font-size="${fontSizes[is]}" fill="${fill[is]}"${cardFonts[fontOf[is]].includes('Mono') ? ' class="mono"' : ''}${is === 'flow' ? ' text-decoration="underline"' : ''}>${escapeXml(text)}</tspan>`;
  };
  const chips = rtl ? '' : line.filter(({ is }) => is === 'variable').map(({ at, width: wide }) => `<rect x="${round(bodySide + at)}" y="${y + 1}" width="${round(wide)}" height="14" rx="4" fill="${c('thread-soft')}"/>`).join('');
  return `${chips}<text x="${rtl ? width - bodySide : bodySide}" y="${y + 12}"${rtl ? ' direction="rtl"' : ''}>${line.map(span).join('')}</text>`;
}

function noteOf({ x, y, width, height, text }: SceneNote, c: Colour): string {
  const lines = noteLines(text, width - 22, Math.max(1, Math.floor((height - 18) / cardSizes.line)));
  return `<g transform="translate(${x} ${y})"><rect width="${width}" height="${height}" rx="8" fill="${c('warn-soft')}" stroke="${c('warn-line')}"/>${lines.map((line, index) => textAt(line, { x: 11, right: width - 11, y: 9 + 12 + index * cardSizes.line, size: 11.5, fill: c('text') })).join('')}</g>`;
}

/** A text at a place; one that is read from right to left begins at `right`. `end` = it ends there, whatever its direction. */
function textAt(text: string, { x, right, y, size, fill, weight, end = false, mono = false }: { x: number; right: number; y: number; size: number; fill: string; weight?: number; end?: boolean; mono?: boolean }): string {
  const rtl = isRtl(text);
  // The anchor goes by the direction of the text: the start of one from right to left is at its right.
  const anchor = end && !rtl ? ' text-anchor="end"' : '';
  return `<text x="${rtl ? right : x}" y="${y}" font-size="${size}" fill="${fill}"${weight ? ` font-weight="${weight}"` : ''}${anchor}${rtl ? ' direction="rtl"' : ''}${mono ? ' class="mono"' : ''}>${escapeXml(text)}</text>`;
}

/** Whether a text is read from right to left: its first letter says so. */
export function isRtl(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
