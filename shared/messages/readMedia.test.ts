import { expect, test } from 'vitest';
import type { Json } from '../lib/json.ts';
import { mediaSchema } from './incoming.ts';
import { readMedia } from './readMedia.ts';

const media = { id: 'm1', mime: 'image/png', name: 'a.png', bytes: 7 };

const values: Json[] = [
  media, { ...media, more: 1 }, { ...media, name: '' }, { ...media, mime: '' }, { ...media, bytes: 0 }, { ...media, id: 'x'.repeat(100), mime: 'x'.repeat(100), name: 'x'.repeat(255) },
  null, 'm1', 7, [], [media], {}, { ...media, id: '' }, { ...media, id: 'x'.repeat(101) }, { ...media, id: 1 }, { ...media, mime: 'x'.repeat(101) }, { ...media, mime: null }, { ...media, name: 'x'.repeat(256) },
  { ...media, bytes: -1 }, { ...media, bytes: 1.5 }, { ...media, bytes: '7' }, { ...media, bytes: 2 ** 53 }, { id: 'm1', mime: 'image/png', name: 'a.png' },
];

test.each(values.map((value) => ({ value })))('reads what the schema reads: $value', ({ value }) => {
  expect(readMedia(value)).toEqual(mediaSchema.safeParse(value).data);
});
