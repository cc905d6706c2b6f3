import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { compile } from '@parley/shared/compiler/compile';
import type { Flow } from '@parley/shared/flow/document';
import { parseFlow } from '@parley/shared/flow/parseFlow';
import { verify } from '@parley/shared/issues/verify';
import { nodeTypes } from '@parley/shared/nodes/index';
import { signIn } from '../api.ts';
import { owner, removeData, startServer } from '../stack.ts';
import { largeFlow } from './largeFlow.ts';
import { median, printTable } from './print.ts';

const sizes = [200, 500, 1_000];

/** Median milliseconds of five runs after one that warms up. */
function timed(run: () => void): number {
  run();
  return median(Array.from({ length: 5 }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  }));
}

/** Drags the first card about for two seconds; the 95th percentile of the time between two frames. */
async function dragFrames(page: Page): Promise<number> {
  const card = page.locator('.react-flow__node').first();
  const box = await card.boundingBox();
  if (!box) throw new Error('No card is to be seen.');
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(globalThis, { parleyFrames: frames });
    let last = performance.now();
    const tick = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await page.mouse.move(box.x + 60, box.y + 14);
  await page.mouse.down();
  for (let step = 0; step < 100; step += 1) await page.mouse.move(box.x + 60 + Math.sin(step / 8) * 120, box.y + 14 + step, { steps: 1 });
  await page.mouse.up();
  const frames = await page.evaluate(() => (globalThis as unknown as { parleyFrames: number[] }).parleyFrames.slice(2));
  frames.sort((a, b) => a - b);
  return frames[Math.floor(frames.length * 0.95)] ?? Number.NaN;
}

/** The studio with large drawings: compile and verify here, open and drag in a real browser. */
export async function studio(): Promise<void> {
  const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
  const server = await startServer({ env: { PARLEY_DEMO: '0' } });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'] });
  try {
    const api = await signIn(server.url);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${server.url}/sign-in`);
    await page.getByLabel('E-mail').fill(owner.email);
    await page.getByLabel('Password', { exact: true }).fill(owner.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Bots' }).waitFor();

    const rows: (string | number)[][] = [['nodes', 'open ms', 'drag p95 ms/frame', 'verify ms', 'compile ms']];
    for (const size of sizes) {
      const parsed = parseFlow(largeFlow(size), nodeTypes);
      if (!parsed.ok) throw new Error(`The measured drawing is wrong: ${JSON.stringify(parsed.problems.slice(0, 3))}`);
      const set = { main: 'main', flows: { main: parsed.flow satisfies Flow } };
      const bot = await api.post<{ id: string; flowId: string }>('/api/v1/bots', { name: `Large ${size}` });
      const draft = await api.get<{ revision: number }>(`/api/v1/flows/${bot.flowId}/draft`);
      await api.put(`/api/v1/flows/${bot.flowId}/draft`, { revision: draft.revision, flow: parsed.flow });
      const started = performance.now();
      await page.goto(`${server.url}/bots/${bot.id}/flows/${bot.flowId}`);
      await page.locator('.react-flow__node').first().waitFor();
      const open = performance.now() - started;
      rows.push([String(size), open, await dragFrames(page), timed(() => verify(set, nodeTypes)), timed(() => compile(set, nodeTypes))]);
    }
    printTable('Studio', rows);
  } finally {
    await browser.close();
    await server.stop();
    removeData(server);
  }
}
