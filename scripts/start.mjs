// `npm start`: installs what is missing, builds what changed (chat first), serves, and builds the studio while the server runs.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { installPackages, requireNode, root } from './lib/install.mjs';

requireNode();
installPackages();

const { buildPart } = await import('./build.mjs');
await buildPart('runtime');
await buildPart('chat');

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

try {
  await buildPart('studio');
} catch (error) {
  if (!stopping) console.error(`The studio could not be built, chat goes on. ${error.message}`);
}
