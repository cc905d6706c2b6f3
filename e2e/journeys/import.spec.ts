import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { signIn } from '../api.ts';
import { makeBot, smallFlow } from '../bots.ts';
import { Designer } from '../pages/designer.ts';
import { accessibility } from '../pages/accessibility.ts';
import { botAction, botRow, openBots, serverUrl, signInAt } from '../pages/studio.ts';

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

/** A file as it is dragged out of a folder; a number is that many megabytes of nothing. */
function dragged(page: Page, name: string, inside: string | number) {
  return page.evaluateHandle(([called, what]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([typeof what === 'number' ? new Uint8Array(what * 1_000_000) : what], called, { type: 'application/json' }));
    return transfer;
  }, [name, inside] as const);
}

/** Drops a file on the page. */
async function dropFile(page: Page, name: string, inside: string | number): Promise<void> {
  const files = await dragged(page, name, inside);
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
  await dropFile(page, 'film.json', 50);
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('film.json has 50 MB; at most 20 MB are taken. Nothing was made.');
  expect(answers).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
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

test('a file that is dropped on a drawing says what becomes of it, or why it cannot come, before anything changes', async ({ page }) => {
  const api = await signIn(serverUrl());
  const bot = await makeBot(api, 'Open work', smallFlow({ greeting: 'Hello.', question: 'Which car?', thanks: 'Thank you: {{answer}}' }));
  const draft = () => api.get<{ revision: number }>(`/api/v1/flows/${bot.flowId}/draft`);
  const before = await draft();
  await page.addInitScript(() => {
    const read = Blob.prototype.text;
    Blob.prototype.text = function text() { document.documentElement.dataset['read'] = 'yes'; return read.call(this); };
  });
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  const dialog = page.getByRole('dialog');
  const drop = async (name: string, inside: string | number): Promise<void> => {
    const ground = await designer.canvas.boundingBox();
    await designer.canvas.locator('.react-flow__pane').dispatchEvent('drop', { dataTransfer: await dragged(page, name, inside), clientX: (ground?.x ?? 0) + 300, clientY: (ground?.y ?? 0) + 300 });
  };
  const refused = async (name: string, inside: string | number, why: string): Promise<void> => {
    await drop(name, inside);
    await expect(dialog.getByRole('alert')).toContainText(`${name} could not be imported`);
    await expect(dialog.getByRole('alert')).toContainText(why);
    await expect(dialog).toContainText('Nothing on this drawing was changed.');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(dialog).toBeHidden();
  };

  await refused('film.json', 50, 'film.json has 50 MB; at most 20 MB are taken.');
  expect(await page.locator('html').getAttribute('data-read'), 'it is not even read').toBeNull();
  await refused('tomorrow.json', JSON.stringify({ format: 'parley-bot', schema: 99, name: 'Tomorrow', main: 'main', flows: {}, tests: [], credentials: [], media: [] }), 'made by a newer Parley (schema 99');
  await refused('broken.json', '{\n  "groups": ]', 'line 2, column 13');

  // Two flows that call each other, and a label that would be a script if texts were markup.
  const script = '<script>document.body.dataset.ran = "yes"</script>';
  const flow = smallFlow({ greeting: script, question: 'Which car?', thanks: 'Bye' });
  const calling = (id: string) => ({ ...flow, kind: 'subflow', variables: {}, nodes: { start: { type: 'start', x: 0, y: 0, data: { openings: {} } }, call: { type: 'subflow', x: 300, y: 0, data: { flow: id, args: {}, results: {} } } }, edges: { e: { from: 'start', exit: 'next', to: 'call' } } });
  const nodes = { start: { type: 'start', x: 0, y: 0, data: { openings: {} } }, say: { type: 'message', x: 300, y: 0, data: { kind: 'text', text: script } }, call: { type: 'subflow', title: 'Round', x: 600, y: 0, data: { flow: 'ping', args: {}, results: {} } } };
  const main = { ...flow, variables: {}, nodes, edges: { a: { from: 'start', exit: 'next', to: 'say' }, b: { from: 'say', exit: 'next', to: 'call' } } };
  const circle = JSON.stringify({ format: 'parley-bot', schema: 1, name: 'Round and round', main: 'main', flows: { main: { name: 'Main', flow: main }, ping: { name: 'Ping', flow: calling('pong') }, pong: { name: 'Pong', flow: calling('ping') } }, tests: [], credentials: [], media: [] });
  await drop('circle.json', circle);
  await expect(dialog.getByRole('heading', { name: 'Put Round and round on this drawing' })).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'What becomes of the file' })).toContainText('Flows that call each other');
  await expect(dialog).toContainText('Ping → Pong → Ping');
  await expect(dialog).toContainText('Text with markup');
  expect(await accessibleAnywhere(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(designer.cards()).toHaveCount(4);
  expect(await draft()).toEqual(before);

  await drop('circle.json', circle);
  await dialog.getByRole('button', { name: 'Put it here' }).click();
  await expect(designer.cards()).toHaveCount(6);
  await expect(designer.canvas).toContainText(script);
  await expect(designer.issues.getByText(/calls a flow that comes back to calling this one/i).first()).toBeVisible();
  expect(await page.locator('body').getAttribute('data-ran')).toBeNull();
});
