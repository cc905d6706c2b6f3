import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { signIn } from '../api.ts';
import { makeBot, smallFlow } from '../bots.ts';
import { accessibility } from '../pages/accessibility.ts';
import { botAction, botRow, openBots, serverUrl } from '../pages/studio.ts';

const sample = fileURLToPath(new URL('../../shared/exchange/samples/bikeWorkshop.typebot.json', import.meta.url));

/** What axe finds in the dialog as it is, in both colours and widths. */
async function accessibleAnywhere(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    found.push(...await accessibility(page, { what: `${width}` }));
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push(`${width}: the page is wider than the window`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}

/** Drops a file on the page, as from a folder. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(([called, inside]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([inside ?? ''], called ?? '', { type: 'application/json' }));
    return transfer;
  }, [name, text]);
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: files });
  await expect(page.getByText('Drop the file to import a bot')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: files });
}

test('a bot of another tool is imported: what became of it is told before it is opened', async ({ page }) => {
  await openBots(page, serverUrl());
  await page.getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog');
  expect(await accessibleAnywhere(page)).toEqual([]);
  await page.locator('input[type=file]').setInputFiles(sample);
  await expect(dialog.getByRole('heading', { name: 'Bike workshop is made' })).toBeVisible();
  const report = dialog.getByRole('region', { name: 'What became of the file' });
  await expect(report.getByText('Google Sheets')).toBeVisible();
  await expect(report.getByText('Image bubble')).toBeVisible();
  await report.locator('summary').click();
  await expect(report.getByText('Buttons input')).toBeVisible();
  expect(await accessibleAnywhere(page)).toEqual([]);
  await page.getByRole('button', { name: 'Open the designer' }).click();
  await expect(page.getByRole('button', { name: 'Publish' })).toBeVisible();
  await expect(page.getByText('Google Sheets was left out.', { exact: false }).first()).toBeVisible();
});

test('a file that cannot be read says where and makes nothing; another one can be dropped right away', async ({ page }) => {
  await openBots(page, serverUrl());
  // Other journeys make bots meanwhile: what this page made is counted.
  const answers: number[] = [];
  page.on('response', (response) => { if (response.url().endsWith('/api/v1/bots/import')) answers.push(response.status()); });
  await dropFile(page, 'broken.json', '{\n  "groups": ]');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText('broken.json could not be imported');
  await expect(dialog.getByRole('alert')).toContainText('line 2, column 13');
  expect(answers).toEqual([400]);
  expect(await accessibleAnywhere(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await dropFile(page, 'tea.json', readFileSync(fileURLToPath(new URL('../../shared/exchange/samples/teaShop.typebot.json', import.meta.url)), 'utf8'));
  await expect(dialog.getByRole('heading', { name: 'Tea shop is made' })).toBeVisible();
});

test('a bot is exported, duplicated, and made again from its file', async ({ page }) => {
  const api = await signIn(serverUrl());
  await makeBot(api, 'Car wash to take along', smallFlow({ greeting: 'Hello.', question: 'Which car?', thanks: 'Thank you: {{answer}}' }));
  await openBots(page, serverUrl());
  const [download] = await Promise.all([page.waitForEvent('download'), botAction(page, 'Car wash to take along', 'Export')]);
  expect(download.suggestedFilename()).toBe('car-wash-to-take-along.parley.json');
  const file = readFileSync(await download.path(), 'utf8');
  await botAction(page, 'Car wash to take along', 'Duplicate');
  await expect(botRow(page, 'Car wash to take along (copy)')).toBeVisible();
  await dropFile(page, 'car.json', file.replace('"name":"Car wash to take along"', '"name":"Car wash again"'));
  await expect(page.getByRole('dialog').getByText('Everything is as it was.')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(botRow(page, 'Car wash again')).toBeVisible();
});
