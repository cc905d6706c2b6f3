// `npm start`: installs what is missing, builds what changed, and serves. While the server opens its database the chat page is built,
// then the studio; until it is there its address says so and looks again by itself.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { installPackages, requireNode, root } from './lib/install.mjs';

requireNode();
installPackages();

const { buildPart } = await import('./build.mjs');
await buildPart('runtime');

const server = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'runtime/dist/main.js')], { cwd: root, stdio: 'inherit' });
let stopping = false;
// The terminal sends Ctrl-C to the whole group; a service manager sends its signal only here.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopping = true;
    if (signal === 'SIGTERM' || !process.stdin.isTTY) server.kill(signal);
  });
}
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

for (const [part, otherwise] of [['chat', 'The chat page could not be built; the API works.'], ['studio', 'The studio could not be built; chat goes on.']]) {
  try {
    if (!stopping) await buildPart(part);
  } catch (error) {
    if (!stopping) console.error(`${otherwise} ${error.message}`);
  }
}
