/** What browsers draw without fail: a side, and all of it. */
const most = { side: 16_384, pixels: 100_000_000 } as const;

export const pngScales = [1, 2, 3] as const;
export type PngScale = (typeof pngScales)[number];

/** How large a picture becomes, and whether it can be drawn so large. */
export function pngSize({ width, height }: { width: number; height: number }, scale: number): { width: number; height: number; fits: boolean } {
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  return { width: wide, height: high, fits: wide <= most.side && high <= most.side && wide * high <= most.pixels };
}

/** Draws an SVG as a PNG of a scale; throws where the browser cannot. */
export async function pngOf(svg: string, size: { width: number; height: number }): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(size.width, size.height);
    image.src = url;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), size);
    canvas.getContext('2d')?.drawImage(image, 0, 0, size.width, size.height);
    return await new Promise((resolve, reject) => { canvas.toBlob((blob) => { if (blob) resolve(blob); else reject(new Error('The picture could not be drawn.')); }, 'image/png'); });
  } finally {
    URL.revokeObjectURL(url);
  }
}
