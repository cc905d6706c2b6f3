import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './stack.ts';

/** Bundles a few lines of TypeScript with what they import from our own sources, for a browser or for Node, as ES2022. */
export async function bundleSource(lines: string, format: 'iife' | 'esm'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: lines, resolveDir: path.join(root, 'e2e'), loader: 'ts' }, bundle: true, write: false, format,
    platform: format === 'iife' ? 'browser' : 'node', target: 'es2022', conditions: ['source'], logLevel: 'warning',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('The lines were bundled to nothing.');
  return file.text;
}

/** What was run here already, by its lines: a file of many journeys asks for the same again and again. */
const imported = new Map<string, Promise<unknown>>();

/** Runs such a bundle here, once, and gives its exports, as the caller names their types. */
export async function importSource<Exports>(lines: string): Promise<Exports> {
  const exports = imported.get(lines) ?? importAnew(lines);
  imported.set(lines, exports);
  return (await exports) as Exports;
}

async function importAnew(lines: string): Promise<unknown> {
  const folder = mkdtempSync(path.join(root, '.cache/source-'));
  const file = path.join(folder, 'bundle.mjs');
  writeFileSync(file, await bundleSource(lines, 'esm'));
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
