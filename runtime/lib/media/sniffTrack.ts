import type { Sniffed } from './sniffed.ts';

/** One way to know sound or film by its first bytes. */
type Track = (head: Buffer) => string | undefined;

const word = (head: Buffer, from: number, to: number): string => head.toString('latin1', from, to);

/** MP4 and its relatives: the brand says which; a file with sound tracks alone is sound, whatever its brand. */
const isoMedia: Track = (head) => {
  if (word(head, 4, 8) !== 'ftyp') return undefined;
  const brand = word(head, 8, 12);
  if (/^M4[AB] $/.test(brand)) return 'audio/mp4';
  if (brand === 'qt  ') return 'video/quicktime';
  if (/^3g[p2]/.test(brand)) return 'video/3gpp';
  if (!/^(iso[m0-9]|mp4[12]|avc1|dash|M4V |MSNV|f4v )/.test(brand)) return undefined;
  return head.includes('soun') && !head.includes('vide') ? 'audio/mp4' : 'video/mp4';
};

/** WebM names its codecs in the head: A_… are sound, V_… are film. Matroska proper is not played by browsers. */
const webm: Track = (head) => {
  if (head.readUInt32BE(0) !== 0x1a45dfa3 || !head.subarray(0, 64).includes('webm')) return undefined;
  if (head.includes('V_VP') || head.includes('V_AV1')) return 'video/webm';
  return head.includes('A_OPUS') || head.includes('A_VORBIS') ? 'audio/webm' : undefined;
};

const ogg: Track = (head) => {
  if (word(head, 0, 4) !== 'OggS') return undefined;
  const first = head.subarray(0, 512);
  const holds = (codec: string): boolean => first.includes(codec, 0, 'latin1');
  if (holds('\x80theora')) return 'video/ogg';
  return ['OpusHead', '\x01vorbis', 'Speex   ', '\x7fFLAC'].some(holds) ? 'audio/ogg' : undefined;
};

const bitrates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const lowBitrates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const rates = [44_100, 48_000, 32_000];

/** The length of the MPEG audio layer 3 frame at `at`; undefined when there is none. */
function mp3Frame(head: Buffer, at: number): number | undefined {
  const [first = 0, second = 0, third = 0] = head.subarray(at, at + 3);
  if (first !== 0xff || (second & 0xe6) !== 0xe2) return undefined;
  const version = (second >> 3) & 3;
  const rate = rates[(third >> 2) & 3];
  const kbits = (version === 3 ? bitrates : lowBitrates)[third >> 4];
  if (version === 1 || rate === undefined || !kbits) return undefined;
  const perSecond = version === 3 ? rate : version === 2 ? rate / 2 : rate / 4;
  return Math.floor(((version === 3 ? 144_000 : 72_000) * kbits) / perSecond) + ((third >> 1) & 1);
}

/** The length of the AAC frame (ADTS) at `at`; undefined when there is none. */
function aacFrame(head: Buffer, at: number): number | undefined {
  if (at + 7 > head.length || head[at] !== 0xff || ((head[at + 1] ?? 0) & 0xf6) !== 0xf0) return undefined;
  const length = (head.readUIntBE(at + 3, 3) >> 5) & 0x1fff;
  return length > 7 ? length : undefined;
}

/** A frame is short and its mark could be chance: the next one must follow where it ends. */
function twoFrames(head: Buffer, frame: (head: Buffer, at: number) => number | undefined): boolean {
  const length = frame(head, 0);
  return length !== undefined && frame(head, length) !== undefined;
}

const tracks: readonly Track[] = [
  isoMedia, webm, ogg,
  (head) => (word(head, 0, 4) === 'RIFF' && word(head, 8, 12) === 'WAVE' ? 'audio/wav' : undefined),
  (head) => (word(head, 0, 4) === 'fLaC' ? 'audio/flac' : undefined),
  (head) => (/^#!AMR(-WB)?\n/.test(word(head, 0, 9)) ? 'audio/amr' : undefined),
  (head) => (word(head, 0, 3) === 'ID3' || twoFrames(head, mp3Frame) ? 'audio/mpeg' : undefined),
  (head) => (twoFrames(head, aacFrame) ? 'audio/aac' : undefined),
];

/** Sound or film that browsers play. */
export function sniffTrack(head: Buffer): Sniffed | undefined {
  if (head.length < 12) return undefined;
  const mime = tracks.map((track) => track(head)).find((found) => found !== undefined);
  return mime === undefined ? undefined : { kind: mime.startsWith('audio/') ? 'audio' : 'video', mime };
}
