// `npm start` as a person runs it: what it says, that it answers, and how it ends.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from './lib/install.mjs';

const dataDir = mkdtempSync(path.join(tmpdir(), 'parley-start-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Runs it with these settings only; what it said, and its end. */
function start(settings) {
  const { DATABASE_URL: _database, TEST_DATABASE_URL: _test, ...inherited } = process.env;
  const child = spawn(process.execPath, [path.join(root, 'scripts/start.mjs')], { cwd: root, env: { ...inherited, DATA_DIR: dataDir, PARLEY_DEMO: '0', ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => (said.out += text));
  child.stderr.on('data', (text) => (said.err += text));
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code)));
  const saying = (words) => new Promise((resolve, reject) => {
    const look = () => said.out.includes(words) && resolve(said.out);
    child.stdout.on('data', look);
    child.on('exit', () => reject(new Error(`It ended without saying “${words}”:\n${said.out}${said.err}`)));
    look();
  });
  return { child, said, ended, saying };
}

/** A port nobody listens on. */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

test('it builds, says where it is, answers, and Ctrl-C drains and stops it', async () => {
  const port = await freePort();
  const { child, said, ended, saying } = start({ PORT: String(port) });
  await saying('Press Ctrl-C to stop.');
  expect(said.out).toContain(`Studio     http://localhost:${port}`);
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  const page = await fetch(`http://127.0.0.1:${port}/`);
  expect([page.status, page.headers.get('content-type')]).toEqual([expect.toBeOneOf([200, 503]), expect.stringContaining('text/html')]);
  // A second one is told who holds the data.
  const second = start({ PORT: String(await freePort()) });
  expect(await second.ended).toBe(1);
  expect(second.said.err).toMatch(/process \d+|pid \d+/i);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  await expect(fetch(`http://127.0.0.1:${port}/readyz`)).rejects.toThrow();
});

test.each([
  ['PORT', 'http', 'PORT must be a port from 0 to 65535; it is "http".'],
  ['SERVICES', 'web,cooking', 'SERVICES'],
  ['DATABASE_URL', 'postgres://nobody@127.0.0.1:1/none', 'PARLEY_SECRET'],
])('a bad %s is one clear line and exit 1', async (name, value, line) => {
  const { said, ended } = start({ [name]: value });
  expect(await ended).toBe(1);
  expect(said.err.trim().split('\n')).toEqual([expect.stringContaining(line)]);
});
