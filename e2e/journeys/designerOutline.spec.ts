import { expect, test } from '@playwright/test';
import { signIn } from '../api.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

test('by the outline, without a pointer: add, connect, edit, verify, test and publish', async ({ page }) => {
  const bot = await (await signIn(serverUrl())).post<{ id: string; flowId: string }>('/api/v1/bots', { name: 'No pointer' });
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  // Whoever moves a pointer here fails the test.
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { pointersSeen: seen });
    for (const name of ['pointerdown', 'mousedown', 'touchstart', 'wheel']) globalThis.addEventListener(name, () => seen.push(name), { capture: true });
  });
  const keys = page.keyboard;
  const reach = async (what: ReturnType<typeof page.locator>, key = 'Tab'): Promise<void> => {
    for (let steps = 0; steps < 60; steps += 1) {
      if (await what.evaluate((element) => element === document.activeElement).catch(() => false)) return;
      await keys.press(key);
      // The tree moves the focus with the next frame; asked before, it would be passed by.
      await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(resolve); }));
    }
    throw new Error('The keyboard does not get there.');
  };
  const panel = async (where: ReturnType<typeof page.locator>): Promise<void> => {
    for (let steps = 0; steps < 8; steps += 1) {
      if (await where.evaluate((element) => element.contains(document.activeElement))) return;
      await keys.press('F6');
    }
    throw new Error('F6 does not get there.');
  };
  const tree = page.getByRole('tree', { name: 'Outline' });
  const row = (name: RegExp) => tree.getByRole('treeitem', { name }).first();

  await panel(designer.canvas);
  await keys.press('o');
  await reach(row(/^Start/));
  await keys.press('a');
  await keys.type('choice');
  await keys.press('Enter');
  await panel(designer.canvas);
  await keys.press('Enter');
  await expect(designer.field('Question')).toBeFocused();
  await keys.type('Tea or coffee?');
  const labels = designer.inspector.getByRole('textbox', { name: 'Label' });
  await reach(labels.first());
  await keys.type('Tea');
  // Typed on at once, as fast as keys can be: the new row is there for its first letter.
  await keys.press('Enter');
  await keys.type('Coffee');
  await expect(labels.nth(1)).toHaveValue('Coffee');
  await expect(labels.first()).toHaveValue('Tea');
  await keys.press('Escape');
  await keys.press('a');
  await keys.type('end');
  await keys.press('Enter');
  await keys.press('Enter');
  await expect(designer.field('Last words')).toBeFocused();
  await keys.type('Coming.');
  await keys.press('Escape');

  // The second way out is led to the end from the tree.
  await reach(tree.locator('[role="treeitem"][tabindex="0"]'));
  await keys.press('Home');
  await keys.press('ArrowDown');
  await expect(row(/Choice/)).toBeFocused();
  await keys.press('c');
  await expect(designer.canvas.getByText(/Choose where “Coffee”/)).toBeVisible();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect(designer.edges()).toHaveCount(3);
  await expect(designer.issues.getByText(/leads nowhere/)).toHaveCount(0);

  // Notes and frames stand in the tree, too: worded, renamed, walked into and taken away there.
  const inTree = tree.locator('[role="treeitem"][tabindex="0"]');
  await keys.press('n');
  await keys.type('For the night shift');
  await keys.press('Escape');
  await reach(inTree);
  await keys.press('End');
  await expect(row(/^Note, For the night shift$/)).toBeFocused();
  await keys.press('Enter');
  await expect(designer.field('Words')).toBeFocused();
  await keys.press('Control+a');
  await keys.type('For everybody');
  await keys.press('Escape');
  await reach(inTree);
  await keys.press('Home');
  await expect(row(/^Start/)).toBeFocused();
  // On a busy device the next key comes before the next frame: what the frame still does takes no keyboard away.
  await page.evaluate(() => {
    const held: FrameRequestCallback[] = [];
    const ask = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = (callback) => held.push(callback);
    Object.assign(globalThis, { drawHeldFrame: () => {
      globalThis.requestAnimationFrame = ask;
      held.forEach((callback) => callback(performance.now()));
    } });
  });
  await keys.press('ArrowDown');
  await keys.press('f');
  await page.evaluate('drawHeldFrame()');
  await keys.type('Order');
  await keys.press('Enter');
  await reach(inTree);
  await keys.press('End');
  await expect(row(/^Note, For everybody$/)).toBeFocused();
  await reach(row(/^Frame, Order$/), 'ArrowUp');
  await keys.press('F2');
  await keys.type('Orders');
  await keys.press('Enter');
  await reach(inTree);
  await expect(row(/^Frame, Orders$/)).toBeFocused();
  await keys.press('ArrowRight');
  await expect(tree.getByRole('treeitem', { name: /^Choice, .*shown above$/ })).toBeFocused();
  await keys.press('ArrowLeft');
  await expect(row(/^Frame, Orders$/)).toBeFocused();
  await keys.press('ArrowLeft');
  await expect(tree.getByRole('treeitem', { name: /shown above$/ })).toHaveCount(1);
  await keys.press('Delete');
  await expect(row(/^Frame/)).toHaveCount(0);
  await expect(page.getByText('Frame “Orders” deleted')).toBeVisible();
  await expect(row(/^Note, For everybody$/)).toBeFocused();
  await expect(row(/Choice/)).toBeVisible();

  // Tested in the simulator.
  await panel(designer.simulator);
  await reach(designer.simulator.getByRole('button', { name: 'Start', exact: true }));
  await keys.press('Enter');
  const tea = designer.simulator.getByRole('button', { name: 'Tea' });
  await expect(tea).toBeVisible();
  await reach(tea);
  await keys.press('Enter');
  await expect(designer.simulator.getByText('Coming.')).toBeVisible();

  // Published.
  await designer.saved();
  await reach(page.getByRole('button', { name: 'Publish', exact: true }), 'Shift+Tab');
  await keys.press('Enter');
  const publish = page.getByRole('dialog').getByRole('button', { name: /^Publish v1/ });
  await expect(publish).toBeVisible();
  for (let steps = 0; steps < 40 && await publish.isDisabled(); steps += 1) {
    await keys.press('Tab');
    if (await page.evaluate(() => document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'checkbox' && !document.activeElement.checked)) await keys.press('Space');
  }
  await reach(publish);
  await keys.press('Enter');
  await expect(page.getByText('Live v1')).toBeVisible();
  expect(await page.evaluate(() => (globalThis as unknown as { pointersSeen: string[] }).pointersSeen)).toEqual([]);
});
