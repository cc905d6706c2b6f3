import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { seededRandom } from '../lib/id.ts';
import { sha256, utf8, utf8Length } from './sha256.ts';

const reference = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

test.each(['', 'abc', 'é', 'नमस्ते', '🚗', 'half \ud83d pair', '\udc00', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(63), 'x'.repeat(64), 'x'.repeat(1_000_000)])('agrees with the platform on %#', (text) => {
  expect(sha256(text)).toBe(reference(text));
});

test('agrees with the platform on 500 random texts', () => {
  const random = seededRandom(1);
  for (let i = 0; i < 500; i += 1) {
    const text = Array.from({ length: Math.floor(random() * 200) }, () => String.fromCharCode(Math.floor(random() * 65_536))).join('');
    expect(sha256(text)).toBe(reference(text));
    expect(utf8Length(text)).toBe(Buffer.byteLength(text));
    expect(Buffer.from(utf8(text)).equals(Buffer.from(text, 'utf8'))).toBe(true);
  }
});
