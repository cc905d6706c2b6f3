import { expect, test } from '@playwright/test';
import { signIn } from '../api.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

interface Bot { id: string; flowId: string }

async function newBot(name: string): Promise<Bot> {
  return (await signIn(serverUrl())).post<Bot>('/api/v1/bots', { name });
}

test.describe('drawing with the keyboard alone', () => {
  test('from an empty canvas to a bot without issues', async ({ page }) => {
    const bot = await newBot('Pizza by keyboard');
    await signInAt(page, serverUrl());
    const designer = await Designer.open(page, serverUrl(), bot);
    const keys = page.keyboard;

    // An arrow goes to the start; A asks what to add after it.
    await designer.canvas.focus();
    await keys.press('ArrowRight');
    await expect(designer.spoken().first()).toHaveText(/^Start, 1 way out/);
    await keys.press('a');
    await keys.type('choice');
    await keys.press('Enter');
    await expect(designer.spoken().first()).toHaveText(/^Choice, 3 ways out/);

    // What speaks is worded at once, Escape comes back, F2 renames, Enter goes into the fields again.
    await expect(designer.field('Question')).toBeFocused();
    await keys.type('Which pizza would you');
    await keys.press('Escape');
    await expect(designer.canvas).toBeFocused();
    await keys.press('F2');
    await keys.type('Which pizza?');
    await keys.press('Enter');
    await expect(designer.canvas).toBeFocused();
    await keys.press('Enter');
    await expect(designer.field('Question')).toBeFocused();
    await keys.type(' like?');
    const labels = designer.inspector.getByRole('textbox', { name: 'Label' });
    while (!(await labels.nth(0).evaluate((field) => field === document.activeElement))) await keys.press('Tab');
    // Enter goes to the row below while it is empty, then makes another one; Alt with an arrow moves it.
    await keys.type('Margherita');
    await keys.press('Enter');
    await keys.type('Quattro stagioni');
    await keys.press('Enter');
    await expect(labels).toHaveCount(3);
    await keys.type('Funghi');
    await keys.press('Alt+ArrowUp');
    await expect(labels.nth(2)).toHaveValue('Quattro stagioni');
    await keys.press('Escape');
    await expect(designer.canvas).toBeFocused();

    // Add an end after the first way out; C connects the others: arrows choose the target, Enter leads there.
    await keys.press('a');
    await keys.type('end');
    await keys.press('Enter');
    await keys.press('Enter');
    await expect(designer.field('Last words')).toBeFocused();
    await keys.type('Yours is in the oven.');
    await keys.press('Escape');
    for (const way of ['Funghi', 'Quattro stagioni']) {
      await keys.press('ArrowLeft');
      await expect(designer.spoken().first()).toHaveText(/^Choice, Which pizza\?/);
      await keys.press('c');
      await expect(designer.canvas.getByText(new RegExp(`Choose where “${way}”`))).toBeVisible();
      // What is typed now looks for the target: it makes no note, no frame, and chooses nothing else.
      for (const letter of ['n', 'f', 'm']) await keys.press(letter);
      await expect(designer.canvas.locator('.react-flow__node')).toHaveCount(3);
      await expect(designer.canvas.getByText(new RegExp(`Choose where “${way}”`))).toBeVisible();
      await keys.press('ArrowRight');
      await keys.press('Enter');
    }
    await expect(designer.edges()).toHaveCount(4);
    await expect(designer.issues.getByText(/leads nowhere/)).toHaveCount(0);

    // Delete heals, Ctrl Z takes it back; Alt with arrows moves a card.
    await keys.press('Delete');
    await expect(designer.cards()).toHaveCount(2);
    await keys.press('Control+z');
    await expect(designer.cards()).toHaveCount(3);
    await keys.press('ArrowRight');
    await keys.press('Alt+ArrowDown');
    await designer.saved();
  });

  test('the outline is a tree with the same keys', async ({ page }) => {
    const bot = await newBot('Outline');
    await signInAt(page, serverUrl());
    const designer = await Designer.open(page, serverUrl(), bot);
    await designer.canvas.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('a');
    await page.keyboard.type('message');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('o');
    const tree = page.getByRole('tree', { name: 'Outline' });
    await tree.getByRole('treeitem', { name: /^Start/ }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(tree.getByRole('treeitem', { name: /Message/ })).toBeFocused();
    await page.keyboard.press('a');
    await page.keyboard.type('end');
    await page.keyboard.press('Enter');
    await expect(tree.getByRole('treeitem', { name: /End/ })).toHaveAttribute('aria-level', '3');
    await tree.getByRole('treeitem', { name: /Message/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(tree.getByRole('treeitem', { name: /End/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(designer.canvas).toBeFocused();
  });

  test('everything has a name in the command palette, and a key in the map', async ({ page }) => {
    const bot = await newBot('Commands');
    await signInAt(page, serverUrl());
    const designer = await Designer.open(page, serverUrl(), bot);
    await designer.canvas.focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('ask');
    await expect(page.getByRole('dialog').getByRole('option', { name: /^Ask/ }).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(designer.card('Ask')).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('duplicate');
    await page.keyboard.press('Enter');
    await expect(designer.cards()).toHaveCount(3);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('redo');
    await expect(page.getByRole('dialog').getByRole('option', { name: /Redo/ })).toContainText('Nothing to redo');
    await page.keyboard.press('Escape');
    await designer.canvas.focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' }).getByText('Walk along the edges')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  test('F6 goes round the panels, / finds a node to add', async ({ page }) => {
    const bot = await newBot('Panels');
    await signInAt(page, serverUrl());
    const designer = await Designer.open(page, serverUrl(), bot);
    await designer.canvas.focus();
    await page.keyboard.press('/');
    await expect(designer.palette.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('loop');
    await page.keyboard.press('Enter');
    await expect(designer.card('Loop')).toBeVisible();
    for (const panel of [designer.inspector, designer.issues, designer.simulator, designer.palette]) {
      await page.keyboard.press('F6');
      await expect.poll(() => panel.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press('F6');
    await expect(designer.canvas).toBeFocused();
    await page.keyboard.press('o');
    await expect(page.getByRole('tree', { name: 'Outline' })).toBeVisible();
    await page.keyboard.press('F6');
    await expect(page.getByRole('treeitem', { name: /Loop/ }).first()).toBeFocused();
    await page.keyboard.press('F6');
    await expect.poll(() => designer.inspector.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  });
});
