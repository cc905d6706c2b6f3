// Tells whether something built is still up to date with its sources, without reading them: names, sizes and times.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

const skipped = new Set(['node_modules', 'dist', '.cache', 'data', 'test-results']);

function* sourcesOf(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name) || entry.name.includes('.test.')) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesOf(file);
    else yield file;
  }
}

/** A stamp of the given folders and files (relative to the root); equal stamps mean nothing was edited. */
export function stampOf(places) {
  const hash = createHash('sha256').update(process.version);
  for (const place of places) {
    const full = path.join(root, place);
    if (!existsSync(full)) continue;
    for (const file of statSync(full).isDirectory() ? sourcesOf(full) : [full]) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

const stampFile = (name) => path.join(root, '.cache', `${name}.stamp`);

/** Whether `name` was last built from sources with this stamp and its output is still there. */
export function isFresh(name, stamp, output) {
  return existsSync(output) && existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === stamp;
}

/** Remembers what `name` was built from. */
export function keepStamp(name, stamp) {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  writeFileSync(stampFile(name), stamp);
}
