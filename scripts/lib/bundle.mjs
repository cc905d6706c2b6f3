// Bundles runtime and its workers with esbuild into runtime/dist, in well under a second.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

/** `import text from './file.sql?raw'` gives the file's text, as vite does. */
export const rawText = {
  name: 'raw-text',
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, (args) => ({ path: path.resolve(args.resolveDir, args.path.replace(/\?raw$/, '')), namespace: 'raw-text' }));
    build.onLoad({ filter: /.*/, namespace: 'raw-text' }, (args) => ({ contents: readFileSync(args.path, 'utf8'), loader: 'text', watchFiles: [args.path] }));
  },
};

/** `import text from './script.ts?bundled'` gives a script with everything it imports, for an engine that can load nothing itself. */
export const bundledScript = {
  name: 'bundled-script',
  setup({ onResolve, onLoad, esbuild }) {
    onResolve({ filter: /\?bundled$/ }, (args) => ({ path: path.resolve(args.resolveDir, args.path.replace(/\?bundled$/, '')), namespace: 'bundled-script' }));
    onLoad({ filter: /.*/, namespace: 'bundled-script' }, async (args) => {
      const { outputFiles, metafile } = await esbuild.build({ entryPoints: [args.path], bundle: true, write: false, metafile: true, absWorkingDir: root, ...scriptOptions });
      return { contents: outputFiles[0].text, loader: 'text', watchFiles: Object.keys(metafile.inputs).map((file) => path.join(root, file)) };
    });
  },
};

/** `import files from './module.ts?sources'` gives that module and everything of ours it imports as text by path, to be handed out. */
export const moduleSources = {
  name: 'module-sources',
  setup({ onResolve, onLoad, esbuild }) {
    onResolve({ filter: /\?sources$/ }, (args) => ({ path: path.resolve(args.resolveDir, args.path.replace(/\?sources$/, '')), namespace: 'module-sources' }));
    onLoad({ filter: /.*/, namespace: 'module-sources' }, async (args) => {
      const { outputFiles } = await esbuild.build({ entryPoints: ['runtime/project/collectSources.ts'], absWorkingDir: root, bundle: true, write: false, format: 'esm', platform: 'neutral', logLevel: 'warning' });
      const { collectSources } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
      const files = collectSources([path.relative(root, args.path).split(path.sep).join('/')], (file) => readFileSync(path.join(root, file), 'utf8'));
      return { contents: JSON.stringify(files), loader: 'json', watchFiles: Object.keys(files).map((file) => path.join(root, file)) };
    });
  },
};

const scriptOptions = { format: 'iife', platform: 'neutral', mainFields: ['module', 'main'], target: 'es2022', conditions: ['source', 'import', 'default'], minify: true, logLevel: 'warning' };

/** Our own packages are bundled from their sources; everything from the registry stays in node_modules. */
export const ownSources = {
  name: 'own-sources',
  setup(build) {
    build.onResolve({ filter: /^@parley\// }, (args) => {
      const [, room, ...rest] = args.path.split('/');
      const file = path.join(root, room, rest.join('/'));
      return { path: ['', '.ts', '.tsx'].map((ending) => file + ending).find((name) => statSync(name, { throwIfNoEntry: false })?.isFile()) ?? `${file}.ts` };
    });
    build.onResolve({ filter: /^[^./]/ }, (args) => (args.kind === 'entry-point' || args.path.startsWith('node:') ? undefined : { path: args.path, external: true }));
  },
};

/** Workers and programs started by file name, beside `main.js` in runtime/dist: name -> source. */
export const entries = {
  main: 'runtime/main.ts',
  databaseWorker: 'db/embedded/worker.ts',
  sandboxWorker: 'runtime/sandbox/worker.ts',
};

/** esbuild's options for the runtime; `watch` mode of `npm run dev` uses the same. */
export function runtimeBuild() {
  return {
    absWorkingDir: root,
    entryPoints: Object.entries(entries).filter(([, source]) => existsSync(path.join(root, source))).map(([out, source]) => ({ in: source, out })),
    outdir: path.join(root, 'runtime/dist'),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    sourcesContent: false,
    conditions: ['source'],
    plugins: [rawText, bundledScript, moduleSources, ownSources],
    logLevel: 'warning',
    define: { 'process.env.PARLEY_BUNDLED': '"1"' },
  };
}
