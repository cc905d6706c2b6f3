import type { Sniffed } from './sniffed.ts';

/** Width and height as an image's own header says them; undefined when it has none that can be. */
type Sizer = (head: Buffer) => { width: number; height: number } | undefined;

const png: Sizer = (head) => (head.length < 24 || head.toString('latin1', 12, 16) !== 'IHDR' ? undefined : { width: head.readUInt32BE(16), height: head.readUInt32BE(20) });

const gif: Sizer = (head) => (head.length < 10 ? undefined : { width: head.readUInt16LE(6), height: head.readUInt16LE(8) });

/** Walks the segments to the frame header (SOF0 to SOF15 without the three tables among them). */
const jpeg: Sizer = (head) => {
  let at = 2;
  while (at + 9 < head.length && head[at] === 0xff) {
    const marker = head[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) };
    at += 2 + head.readUInt16BE(at + 2);
  }
  return undefined;
};

const webp: Sizer = (head) => {
  if (head.length < 30) return undefined;
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8 ': return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X': return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    default: return undefined;
  }
};

const formats: readonly { mime: string; begins: (head: Buffer) => boolean; size: Sizer }[] = [
  { mime: 'image/png', begins: (head) => head.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n', size: png },
  { mime: 'image/jpeg', begins: (head) => head.toString('latin1', 0, 3) === '\xff\xd8\xff', size: jpeg },
  { mime: 'image/gif', begins: (head) => /^GIF8[79]a$/.test(head.toString('latin1', 0, 6)), size: gif },
  { mime: 'image/webp', begins: (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP', size: webp },
];

/** A raster image whose header can be read; what only begins like one is not taken for an image. */
export function sniffImage(head: Buffer): Sniffed | undefined {
  const format = formats.find(({ begins }) => begins(head));
  const size = format?.size(head);
  return format && size && size.width > 0 && size.height > 0 ? { kind: 'image', mime: format.mime, ...size } : undefined;
}
