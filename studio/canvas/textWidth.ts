let pen: CanvasRenderingContext2D | null | undefined;

/** The fonts cards are drawn in, at the sizes they have there. */
export const cardFonts = {
  title: '600 12px "Inter Variable", system-ui, sans-serif',
  text: '11.5px "Inter Variable", system-ui, sans-serif',
  variable: '10.35px "Geist Mono Variable", ui-monospace, monospace',
  code: '10.5px "Geist Mono Variable", ui-monospace, monospace',
} as const;

/** How wide a text is in a font, as the browser will draw it; without a browser, about as wide. */
export function textWidth(text: string, font: keyof typeof cardFonts): number {
  pen ??= typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  if (!pen) return text.length * 6;
  pen.font = cardFonts[font];
  return pen.measureText(text).width;
}
