// `npm run chaos`: three people's edits in 100,000 interleavings and the proof over 1,000 slips, then builds what ships and kills,
// freezes and restarts it under load. `-- --short` is the form `npm test` runs, which has a fifth of both among the unit tests.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installPackages, requireNode, root } from './lib/install.mjs';

requireNode();
installPackages();

const { buildPart } = await import('./build.mjs');
await buildPart('runtime');
await buildPart('effectServer');

const args = process.argv.slice(2);
if (!args.includes('--short')) {
  const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'shared/flow/merge.test.ts', 'db/seeds/mutation.test.ts'], { cwd: root, stdio: 'inherit', env: { ...process.env, INTERLEAVINGS: '100000', SLIPS: '1000' } });
  if (status !== 0) process.exit(status ?? 1);
}

const { bundlePrograms, runProgram } = await import('./lib/program.mjs');
const folder = await bundlePrograms('chaos', { main: 'e2e/chaos/main.ts' });
runProgram(path.join(folder, 'main.mjs'), args);
