import type { Page } from '@playwright/test';
import { p95 } from './print.ts';

/** Notes the time between two frames of the open page from now on, in milliseconds. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(globalThis, { parleyFrames: frames });
    let last = performance.now();
    const tick = (now: number): void => {
      // Another watch has begun: this one is over.
      if ((globalThis as unknown as { parleyFrames: number[] }).parleyFrames !== frames) return;
      frames.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
}

/** The 95th percentile of what was noted; the first two frames are those in which watching began. */
async function framesSeen(page: Page): Promise<number> {
  return p95(await page.evaluate(() => (globalThis as unknown as { parleyFrames: number[] }).parleyFrames.slice(2)));
}

/** Presses the pointer at a place and moves it about there in a hundred steps; the 95th percentile of the frames meanwhile. */
async function pulling(page: Page, at: { x: number; y: number }): Promise<number> {
  await watchFrames(page);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  for (let step = 0; step < 100; step += 1) await page.mouse.move(at.x + Math.sin(step / 8) * 120, at.y + step, { steps: 1 });
  await page.mouse.up();
  return framesSeen(page);
}

/** Drags the first card about; milliseconds a frame, 95th percentile. */
export async function dragging(page: Page): Promise<number> {
  const box = await page.locator('.react-flow__node').first().boundingBox();
  if (!box) throw new Error('No card is to be seen.');
  return pulling(page, { x: box.x + 60, y: box.y + 14 });
}

/** A place of the paper with no card on it, the nearest to its middle: pulled at a card, the card would move. */
async function freePlace(page: Page): Promise<{ x: number; y: number }> {
  const place = await page.locator('.react-flow__pane').evaluate((paper) => {
    const { left, top, width, height } = paper.getBoundingClientRect();
    const middle = { x: left + width / 2, y: top + height / 2 };
    const places = Array.from({ length: 40 * 40 }, (_, at) => ({ x: left + (width * (at % 40)) / 40, y: top + (height * Math.floor(at / 40)) / 40 }));
    return places.toSorted((a, b) => Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y)).find(({ x, y }) => document.elementFromPoint(x, y) === paper);
  });
  if (!place) throw new Error('No paper is to be seen.');
  return place;
}

/** Pulls the paper itself about; milliseconds a frame, 95th percentile. Fails when nothing moved. */
export async function panning(page: Page): Promise<number> {
  const free = await freePlace(page);
  const viewport = page.locator('.react-flow__viewport');
  const before = await viewport.getAttribute('style');
  const frames = await pulling(page, free);
  if (await viewport.getAttribute('style') === before) throw new Error('The paper did not move.');
  return frames;
}
