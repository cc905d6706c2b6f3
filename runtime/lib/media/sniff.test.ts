import { fileKinds, kindOfType, playedTypes } from '@parley/shared/messages/files';
import { seededRandom } from '@parley/shared/lib/id';
import { describe, expect, test } from 'vitest';
import { samples } from './samples.data.ts';
import { sniff } from './sniff.ts';

describe('sniff', () => {
  test.each(samples.map((sample) => [sample.mime, sample] as const))('%s', (mime, { kind, bytes, size }) => {
    expect(sniff(bytes)).toEqual({ kind, mime, ...(size && { width: size[0], height: size[1] }) });
    expect(kindOfType(mime)).toBe(kind);
  });

  test('every type that is played is told from bytes here', () => {
    expect(Object.values(playedTypes).flat().toSorted()).toEqual([...new Set(samples.filter(({ kind }) => kind !== 'document').map(({ mime }) => mime))].toSorted());
  });

  test.each([['Windows', 'MZ\x90\x00'], ['Linux', '\x7fELF\x02\x01\x01'], ['macOS', '\xcf\xfa\xed\xfe\x07\x00'], ['a script', '#!/bin/sh\nrm -rf /\n']])('a program for %s is not taken', (_system, start) => {
    expect(sniff(Buffer.from(start, 'latin1'))).toBeUndefined();
  });

  test.each([
    ['an image’s mark and nothing after it', '\x89PNG\r\n\x1a\n', 'application/octet-stream'],
    ['an image of no size', 'GIF89a\x00\x00\x05\x00\x80\x00\x00', 'application/octet-stream'],
    ['a JPEG without a frame', '\xff\xd8\xff\xe0\x00\x04ab\xff\xd9', 'application/octet-stream'],
    ['a page called a picture', '<html><img src=x onerror=alert(1)>', 'text/html'],
    ['a single frame of sound', '\xff\xfb\x90\x64abcdefgh', 'application/octet-stream'],
    ['a film nobody plays', '\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic', 'application/octet-stream'],
    ['Matroska', '\x1a\x45\xdf\xa3\xa3\x42\x82\x88matroska V_VP9 A_OPUS', 'application/octet-stream'],
  ])('%s is a document', (_what, start, mime) => {
    expect(sniff(Buffer.from(start, 'latin1'))).toEqual({ kind: 'document', mime });
  });

  test('a character cut at the end of the head is still text', () => {
    expect(sniff(Buffer.from('नमस्ते').subarray(0, 8))).toEqual({ kind: 'document', mime: 'text/plain' });
  });

  test('ten thousand heads of random bytes, and of samples with some bytes changed, are told without an error, and the same every time', () => {
    const random = seededRandom(40);
    const byte = () => Math.floor(random() * 256);
    const counts = new Map<string, number>();
    for (let time = 0; time < 10_000; time += 1) {
      const sample = samples[Math.floor(random() * samples.length)];
      const head = time % 2 === 0 || !sample ? Buffer.from(Array.from({ length: Math.floor(random() * 80) }, byte)) : Buffer.from(sample.bytes.subarray(0, Math.ceil(random() * sample.bytes.length)));
      for (let change = Math.floor(random() * 4); change > 0 && head.length > 0; change -= 1) head[Math.floor(random() * head.length)] = byte();
      const found = sniff(head);
      expect(sniff(Buffer.from(head))).toEqual(found);
      if (found) {
        expect(fileKinds).toContain(found.kind);
        expect(kindOfType(found.mime)).toBe(found.kind);
        if (found.kind === 'image') expect(Math.min(found.width ?? 0, found.height ?? 0)).toBeGreaterThan(0);
      }
      counts.set(found?.kind ?? 'none', (counts.get(found?.kind ?? 'none') ?? 0) + 1);
    }
    // Both halves were reached: what is known by its mark, and what is not.
    for (const kind of fileKinds) expect(counts.get(kind) ?? 0, kind).toBeGreaterThan(100);
  });
});
