import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, as long as sources are run as they lie (tests, development). */
export const sourceRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Bundles a TypeScript program of this room to a file Node can start, for runs from sources; returns the file. */
export async function bundleSource(source: string): Promise<string> {
  const { build } = await import('esbuild');
  const outfile = path.join(sourceRoot, '.cache/programs', `${path.basename(source, '.ts')}-${process.pid}.mjs`);
  await build({
    entryPoints: [path.join(sourceRoot, source)],
    outfile,
    bundle: true,
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
  return outfile;
}
