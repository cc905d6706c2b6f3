import { expect, test } from '@playwright/test';
import { signIn } from '../api.ts';
import { makeBot, smallFlow } from '../bots.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

interface Bot { id: string; flowId: string; name: string }

/** The bot of the demo, whose drawing has everything on it. */
async function demo(): Promise<Bot> {
  const { items } = await (await signIn(serverUrl())).get<{ items: Bot[] }>('/api/v1/bots?limit=200');
  const bot = items.find(({ name }) => name === 'Sparkle Car Wash');
  if (!bot) throw new Error('The demo is there.');
  return bot;
}

test('the designer can be used by everybody, in light and in dark', async ({ page }) => {
  const bot = await demo();
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  await expect(designer.issues.getByText(/Checked \d+ nodes/)).toBeVisible();
  const looks: [what: string, show: () => Promise<void>][] = [
    ['the settings', async () => undefined],
    ['the variables', async () => designer.inspector.getByRole('tab', { name: /Variables/ }).click()],
    ['a node', async () => { await designer.canvas.focus(); await page.keyboard.press('ArrowRight'); await page.keyboard.press('ArrowRight'); }],
    ['its ways out', async () => designer.inspector.getByRole('tab', { name: 'Ways out' }).click()],
    ['the outline', async () => { await designer.canvas.focus(); await page.keyboard.press('o'); }],
    ['the command palette', async () => page.keyboard.press('Control+k')],
  ];
  for (const [what, show] of looks) {
    await show();
    expect(await accessibility(page, { what })).toEqual([]);
  }
});

test('a drawing seen from afar is read by its titles', async ({ page }) => {
  const bot = await demo();
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  const title = designer.canvas.getByRole('heading', { name: 'Day and time' });
  for (const { most } of [{ most: 0.6 }, { most: 0.4 }]) {
    const zoom = () => designer.canvas.locator('.react-flow__viewport').evaluate((view) => new DOMMatrix(getComputedStyle(view).transform).a);
    while (await zoom() >= most) {
      const before = await zoom();
      await page.getByRole('button', { name: 'Zoom out' }).click();
      await expect.poll(zoom).toBeLessThan(before);
    }
    // As tall on the screen as the smallest words beside the drawing are.
    expect(await title.evaluate((heading) => parseFloat(getComputedStyle(heading).fontSize)) * await zoom()).toBeGreaterThan(9);
    expect(await title.evaluate((heading) => heading.scrollHeight <= heading.clientHeight && heading.scrollWidth <= heading.clientWidth)).toBe(true);
  }
});

test('on a phone the drawing can be looked at, walked and tried', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const bot = await demo();
  await signInAt(page, serverUrl());
  await page.goto(`${serverUrl()}/bots/${bot.id}/flows/${bot.flowId}`);
  const designer = new Designer(page);
  await expect(designer.cards().first()).toBeVisible();
  await expect(designer.palette).toHaveCount(0);
  await page.getByRole('radio', { name: 'Outline' }).click();
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  await page.getByRole('radio', { name: 'Simulator' }).click();
  await expect(designer.simulator.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await designer.simulator.getByRole('button', { name: 'Close the simulator' }).click();
  await expect(designer.cards().first()).toBeVisible();

  // The last of the views is come to, and nothing but their row moves for it.
  const last = page.getByRole('radio', { name: 'Comments' });
  await last.click();
  await expect(last).toBeInViewport({ ratio: 1 });
  expect(await page.getByRole('banner').evaluate((bar) => bar.getBoundingClientRect().left)).toBe(0);
  const comments = page.getByRole('region', { name: 'Comments' });
  expect(await accessibility(page, { what: 'comments on a phone' })).toEqual([]);
  await comments.getByRole('button', { name: 'Comment', exact: true }).click();
  await designer.canvas.locator('.react-flow__pane').click({ position: { x: 40, y: 200 } });
  await comments.getByRole('textbox').first().fill('Said on a phone');
  await comments.getByRole('button', { name: 'Comment', exact: true }).last().click();
  await comments.getByRole('button', { name: 'Show on the canvas' }).click();
  await expect(designer.cards().first()).toBeVisible();
  await last.click();
  await comments.getByRole('button', { name: 'Close' }).click();
  await expect(designer.cards().first()).toBeVisible();
});

test('a view that cannot be loaded leaves the drawing where it is', async ({ page }) => {
  const bot = await demo();
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  await page.route(/\/assets\/Texts-[^/]*\.js$/, (route) => route.abort());
  await page.getByRole('radio', { name: 'Translations' }).click();
  await expect(page.getByRole('alert')).toContainText('Could not load this view');
  await page.getByRole('button', { name: 'Back to the drawing' }).click();
  await expect(designer.cards().first()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('what lies over and beside the drawing can be used by everybody, in light and in dark', async ({ page }) => {
  const bot = await makeBot(await signIn(serverUrl()), 'Beside the drawing', smallFlow({ greeting: 'Welcome to the library.', question: 'Which book?', thanks: 'Enjoy {{answer}}.' }));
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  const comments = page.getByRole('region', { name: 'Comments' });
  const looks: [what: string, show: () => Promise<void>][] = [
    ['finding', async () => { await designer.canvas.focus(); await page.keyboard.press('Control+f'); await page.keyboard.type('book'); await expect(page.getByText('1/1').or(page.getByText('1/2'))).toBeVisible(); }],
    ['the menu of a card', async () => { await page.keyboard.press('Escape'); await designer.card('Message').click({ button: 'right' }); await expect(page.getByRole('menu')).toBeVisible(); }],
    ['a frame', async () => { await page.keyboard.press('Escape'); await designer.choose('Message'); await designer.canvas.press('f'); await page.keyboard.type('Greeting'); await page.keyboard.press('Enter'); await expect(designer.inspector.getByLabel('Title')).toHaveValue('Greeting'); }],
    ['several cards', async () => { await page.keyboard.press('Control+a'); await expect(designer.inspector.getByRole('heading', { name: /things|nodes/ })).toBeVisible(); }],
    ['comments', async () => { await page.getByRole('button', { name: /^Comments/ }).click(); await expect(comments).toBeVisible(); }],
    ['a comment being written', async () => { await comments.getByRole('button', { name: 'Comment', exact: true }).click(); await page.keyboard.press('Enter'); await comments.getByRole('textbox').first().fill('Is that so?'); }],
    ['a thread', async () => { await comments.getByRole('textbox').first().press('Control+Enter'); await expect(comments.getByRole('button', { name: 'Settle' })).toBeVisible(); }],
  ];
  for (const [what, show] of looks) {
    await show();
    expect(await accessibility(page, { what })).toEqual([]);
  }
});
