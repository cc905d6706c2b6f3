import path from 'node:path';
import { sourceRoot } from '@parley/db/embedded/bundle';

let text: Promise<string> | undefined;

/** The script `checkLibrary.ts` with everything it imports, for QuickJS: part of a built program, else bundled once per process. */
export function checkLibraryText(): Promise<string> {
  text ??= process.env.PARLEY_BUNDLED ? import('./checkLibrary.ts?bundled').then(({ default: bundled }) => bundled) : bundle();
  return text;
}

async function bundle(): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [path.join(sourceRoot, 'runtime/sandbox/checkLibrary.ts')],
    bundle: true, write: false, format: 'iife', platform: 'neutral', mainFields: ['module', 'main'], target: 'es2022', conditions: ['source', 'import', 'default'], minify: true, logLevel: 'warning',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('The library of the code check was bundled to nothing.');
  return file.text;
}
