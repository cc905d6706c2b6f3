import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { signIn } from '../api.ts';
import { makeBot, smallFlow } from '../bots.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';
import { Texts } from '../pages/texts.ts';

/* The table of texts: typed by keyboard, proposed by a model and accepted, out to a translator and back in. */

const translation = (text: string) => ({ text, source: 'an older text', by: 'person', accepted: true });

test('an author translates a bot: types, has texts proposed, accepts, sends a file out and takes it back in', async ({ page }) => {
  const api = await signIn(serverUrl());
  const flow = smallFlow({ greeting: 'Welcome, traveller.', question: 'Where to?', thanks: 'To {{answer}} then.', languages: ['en', 'de', 'ar'], translations: { de: { 'question/question': translation('Von wo?') } } });
  const bot = await makeBot(api, 'Traveller', flow);
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  await page.getByRole('radio', { name: 'Translations' }).click();
  const texts = new Texts(page);
  await expect(page.getByRole('heading', { name: '6 texts' })).toBeVisible();
  await expect(texts.grid.getByRole('progressbar', { name: /^Deutsch/ })).toHaveAttribute('aria-valuenow', '0');

  // By keyboard alone: Enter types and goes down, Tab goes to the next language, Escape takes nothing.
  await texts.row('Welcome, traveller.').getByRole('rowheader').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Willkommen.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('أهلا وسهلا');
  await page.keyboard.press('Enter');
  await expect(texts.cell('Welcome, traveller.', 0)).toContainText('Willkommen.');
  await expect(texts.cell('Welcome, traveller.', 1).locator('[lang=ar]')).toHaveAttribute('dir', 'rtl');
  await page.keyboard.press('ArrowLeft');
  await expect(texts.detail).toContainText('The original has changed since.');
  await page.keyboard.press('Control+Enter');
  await expect(texts.detail).toContainText('Translated from today’s original.');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Bis bald.');
  await page.keyboard.press('Enter');
  await texts.cell('then.', 0).click();
  await expect(texts.detail).toContainText('It leaves out {{answer}}.');
  await page.keyboard.press('Control+z');
  await expect(texts.detail).toContainText('Not translated.');
  expect(await accessibility(page)).toEqual([]);

  // A model proposes; what it leaves out is told. Its answer is given here, because other journeys set models up meanwhile.
  await page.route('**/translations', async (route) => {
    const { texts: asked } = route.request().postDataJSON() as { texts: { id: string; text: string }[] };
    const [first, ...others] = asked;
    await route.fulfill({ json: { by: 'model', proposals: others.map(({ id, text }) => ({ id, text: `Auf Deutsch: ${text}` })), refused: [{ id: first?.id, why: 'It leaves out {{answer}}.' }], used: { model: 'a-model', tokensIn: 10, tokensOut: 10, cost: 0.02 } } });
  });
  await texts.show('Missing');
  await texts.forAll('Deutsch', 'Propose 4 translations');
  await expect(page.getByText('3 proposals in Deutsch. They are marked until somebody accepts them. By a-model, cost 0.02.')).toBeVisible();
  await expect(page.getByText('1 text got none')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await texts.show('Machine');
  await expect(texts.grid.getByText('Machine', { exact: true })).toHaveCount(3);
  await texts.forAll('Deutsch', 'Accept 3 machine texts');
  await expect(texts.grid.getByText('Machine', { exact: true })).toHaveCount(0);
  await designer.saved();

  // Out to a translator, who works in a spreadsheet: one line is new, one lost its variable, one is of no text here.
  await texts.show('All');
  const [download] = await Promise.all([page.waitForEvent('download'), texts.file('Save 6 texts as CSV')]);
  expect(download.suggestedFilename()).toBe('traveller.de+ar.csv');
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv).toContain('main:greeting/text,');
  const [head = '', ...lines] = csv.trim().split('\r\n');
  const edited = lines.map((line) => (line.startsWith('main:thanks/') ? line.replace(',,missing,,missing', ',<script>alert(1)</script>,done,إلى {{answer}}.,done') : line.startsWith('main:question/') ? line.replace(',,missing', ',إلى أين؟,done') : line));
  await texts.file('Import a file');
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles({ name: 'broken.xlf', mimeType: 'application/xliff+xml', buffer: Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><xliff version="1.2"/>') });
  await expect(dialog.getByRole('alert')).toContainText('declares a document type');
  await dialog.locator('input[type=file]').setInputFiles({ name: 'back.csv', mimeType: 'text/csv', buffer: Buffer.from([head, ...edited, 'main:gone/text,,,Gone,Weg,done,,'].join('\r\n')) });
  await expect(dialog.getByRole('radio', { name: 'Refused 2' })).toBeChecked();
  await expect(dialog.getByText('It leaves out {{answer}}.')).toBeVisible();
  await expect(dialog.getByText('This bot has no text with the id main:gone/text.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'New 2' }).click();
  await expect(dialog.getByText('إلى أين؟')).toBeVisible();
  expect(await accessibility(page, { within: '[role=dialog]' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Take over 2' }).click();
  await expect(texts.cell('Where to?', 1)).toContainText('إلى أين؟');

  // As one gesture it is taken back, and made again.
  await page.getByRole('button', { name: /^Undo: Import 2 translations/ }).click();
  await expect(texts.cell('Where to?', 1)).toHaveAttribute('data-missing', 'true');
  await page.getByRole('button', { name: /^Redo: Import 2 translations/ }).click();
  await expect(texts.cell('Where to?', 1)).toContainText('إلى أين؟');
  await designer.saved();

  // F6 goes between the table, where it was, and what is told of the text.
  await texts.cell('Where to?', 1).click();
  await page.keyboard.press('F6');
  await expect(texts.detail.getByRole('button', { name: 'Show on the canvas' })).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(texts.cell('Where to?', 1)).toBeFocused();

  // The drawing is one key away, with the text's language chosen.
  await texts.cell('Where to?', 1).click();
  await texts.detail.getByRole('button', { name: 'Show on the canvas' }).click();
  await expect(designer.card('Ask')).toBeVisible();
  await expect(designer.field('Question')).toHaveValue('Where to?');

  // While the table stands instead of the canvas, no key reaches what is chosen there.
  await designer.canvas.focus();
  await page.keyboard.press('Control+c');
  await page.getByRole('radio', { name: 'Translations' }).click();
  await expect(texts.grid).toBeVisible();
  for (const key of ['Control+d', 'Control+a', 'Delete', 'Control+x', 'Control+v', 'n', 'f', 'r', 'o']) await page.keyboard.press(key);
  await page.getByRole('radio', { name: 'Design' }).click();
  await expect(designer.field('Question')).toHaveValue('Where to?');
  await expect(designer.cards()).toHaveCount(4);
  await expect(page.getByRole('tree', { name: 'Outline' })).toHaveCount(0);

  // A smaller window keeps the view. On a phone what is told of the text is folded away, for more of the table.
  await page.getByRole('radio', { name: 'Translations' }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('radio', { name: 'Translations' })).toBeChecked();
  const heightOf = async () => (await texts.grid.boundingBox())?.height ?? 0;
  const before = await heightOf();
  await texts.detail.getByRole('button', { expanded: true }).click();
  await expect(texts.detail.getByRole('heading', { name: /^Original/ })).toHaveCount(0);
  expect(await heightOf()).toBeGreaterThan(before + 100);
  expect(await accessibility(page)).toEqual([]);
  await texts.detail.getByRole('button', { expanded: false }).click();
  await expect(texts.detail.getByRole('heading', { name: /^Original/ })).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByRole('radio', { name: 'Translations' })).toBeChecked();

  // What is chosen by name brings the canvas back, so that it is seen.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('duplicate');
  await page.keyboard.press('Enter');
  await expect(designer.cards()).toHaveCount(5);
  await expect(designer.card('Ask').nth(1)).toBeVisible();
});
