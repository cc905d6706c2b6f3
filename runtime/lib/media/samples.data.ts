/** Small real beginnings of files, for tests: as programs write them, cut after what says what they are. */
const hex = (...parts: string[]): Buffer => Buffer.from(parts.join('').replaceAll(' ', ''), 'hex');
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const join = (...parts: Buffer[]): Buffer => Buffer.concat(parts);
const box = (brand: string, inside = ''): Buffer => join(hex('00000018'), latin(`ftyp${brand}`), hex('00000200'), latin('isomiso2'), latin(inside));
const mp3Frame = join(hex('fffb9064'), Buffer.alloc(413));
const aacFrame = join(hex('fff1508001 7ffc'), Buffer.alloc(4));
const zip = (...names: string[]): Buffer => join(...names.map((name) => join(hex('504b0304 1400 0000 0800 0000 0000 00000000 00000000 00000000'), hex(name.length.toString(16).padStart(2, '0'), '00 0000'), latin(name))));

/** A whole PNG of 3 by 2 dots. */
export const pngFile = hex('89504e470d0a1a0a0000000d49484452000000030000000208020000001216f14d000000104944415478da63e0cacf822006380b0033080553e30f69c50000000049454e44ae426082');

/** Every type that is told from its bytes, by its type. */
export const samples: readonly { mime: string; kind: string; bytes: Buffer; size?: [width: number, height: number] }[] = [
  { kind: 'image', mime: 'image/png', bytes: pngFile, size: [3, 2] },
  { kind: 'image', mime: 'image/jpeg', bytes: hex('ffd8 ffe0 0010 4a46494600010100000100010000', 'ffdb 0004 0001', 'ffc4 0003 00', 'ffc2 0011 08 0040 0060 03 012200 021101 031101'), size: [96, 64] },
  { kind: 'image', mime: 'image/gif', bytes: join(latin('GIF89a'), hex('0a00 0500 800000')), size: [10, 5] },
  { kind: 'image', mime: 'image/webp', bytes: join(latin('RIFF'), hex('24000000'), latin('WEBPVP8 '), hex('18000000 300100 9d012a 0700 0400 0000')), size: [7, 4] },
  { kind: 'image', mime: 'image/webp', bytes: join(latin('RIFF'), hex('24000000'), latin('WEBPVP8L'), hex('18000000 2f 06c00000 0000000000')), size: [7, 4] },
  { kind: 'image', mime: 'image/webp', bytes: join(latin('RIFF'), hex('24000000'), latin('WEBPVP8X'), hex('0a000000 00000000 060000 030000')), size: [7, 4] },
  { kind: 'audio', mime: 'audio/mpeg', bytes: join(latin('ID3'), hex('0400000000000a'), Buffer.alloc(10)) },
  { kind: 'audio', mime: 'audio/mpeg', bytes: join(mp3Frame, mp3Frame) },
  { kind: 'audio', mime: 'audio/aac', bytes: join(aacFrame, aacFrame) },
  { kind: 'audio', mime: 'audio/ogg', bytes: join(latin('OggS'), hex('0002'), Buffer.alloc(22), latin('OpusHead')) },
  { kind: 'audio', mime: 'audio/wav', bytes: join(latin('RIFF'), hex('24000000'), latin('WAVEfmt ')) },
  { kind: 'audio', mime: 'audio/flac', bytes: join(latin('fLaC'), Buffer.alloc(12)) },
  { kind: 'audio', mime: 'audio/amr', bytes: join(latin('#!AMR\n'), Buffer.alloc(12)) },
  { kind: 'audio', mime: 'audio/mp4', bytes: box('M4A ') },
  { kind: 'audio', mime: 'audio/mp4', bytes: box('iso5', 'moov hdlr soun') },
  { kind: 'audio', mime: 'audio/webm', bytes: join(hex('1a45dfa3 9f 4282 84'), latin('webm'), Buffer.alloc(20), latin('A_OPUS')) },
  { kind: 'video', mime: 'video/webm', bytes: join(hex('1a45dfa3 9f 4282 84'), latin('webm'), Buffer.alloc(20), latin('A_OPUS V_VP9')) },
  { kind: 'video', mime: 'video/mp4', bytes: box('isom', 'moov hdlr soun hdlr vide') },
  { kind: 'video', mime: 'video/mp4', bytes: box('mp42') },
  { kind: 'video', mime: 'video/quicktime', bytes: box('qt  ') },
  { kind: 'video', mime: 'video/3gpp', bytes: box('3gp4') },
  { kind: 'video', mime: 'video/ogg', bytes: join(latin('OggS'), hex('0002'), Buffer.alloc(22), latin('\x80theora')) },
  { kind: 'document', mime: 'application/pdf', bytes: latin('%PDF-1.7\n') },
  { kind: 'document', mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes: zip('[Content_Types].xml', 'word/document.xml') },
  { kind: 'document', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: zip('[Content_Types].xml', 'xl/workbook.xml') },
  { kind: 'document', mime: 'application/zip', bytes: zip('a.txt') },
  { kind: 'document', mime: 'text/plain', bytes: Buffer.from('Grüße, नमस्ते\n') },
  { kind: 'document', mime: 'text/html', bytes: Buffer.from('\uFEFF <!DOCTYPE html><script>alert(1)</script>') },
  { kind: 'document', mime: 'image/svg+xml', bytes: Buffer.from('<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>') },
  { kind: 'document', mime: 'application/octet-stream', bytes: hex('00ff00ff 0102') },
];
