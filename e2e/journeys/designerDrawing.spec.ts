import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { signIn } from '../api.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

async function newBot(name: string): Promise<{ id: string; flowId: string }> {
  return (await signIn(serverUrl())).post('/api/v1/bots', { name });
}

async function openNew(page: Page, name: string): Promise<Designer> {
  const bot = await newBot(name);
  await signInAt(page, serverUrl());
  return Designer.open(page, serverUrl(), bot);
}

/** Adds what is typed after the chosen node, by keys alone. */
async function addByKeys(page: Page, type: string): Promise<void> {
  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: 'Add here' }).getByRole('combobox').fill(type);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Add here' })).toBeHidden();
}

/** Where a card stands on the screen. */
async function boxOf(designer: Designer, title: string): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await designer.card(title).boundingBox();
  if (!box) throw new Error(`${title} is not to be seen.`);
  return box;
}

test.describe('drawing without a detour', () => {
  test('an empty drawing says what to do first', async ({ page }) => {
    const designer = await openNew(page, 'First step');
    const first = designer.canvas.getByRole('region', { name: 'First step' });
    await first.getByRole('button', { name: 'Message' }).click();
    await expect(designer.card('Message')).toBeVisible();
    await expect(designer.edges()).toHaveCount(1);
    await expect(first).toBeHidden();
  });

  test('a click on a way out adds there; what comes between moves the others on and covers nothing', async ({ page }) => {
    const designer = await openNew(page, 'Quick add');
    await designer.handle('Start').click();
    const menu = page.getByRole('dialog', { name: 'Add here' });
    await menu.getByRole('combobox').fill('end');
    await page.keyboard.press('Enter');
    await expect(designer.card('End')).toBeVisible();
    const before = await boxOf(designer, 'End');

    await designer.choose('Start');
    await designer.add('Message');
    await expect(designer.edges()).toHaveCount(2);
    await expect(async () => {
      const [start, between, end] = [await boxOf(designer, 'Start'), await boxOf(designer, 'Message'), await boxOf(designer, 'End')];
      expect(between.x).toBeGreaterThan(start.x + start.width);
      expect(end.x).toBeGreaterThan(between.x + between.width);
      expect(end.x - start.x).toBeGreaterThan(before.width * 2);
    }).toPass();
    await page.keyboard.press('Control+z');
    await expect(designer.cards()).toHaveCount(2);
  });

  test('options are typed in a row, Escape leads back to the canvas, and renaming keeps the keyboard there', async ({ page }) => {
    const designer = await openNew(page, 'Typing');
    // Nobody has the keyboard after a load: its keys are the canvas's, and what speaks is worded at once.
    await addByKeys(page, 'choice');
    await page.keyboard.type('What can we do for you?');
    await expect(designer.field('Question')).toHaveValue('What can we do for you?');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await expect(designer.field('Question')).toBeFocused();
    const labels = designer.inspector.getByRole('textbox', { name: 'Label' });
    await labels.first().focus();
    for (const [place, label] of ['ID card', 'Passport', 'Registration'].entries()) {
      await expect(labels.nth(place)).toBeFocused();
      await page.keyboard.type(label);
      if (place < 2) await page.keyboard.press('Enter');
    }
    await expect(labels).toHaveCount(3);
    await page.keyboard.press('Escape');
    await expect(designer.canvas).toBeFocused();
    await page.keyboard.press('F2');
    await page.keyboard.type('Services');
    await page.keyboard.press('Enter');
    await expect(designer.card('Services')).toBeVisible();
    await expect(designer.canvas).toBeFocused();

    // A list of choices opens when it is asked to, and is left by Escape like any field.
    await addByKeys(page, 'dialog');
    await page.keyboard.press('Enter');
    const which = designer.inspector.getByRole('combobox', { name: 'Dialog' });
    await expect(which).toBeFocused();
    await expect(which).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('Escape');
    await expect(designer.canvas).toBeFocused();
  });

  test('a new variable has the type of its answer, and a condition on it is chosen without writing one', async ({ page }) => {
    const designer = await openNew(page, 'Conditions');
    await designer.choose('Start');
    await designer.add('Ask');
    await designer.field('Question').fill('How old are you?');
    await designer.inspector.getByRole('combobox', { name: 'Answer', exact: true }).click();
    await page.getByRole('option', { name: 'Number', exact: true }).click();
    await designer.inspector.getByRole('combobox', { name: 'Save the answer in' }).fill('age');
    await page.keyboard.press('Enter');
    await expect(designer.inspector.getByText('number', { exact: true })).toBeVisible();

    await designer.canvas.focus();
    await addByKeys(page, 'condition');
    await page.keyboard.press('Enter');
    await designer.inspector.getByRole('combobox', { name: 'Variable' }).fill('age');
    await page.keyboard.press('Enter');
    await designer.inspector.getByRole('combobox', { name: 'Comparison' }).click();
    await page.getByRole('option', { name: 'is at least' }).click();
    await designer.inspector.getByRole('textbox', { name: 'Value' }).fill('24');
    await expect(designer.card('Condition')).toContainText('age >= 24');

    // A day is before or after another one; what is compared with it is picked as a day.
    await designer.choose('Start');
    await designer.add('Ask');
    await page.keyboard.type('When were you born?');
    await designer.inspector.getByRole('combobox', { name: 'Answer', exact: true }).click();
    await page.getByRole('option', { name: 'Date', exact: true }).click();
    await designer.inspector.getByRole('combobox', { name: 'Save the answer in' }).fill('born');
    await page.keyboard.press('Enter');
    await expect(designer.inspector.getByText('date', { exact: true })).toBeVisible();
    // What was put before it has moved it out of sight.
    await designer.goTo('Condition');
    await designer.inspector.getByRole('button', { name: 'Add a branch' }).click();
    const second = (name: string) => designer.inspector.getByRole('combobox', { name }).nth(1);
    await second('Variable').fill('born');
    await page.keyboard.press('Enter');
    await second('Comparison').click();
    await page.getByRole('option', { name: 'is before' }).click();
    await designer.inspector.getByLabel('Value', { exact: true }).nth(1).fill('2001-12-24');
    await expect(designer.card('Condition')).toContainText('born < date("2001-12-24")');

    // Whoever writes expressions writes on where a variable is chosen.
    await designer.inspector.getByRole('button', { name: 'Add a branch' }).click();
    await page.keyboard.type('age > 3 && age < 7');
    await expect(designer.card('Condition')).toContainText('age > 3 && age < 7');
    await expect(designer.issues.getByText(/cannot be computed/)).toHaveCount(0);
  });

  test('a piece is copied within a drawing and into another bot, with its variables', async ({ page }) => {
    const designer = await openNew(page, 'Copied from');
    await designer.choose('Start');
    await designer.add('Ask');
    await designer.field('Question').fill('What is your name?');
    await designer.inspector.getByRole('combobox', { name: 'Save the answer in' }).fill('name');
    await page.keyboard.press('Enter');
    await designer.rename('Name');
    await designer.add('End');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await expect(designer.cards()).toHaveCount(5);
    await expect(designer.edges()).toHaveCount(3);
    await page.keyboard.press('Control+z');
    await expect(designer.cards()).toHaveCount(3);
    await designer.saved();

    const other = await Designer.open(page, serverUrl(), await newBot('Copied into'));
    await other.canvas.focus();
    await page.keyboard.press('Control+v');
    await expect(other.cards()).toHaveCount(3);
    await other.choose('Name');
    await expect(other.inspector.getByRole('combobox', { name: 'Save the answer in' })).toHaveValue('name');
  });

  test('Shift let go where nobody hears it does not stay down: a click chooses one', async ({ page }) => {
    const designer = await openNew(page, 'Unheard');
    await designer.choose('Start');
    await designer.add('Message');
    await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', code: 'ShiftLeft', shiftKey: true, bubbles: true })));
    await designer.choose('Start');
    await designer.choose('Message');
    await expect(designer.inspector.getByLabel('Title')).toHaveValue('Message');
    await designer.card('Start').getByRole('heading').click({ modifiers: ['Shift'] });
    await expect(designer.inspector.getByRole('heading', { name: '2 nodes' })).toBeVisible();

    // Where choosing several was meant, it is said, and how it stops.
    await designer.canvas.press('Escape');
    await designer.canvas.press('m');
    await expect(designer.canvas.getByText(/^Choosing several/)).toBeVisible();
    await designer.canvas.press('Escape');
    await expect(designer.canvas.getByText(/^Choosing several/)).toBeHidden();
  });

  test('fields of what is known and functions are completed where somebody writes', async ({ page }) => {
    const designer = await openNew(page, 'Completed');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('variables');
    await page.keyboard.press('Enter');
    await designer.inspector.getByRole('button', { name: 'Add a variable' }).click();
    await designer.inspector.getByLabel('Name', { exact: true }).fill('member');
    await page.keyboard.press('Enter');
    await designer.inspector.getByRole('combobox', { name: 'Type', exact: true }).click();
    await page.getByRole('option', { name: 'object' }).click();

    await designer.choose('Start');
    await addByKeys(page, 'message');
    await page.keyboard.type('Hello {{mem');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option', { name: 'name text' })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.type(', it is {{tod');
    await expect(page.getByRole('option', { name: 'today()' })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.type('.');
    await expect(designer.field('Text')).toHaveValue('Hello {{member.name}}, it is {{today()}}.');

    // What a variable holds is changed where it is: it is found by its name.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('member');
    await page.keyboard.press('Enter');
    await expect(designer.inspector.getByRole('combobox', { name: 'Type', exact: true })).toHaveValue('object');
  });

  test('a note is put where its words are seen', async ({ page }) => {
    const designer = await openNew(page, 'Noted');
    await designer.choose('Start');
    await designer.canvas.press('n');
    await page.keyboard.type('Ask the lawyers.');
    const [card, note] = [await boxOf(designer, 'Start'), await designer.canvas.getByRole('textbox').boundingBox()];
    expect(note?.y).toBeGreaterThan(card.y + card.height);
    await page.keyboard.press('Escape');
    await expect(designer.spoken().first()).toHaveText('Note, Ask the lawyers.');
  });

  test('a node is found by what it says', async ({ page }) => {
    const designer = await openNew(page, 'Finding');
    await designer.choose('Start');
    await designer.add('Message');
    await designer.field('Text').fill('We are open Monday to Friday.');
    await designer.choose('Start');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('monday');
    await page.keyboard.press('Enter');
    await expect(designer.field('Text')).toHaveValue('We are open Monday to Friday.');
  });

  test('what leads nowhere is mended from its line', async ({ page }) => {
    const designer = await openNew(page, 'Mending');
    // Its line leads to where it can be led, which the fields are not pushed down by.
    await designer.choose('Start');
    await expect(designer.inspector.getByText(/leads nowhere/)).toHaveCount(0);
    await designer.issues.getByRole('button', { name: /^Error Start.*leads nowhere/ }).click();
    await expect(designer.inspector.getByRole('tab', { name: 'Ways out 1' })).toHaveAttribute('aria-selected', 'true');
    await expect(designer.inspector.getByText('“Begins” leads nowhere, so people who go that way only read that something went wrong.')).toBeVisible();
    await expect(designer.inspector.getByRole('combobox', { name: 'Begins' })).toBeFocused();
    await designer.issues.getByRole('button', { name: 'Add a node there' }).click();
    await page.getByRole('dialog', { name: 'Add here' }).getByRole('combobox').fill('end');
    await page.keyboard.press('Enter');
    await expect(designer.edges()).toHaveCount(1);
    await expect(designer.issues.getByText(/leads nowhere/)).toHaveCount(0);
  });
});

test('in a narrow window the way taken stays lit while the inspector is open', async ({ page }) => {
  await page.setViewportSize({ width: 1100, height: 800 });
  const designer = await openNew(page, 'Lit');
  await designer.choose('Start');
  await designer.add('Ask');
  await designer.field('Question').fill('Who are you?');
  // Test begins a conversation, and goes on with it when it is pressed again.
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(designer.simulator.getByText('Who are you?')).toBeVisible();
  await expect(designer.handle('Start')).toHaveAttribute('data-taken', 'true');
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(designer.simulator.getByRole('textbox', { name: 'Message' })).toBeFocused();
  await expect(designer.simulator.getByText('Who are you?')).toHaveCount(1);
  await page.getByRole('tab', { name: 'Inspector' }).click();
  await expect(designer.inspector).toBeVisible();
  await expect(designer.handle('Start')).toHaveAttribute('data-taken', 'true');
  await expect(designer.card('Ask').getByText('Here')).toBeVisible();
});
