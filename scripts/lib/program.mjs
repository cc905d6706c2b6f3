// Bundles and runs the programs of e2e that are written in TypeScript (bench, chaos).
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { ownSources, rawText } from './bundle.mjs';
import { root } from './install.mjs';

/** Bundles TypeScript entries (name -> source) into `.cache/<folder>` beside each other; returns that folder. */
export async function bundlePrograms(folder, entries) {
  const outdir = path.join(root, '.cache', folder);
  await build({
    absWorkingDir: root,
    entryPoints: Object.entries(entries).map(([out, source]) => ({ in: source, out })),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: 'inline',
    conditions: ['source'],
    plugins: [rawText, ownSources],
    logLevel: 'warning',
    define: { 'import.meta.dirname': JSON.stringify(path.join(root, 'e2e')) },
  });
  return outdir;
}

/** Runs a bundled program to its end with this terminal; exits with its code. */
export function runProgram(file, args) {
  const { status } = spawnSync(process.execPath, ['--enable-source-maps', file, ...args], { cwd: root, stdio: 'inherit' });
  process.exit(status ?? 1);
}
