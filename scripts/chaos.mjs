// `npm run chaos`: builds what ships, then kills, freezes and restarts it under load. `-- --short` is the form `npm test` runs.
import path from 'node:path';
import { installPackages, requireNode } from './lib/install.mjs';

requireNode();
installPackages();

const { buildPart } = await import('./build.mjs');
await buildPart('runtime');
await buildPart('effectServer');

const { bundlePrograms, runProgram } = await import('./lib/program.mjs');
const folder = await bundlePrograms('chaos', { main: 'e2e/chaos/main.ts' });
runProgram(path.join(folder, 'main.mjs'), process.argv.slice(2));
