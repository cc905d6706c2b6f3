// Installs what the lockfile says, unless that is what is there. Plain Node: runs before anything is installed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Ends the program with one clear line when Node is older than package.json's `engines` asks for. */
export function requireNode() {
  const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const wanted = engines.node.replace('>=', '').split('.').map(Number);
  const found = process.versions.node.split('.').map(Number);
  const older = found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1]);
  if (!older) return;
  console.error(`Parley needs Node ${wanted.join('.')} or newer; this is ${process.versions.node}. Get it from https://nodejs.org`);
  process.exit(1);
}

/**
 * Whether what npm says it installed last is what the lockfile says, each package in its version. Those for other machines may be
 * missing. `lock` and `installed` are the contents of `package-lock.json` and of npm's own copy of it in `node_modules`.
 */
export function isInstalled(lock, installed) {
  return Object.entries(lock.packages).every(([place, { version, optional }]) => {
    const found = installed.packages[place];
    return place === '' || (found ? found.version === version : optional === true);
  });
}

/** The same by hand (`npm ci`, `npm install`): who did that first need not wait for it again. */
function isInstalledByHand() {
  const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  try {
    return isInstalled(read('package-lock.json'), read('node_modules/.package-lock.json'));
  } catch {
    return false;
  }
}

/** Runs `npm ci` when the lockfile or the Node version differs from the last install's stamp and it was not done by hand; says so in one line. */
export function installPackages() {
  const stampFile = path.join(root, 'node_modules', '.parley-stamp');
  const stamp = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.versions.modules} ${process.platform} ${process.arch}`)
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  if (!existsSync(stampFile) && isInstalledByHand()) return writeFileSync(stampFile, stamp);
  console.log('Installing packages (once, about a minute)');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) {
    console.error('Could not install the packages. Check the network and run the command again.');
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
}
