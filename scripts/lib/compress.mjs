// Compresses what the web service sends, once when it is built; runtime/services/compressed.ts looks for these endings.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const [brotli, gz] = [promisify(brotliCompress), promisify(gzip)];

/** Text of which a third or less is left; fonts and pictures are small already. */
const texts = new Set(['.js', '.css', '.svg', '.json', '.ttf']);

/** A packet holds about as much: less is not sent sooner. */
const least = 1_400;

/** Puts a `.br` and a `.gz` beside each file of text in `folder` and below it. */
export async function compressFolder(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && texts.has(path.extname(entry.name)));
  await Promise.all(files.map(async (entry) => {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const content = readFileSync(file);
    if (content.length < least) return;
    // 9 takes three times as long as 6 and saves a fiftieth.
    const [br, gzipped] = await Promise.all([brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }), gz(content, { level: 6 })]);
    writeFileSync(`${file}.br`, br);
    writeFileSync(`${file}.gz`, gzipped);
  }));
}
