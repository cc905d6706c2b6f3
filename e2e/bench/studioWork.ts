import type { Page } from '@playwright/test';
import type { Api } from '../api.ts';
import { draw, makeBot, publishBot, restChannel } from '../bots.ts';
import { textsOf } from './conversation.ts';
import { largeFlow } from './largeFlow.ts';
import { median, p95 } from './print.ts';

/** Opens a drawing of so many nodes; gives the milliseconds until the first card is to be seen. */
export async function openLarge(page: Page, api: Api, size: number): Promise<number> {
  const bot = await makeBot(api, `Drawn ${size}`, largeFlow(size));
  const started = performance.now();
  await page.goto(`${api.url}/bots/${bot.id}/flows/${bot.flowId}`);
  await page.locator('.react-flow__node').first().waitFor({ timeout: 120_000 });
  return performance.now() - started;
}

/** Types into a text of the open drawing; from each key to the frame that shows it, in milliseconds, 95th percentile. */
export async function typing(page: Page): Promise<number> {
  await page.locator('[data-node]', { hasText: 'Step 1,' }).first().locator('h4').click();
  const field = page.locator('[data-panel="inspector"] textarea').first();
  await field.click();
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { parleyKeys: times });
    globalThis.addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // After the frame is painted.
      port1.onmessage = () => times.push(performance.now() - timeStamp);
      port2.postMessage(undefined);
    }), { capture: true });
  });
  await page.keyboard.type(' We are open from Monday to Friday, and on Saturdays until noon.', { delay: 60 });
  await page.waitForTimeout(600);
  return p95(await page.evaluate(() => (globalThis as unknown as { parleyKeys: number[] }).parleyKeys));
}

/** Tidies all of the open drawing; how long the worker takes, and the longest frame of the page meanwhile, in milliseconds. */
export async function tidying(page: Page): Promise<{ took: number; longestWhileLaidOut: number; longest: number }> {
  await page.locator('[data-panel="canvas"]').focus();
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const seen: { frames: { at: number; took: number }[]; answered: number } = { frames: [], answered: 0 };
    Object.assign(globalThis, { parleyTidy: seen });
    const before = Worker.prototype.addEventListener;
    Worker.prototype.addEventListener = function listen(this: Worker, ...given: Parameters<Worker['addEventListener']>) {
      before.call(this, 'message', () => { if (seen.answered === 0) seen.answered = performance.now(); });
      before.apply(this, given);
    } as Worker['addEventListener'];
    let last = performance.now();
    const tick = (now: number): void => {
      seen.frames.push({ at: now, took: now - last });
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const started = performance.now();
  await page.keyboard.press('l');
  await page.getByRole('button', { name: 'Undo: Tidy' }).waitFor({ timeout: 60_000 });
  const took = performance.now() - started;
  await page.waitForTimeout(500);
  const { frames, answered } = await page.evaluate(() => (globalThis as unknown as { parleyTidy: { frames: { at: number; took: number }[]; answered: number } }).parleyTidy);
  const longest = (some: readonly { took: number }[]): number => Math.max(...some.map((frame) => frame.took));
  return { took, longestWhileLaidOut: longest(frames.slice(2).filter(({ at }) => at < answered)), longest: longest(frames.slice(2)) };
}

/** From pressing Publish with 50 nodes to the first message somebody gets from the new version, in milliseconds; median of five. */
export async function publishing(api: Api): Promise<number> {
  const flow = (round: number): Record<string, unknown> => {
    const drawn = largeFlow(50);
    const nodes = drawn['nodes'] as Record<string, { data: Record<string, unknown> }>;
    nodes['n1'] = { ...nodes['n1'], data: { kind: 'text', text: `Version ${round}` } };
    return drawn;
  };
  const bot = await makeBot(api, 'Published', flow(0));
  await publishBot(api, bot);
  const { address } = await restChannel(api, bot);
  const times: number[] = [];
  for (let round = 1; round <= 5; round += 1) {
    await draw(api, bot, flow(round));
    const started = performance.now();
    await publishBot(api, bot);
    const answer = await fetch(`${address}?wait=1`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id: `first-${round}`, from: `person-${round}`, message: { type: 'text', text: 'Hello' } }) });
    const body = await answer.json() as { messages?: unknown };
    if (!textsOf(body.messages).includes(`Version ${round}`)) throw new Error(`The new version did not answer: ${answer.status} ${JSON.stringify(body).slice(0, 300)}`);
    times.push(performance.now() - started);
  }
  return median(times);
}

/** The run of the emitted code beside the engine when a drawing of so many nodes is published: milliseconds, and how many events it compared and left out. */
export async function checkingCode(api: Api, size: number): Promise<{ ms: number; steps: number; left: number }> {
  const bot = await makeBot(api, `Checked ${size}`, largeFlow(size));
  const { release } = await api.post<{ release: { proof: { codeCheck: { ms: number; steps: number; left: number } } } }>(`/api/v1/flows/${bot.flowId}/publish`, { acceptWarnings: true });
  return release.proof.codeCheck;
}
