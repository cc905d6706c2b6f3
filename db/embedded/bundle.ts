import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, as long as sources are run as they lie (tests, development). */
export const sourceRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Bundles a TypeScript program of this room to a file Node can start, for runs from sources; returns the file. */
export async function bundleSource(source: string): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles: [output] } = await build({
    entryPoints: [path.join(sourceRoot, source)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    logLevel: 'warning',
    conditions: ['source'],
    plugins: [
      {
        name: 'raw-text-and-own-sources',
        setup(plugin) {
          plugin.onResolve({ filter: /\?raw$/ }, (args) => ({ path: path.resolve(args.resolveDir, args.path.slice(0, -'?raw'.length)), namespace: 'raw-text' }));
          plugin.onLoad({ filter: /.*/, namespace: 'raw-text' }, (args) => ({ contents: readFileSync(args.path, 'utf8'), loader: 'text' }));
          plugin.onResolve({ filter: /^[^./]/ }, (args) => (args.kind === 'entry-point' || args.path.startsWith('@parley/') ? undefined : { path: args.path, external: true }));
        },
      },
    ],
  });
  if (!output) throw new Error(`Expected esbuild to give one file for ${source}, got none.`);
  const folder = path.join(sourceRoot, '.cache/programs');
  const file = path.join(folder, `${path.basename(source, '.ts')}-${createHash('sha256').update(output.contents).digest('hex').slice(0, 16)}.mjs`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const making = path.join(folder, `${randomUUID()}.new`);
  writeFileSync(making, output.contents);
  renameSync(making, file);
  return file;
}
