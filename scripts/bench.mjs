// `npm run bench`: builds what ships, then measures it. See e2e/bench/main.ts for the parts that can be named.
import path from 'node:path';
import { installPackages, requireNode } from './lib/install.mjs';

requireNode();
installPackages();

const { buildPart } = await import('./build.mjs');
for (const part of ['runtime', 'chat', 'studio']) await buildPart(part);

const args = process.argv.slice(2);
const parts = args.filter((argument) => !argument.startsWith('--'));
// The studio is measured in a real browser.
if (parts.length === 0 || parts.includes('studio')) {
  const { findBrowser } = await import('./lib/browser.mjs');
  const browser = await findBrowser();
  if (browser) process.env.CHROME_PATH = browser;
}

const { bundlePrograms, runProgram } = await import('./lib/program.mjs');
const folder = await bundlePrograms('bench', { main: 'e2e/bench/main.ts', handwritten: 'e2e/bench/handwritten/server.ts' });
runProgram(path.join(folder, 'main.mjs'), args);
