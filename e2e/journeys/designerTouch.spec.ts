import { expect, test } from '@playwright/test';
import type { CDPSession, Page } from '@playwright/test';
import { signIn } from '../api.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

test.use({ hasTouch: true, viewport: { width: 1180, height: 820 } });

interface Finger { x: number; y: number }

/** Fingers on the glass as the browser itself gets them, so that its own gestures take part. */
async function fingers(page: Page): Promise<(steps: Finger[][], restMs?: number) => Promise<void>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  return async (steps, restMs = 0) => {
    for (const [index, points] of steps.entries()) {
      await session.send('Input.dispatchTouchEvent', { type: index === 0 ? 'touchStart' : 'touchMove', touchPoints: points.map(({ x, y }, id) => ({ x, y, id })) });
      if (index === 0 && restMs > 0) await page.waitForTimeout(restMs);
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
}

const line = (from: Finger, to: Finger, count = 8): Finger[] => Array.from({ length: count + 1 }, (_, step) => ({ x: from.x + (to.x - from.x) * step / count, y: from.y + (to.y - from.y) * step / count }));

test('on a tablet: pan, pinch, drag a card, a long press for the menu, and several by tapping', async ({ page }) => {
  const bot = await (await signIn(serverUrl())).post<{ id: string; flowId: string }>('/api/v1/bots', { name: 'Tablet' });
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  await designer.palette.getByRole('option', { name: 'Message', exact: true }).tap();
  await expect(designer.edges()).toHaveCount(1);
  const touch = await fingers(page);
  const boxOf = async (title: string) => (await designer.card(title).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const ground = (await designer.canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const free = { x: ground.x + ground.width / 2, y: ground.y + ground.height - 110 };

  // One finger on the ground moves the view.
  const before = await boxOf('Start');
  await touch(line(free, { x: free.x + 60, y: free.y - 40 }).map((point) => [point]));
  await expect.poll(async () => Math.round((await boxOf('Start')).x - before.x)).toBe(60);

  // Two apart come nearer.
  const zoom = page.getByRole('button', { name: /show everything/ });
  const shown = await zoom.textContent();
  await touch(line({ x: free.x + 20, y: free.y }, { x: free.x + 90, y: free.y }).map((point) => [point, { x: 2 * free.x - point.x, y: free.y }]));
  await expect(zoom).not.toHaveText(shown ?? '');
  await zoom.tap();
  await expect(zoom).toHaveText('100%');

  // A finger on a card moves the card.
  const card = await boxOf('Message');
  const hold = { x: card.x + 80, y: card.y + 18 };
  await touch(line(hold, { x: hold.x + 20, y: hold.y + 90 }).map((point) => [point]));
  await expect.poll(async () => (await boxOf('Message')).y - card.y).toBeGreaterThan(50);
  await expect(page.getByRole('button', { name: 'Undo: Move 1 card' })).toBeVisible();

  // A finger that rests asks what can be done.
  const rested = await boxOf('Message');
  await touch([[{ x: rested.x + 80, y: rested.y + 18 }]], 700);
  await page.getByRole('menuitem', { name: 'Duplicate' }).tap();
  await expect(designer.cards()).toHaveCount(3);

  // Several by taps, to be handled together.
  await page.getByRole('button', { name: 'Choose several', exact: true }).tap();
  await designer.card('Start').getByRole('heading').tap();
  await expect(designer.inspector.getByRole('heading', { name: '2 nodes' })).toBeVisible();
  await designer.inspector.getByRole('button', { name: 'Align tops' }).tap();
  await expect(page.getByRole('button', { name: /^Undo: Align the tops of 2 cards/ })).toBeVisible();
});
