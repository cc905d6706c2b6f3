import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, expect, test } from 'vitest';
import { preferCompressed } from './compressed.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-compressed-'));
const text = 'const greeting = "hello";\n'.repeat(100);
writeFileSync(join(folder, 'app-12345678.js'), text);
writeFileSync(join(folder, 'app-12345678.js.br'), brotliCompressSync(text));
writeFileSync(join(folder, 'app-12345678.js.gz'), gzipSync(text));
writeFileSync(join(folder, 'old.css'), 'a{}');
writeFileSync(join(folder, 'old.css.gz'), gzipSync('a{}'));
writeFileSync(join(folder, 'shared~by~two-12345678.css'), 'b{}');
writeFileSync(join(folder, 'shared~by~two-12345678.css.br'), brotliCompressSync('a{}'));
writeFileSync(join(folder, 'small.js'), 'void 0;');

const server = express().use('/assets', preferCompressed(folder), express.static(folder, { fallthrough: false })).listen(0);
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function ask(path: string, headers: Record<string, string>): Promise<{ answer: IncomingMessage; body: Buffer }> {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return new Promise((resolve, reject) => {
    get({ port, path, headers, host: '127.0.0.1' }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ answer, body: Buffer.concat(chunks) }));
    }).on('error', reject);
  });
}

const unpacked = ({ answer, body }: Awaited<ReturnType<typeof ask>>): string => {
  const encoding = answer.headers['content-encoding'];
  return (encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body).toString();
};

test.each([
  ['the smallest it takes', '/assets/app-12345678.js', { 'accept-encoding': 'gzip, deflate, br' }, 'br'],
  ['gzip where that is all it takes', '/assets/app-12345678.js', { 'accept-encoding': 'gzip, deflate' }, 'gzip'],
  ['not what it refuses', '/assets/app-12345678.js', { 'accept-encoding': 'br;q=0, gzip' }, 'gzip'],
  ['gzip where there is no other', '/assets/old.css', { 'accept-encoding': 'gzip, br' }, 'gzip'],
  ['whatever the bundler calls it', '/assets/shared~by~two-12345678.css', { 'accept-encoding': 'br' }, 'br'],
  ['as it is to who takes nothing', '/assets/app-12345678.js', { 'accept-encoding': 'identity' }, undefined],
  ['as it is where it was too small', '/assets/small.js', { 'accept-encoding': 'gzip, br' }, undefined],
  ['with a query', '/assets/app-12345678.js?v=1', { 'accept-encoding': 'br' }, 'br'],
])('a built file is sent compressed: %s', async (_, path, headers, encoding) => {
  const got = await ask(path, headers);
  expect([got.answer.statusCode, got.answer.headers['content-encoding'], got.answer.headers['content-type']]).toEqual([200, encoding, path.includes('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8']);
  expect(unpacked(got)).toBe(path.includes('.css') ? 'a{}' : path.includes('small') ? 'void 0;' : text);
  // Who keeps copies for others has to know that there are several.
  expect(got.answer.headers['vary'] === 'accept-encoding').toBe(!path.includes('small'));
});

test('a part of a file is a part of the file as it is', async () => {
  const got = await ask('/assets/app-12345678.js', { 'accept-encoding': 'br', range: 'bytes=0-4' });
  expect([got.answer.statusCode, got.answer.headers['content-encoding'], got.body.toString()]).toEqual([206, undefined, 'const']);
});

test.each(['/assets/../compressed.test.ts', '/assets/%2e%2e/x.js', '/assets/none.js', '/assets/.hidden'])('nothing else is found by it: %s', async (path) => {
  expect([403, 404]).toContain((await ask(path, { 'accept-encoding': 'br' })).answer.statusCode);
});
