// Builds what `npm start` and the Docker image run: runtime/dist (esbuild), studio/dist/chat and studio/dist (vite).
// Usage: node scripts/build.mjs [runtime] [chat] [studio] [--force]; without names all three. Up-to-date parts are skipped.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressFolder } from './lib/compress.mjs';
import { root } from './lib/install.mjs';
import { isFresh, keepStamp, stampOf } from './lib/fresh.mjs';

const studioDist = path.join(root, 'studio/dist');
const common = ['package-lock.json', 'shared', 'scripts/lib'];

/** Lets other processes go before this one; where it may not be said, or this is behind already, it stays as it is. */
function stepBehind(pid) {
  try {
    if (getPriority(pid) < constants.priority.PRIORITY_BELOW_NORMAL) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch (error) {
    if (error.code !== 'ERR_SYSTEM_ERROR') throw error;
  }
}

/** Runs vite in its own process: it is the memory-hungry part. It ends with this one; `behind` lets the server that runs beside it go first. */
function vite(folder, outDir, { behind = false } = {}) {
  return new Promise((resolve, reject) => {
    const bin = path.join(root, 'node_modules/vite/bin/vite.js');
    const child = spawn(process.execPath, [bin, 'build', folder, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    if (behind && child.pid) stepBehind(child.pid);
    const end = () => child.kill();
    process.once('exit', end);
    child.on('exit', (code) => {
      process.off('exit', end);
      if (code === 0) resolve();
      else reject(new Error(`Building ${folder} failed; see the lines above.`));
    });
    child.on('error', reject);
  });
}

/** The runtime with something replaced for a test, and its workers, in `.cache/<name>`; never shipped. */
function testProgram(name) {
  const folder = path.join(root, '.cache', name);
  return {
    places: [...common, 'db', 'runtime'],
    output: path.join(folder, `${name}.js`),
    unshipped: true,
    async build() {
      const [{ build }, { runtimeBuild }] = await Promise.all([import('esbuild'), import('./lib/bundle.mjs')]);
      const { entryPoints, ...options } = runtimeBuild();
      rmSync(folder, { recursive: true, force: true });
      await build({ ...options, entryPoints: [...entryPoints, { in: `runtime/test/${name}.ts`, out: name }], outdir: folder });
    },
  };
}

const parts = {
  runtime: {
    places: [...common, 'db', 'runtime'],
    output: path.join(root, 'runtime/dist/main.js'),
    async build() {
      const [{ build }, { runtimeBuild }] = await Promise.all([import('esbuild'), import('./lib/bundle.mjs')]);
      rmSync(path.join(root, 'runtime/dist'), { recursive: true, force: true });
      await build(runtimeBuild());
    },
  },
  /** What journeys and fault tests start where the shipped program cannot show something. */
  journeyServer: testProgram('journeyServer'),
  effectServer: testProgram('effectServer'),
  chat: {
    places: [...common, 'studio/chat'],
    output: path.join(studioDist, 'chat/index.html'),
    async build() {
      await vite('studio/chat', path.join(studioDist, 'chat'));
      await compressFolder(path.join(studioDist, 'chat'));
    },
  },
  studio: {
    places: [...common, 'studio'],
    output: path.join(studioDist, 'index.html'),
    /** Built beside the old one and swapped in whole, so that the server never serves half a studio. */
    async build() {
      const next = path.join(root, '.cache/studio-next');
      const old = path.join(root, '.cache/studio-old');
      await vite('studio', next, { behind: true });
      await compressFolder(next);
      if (existsSync(path.join(studioDist, 'chat'))) cpSync(path.join(studioDist, 'chat'), path.join(next, 'chat'), { recursive: true });
      rmSync(old, { recursive: true, force: true });
      mkdirSync(studioDist, { recursive: true });
      renameSync(studioDist, old);
      renameSync(next, studioDist);
      rmSync(old, { recursive: true, force: true });
    },
  },
};

/** Builds one part unless it is up to date; tells in one line how long it took. */
export async function buildPart(name, { force = false } = {}) {
  const part = parts[name];
  const stamp = stampOf(part.places);
  if (!force && isFresh(name, stamp, part.output)) return false;
  const started = performance.now();
  await part.build();
  keepStamp(name, stamp);
  console.log(`Built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  for (const name of named.length > 0 ? named : Object.keys(parts).filter((part) => !parts[part].unshipped)) {
    if (!parts[name]) {
      console.error(`There is no part "${name}". The parts are ${Object.keys(parts).join(', ')}.`);
      process.exit(1);
    }
    await buildPart(name, { force: process.argv.includes('--force') });
  }
}
