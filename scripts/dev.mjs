// `npm run dev`: the runtime restarts when its sources change, the studio reloads in place, the chat page is built anew; one address for all.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { installPackages, requireNode, root } from './lib/install.mjs';

requireNode();
installPackages();

const { context } = await import('esbuild');
const { runtimeBuild } = await import('./lib/bundle.mjs');
const { buildPart } = await import('./build.mjs');
const { createServer } = await import('vite');

if (existsSync('.env')) process.loadEnvFile('.env');
const port = Number(process.env.PORT || 3000);
if (!Number.isInteger(port) || port < 1 || port > 65_534) {
  console.error(`PORT must be a port from 1 to 65534 (the server takes the one after it); it is "${process.env.PORT}".`);
  process.exit(1);
}
mkdirSync(path.join(root, '.cache'), { recursive: true });
await buildPart('chat');
const chat = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'studio/chat', '--outDir', path.join(root, 'studio/dist/chat'), '--emptyOutDir', '--watch', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });

let server;
let restarting;

/** Ends the running server as Ctrl-C would, then starts the new build. */
async function restart() {
  if (server && server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  }
  // The API stands beside vite, which serves the studio and passes everything else on.
  server = spawn(process.execPath, ['--enable-source-maps', 'runtime/dist/main.js'], { cwd: root, stdio: 'inherit', env: { ...process.env, PORT: String(port + 1), PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}` } });
}

const options = runtimeBuild();
const build = await context({
  ...options,
  plugins: [...options.plugins, {
    name: 'restart',
    setup: ({ onEnd }) => onEnd(({ errors }) => {
      if (errors.length === 0) restarting = (restarting ?? Promise.resolve()).then(restart);
    }),
  }],
});
await build.watch();

const target = `http://127.0.0.1:${port + 1}`;
const studio = await createServer({
  root: path.join(root, 'studio'),
  configFile: path.join(root, 'studio/vite.config.ts'),
  server: {
    port,
    strictPort: true,
    proxy: Object.fromEntries(['/api', '/channels', '/callbacks', '/chat', '/embed.js', '/media', '/healthz', '/readyz', '/metrics', '/socket.io'].map((prefix) => [prefix, { target, ws: prefix === '/socket.io' }])),
  },
});
await studio.listen();
console.log(`Studio with live reload: http://localhost:${port}`);

let stopping = false;
// Vite has its own way to end, without the server; and whatever ends this process ends the server with it.
process.removeAllListeners('SIGTERM');
process.on('exit', () => server?.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    if (stopping) process.exit(1);
    stopping = true;
    chat.kill();
    // Asked at once: a Ctrl-C of the terminal has reached the server as well, and twice would end it at once.
    const ended = !server || server.exitCode !== null ? undefined : new Promise((resolve) => server.once('exit', resolve));
    if (signal === 'SIGTERM' || !process.stdin.isTTY) server?.kill('SIGTERM');
    await Promise.all([studio.close(), build.dispose(), ended]);
    process.exit(0);
  });
}
