// Finds a Chrome or Chromium for the journeys, or installs one; says in one line what it did.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';
import { aptInstall } from './apt.mjs';

const known = [
  // The same engine without windows: a fifth less work.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const found = () => [process.env.CHROME_PATH, ...known].find((file) => file && existsSync(file));

/** Path of a browser to drive; undefined when none is there and none can be installed. */
export async function findBrowser() {
  const present = found();
  if (present) return say(`Browser: ${present}`, present);
  // The fonts show Hindi and Arabic as letters in the screenshots instead of boxes.
  for (const program of ['chromium-headless-shell', 'chromium']) {
    if (aptInstall([program, 'fonts-noto-core']) && found()) return say(`Browser: installed ${program} with apt-get`, found());
  }
  const { chromium } = await import('@playwright/test');
  if (!existsSync(chromium.executablePath())) {
    spawnSync(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], { cwd: root, stdio: 'ignore' });
  }
  if (existsSync(chromium.executablePath())) return say('Browser: Playwright’s own chromium', chromium.executablePath());
  return say('Browser: none found and none could be installed. Install Chrome or Chromium, or set CHROME_PATH.', undefined);
}

function say(line, value) {
  console.log(line);
  return value;
}
