import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Flow } from '@parley/shared/flow/document';
import { signIn } from '../api.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

/** Pastes a program over what stands in an editor; typed letter by letter it would close brackets by itself. */
async function paste(page: Page, editor: Locator, program: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), program);
  await editor.locator('.view-line').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
}

test('an author writes a program with the types of the flow’s variables and tries it: result, way out, errors with their line, and a server out of reach', async ({ page, context }) => {
  const api = await signIn(serverUrl());
  const bot = await api.post<{ id: string; flowId: string }>('/api/v1/bots', { name: 'Prices' });
  const { revision, flow } = await api.get<{ revision: number; flow: Flow }>(`/api/v1/flows/${bot.flowId}/draft`);
  flow.variables = { cars: { name: 'cars', type: { kind: 'number' }, order: 1 }, extras: { name: 'extras', type: { kind: 'list', of: { kind: 'text' } }, order: 2 } };
  await api.put(`/api/v1/flows/${bot.flowId}/draft`, { revision, flow });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: serverUrl() });
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  const { inspector } = designer;
  const panel = page.getByRole('dialog', { name: 'Try the program' });
  const editor = panel.locator('.monaco-editor').first();

  await designer.card('Start').getByRole('heading').click();
  await designer.add('Code');
  await expect(inspector.locator('.monaco-editor .view-line').first()).toBeVisible();
  await inspector.getByRole('group', { name: 'Input' }).getByLabel('Name', { exact: true }).fill('cars');
  await inspector.getByRole('group', { name: 'Input' }).getByLabel('Value', { exact: true }).fill('cars * 2');
  await page.keyboard.press('Escape');
  await designer.saved();

  // A program as it comes has no mistake, and knows what goes in.
  await inspector.getByRole('button', { name: 'Try it' }).click();
  await paste(page, editor, 'export default function (input: Input): Result {\n  const twice: number = input.cars;\n  return "It is " + twice;\n}\n');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('input.');
  await expect(page.locator('.suggest-widget').getByRole('option', { name: /^cars/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(editor.locator('.view-lines')).toContainText('input.cars');
  await page.keyboard.type('.trim();');
  await expect(editor.locator('.squiggly-error')).not.toHaveCount(0);
  await paste(page, editor, 'export default function (input: Input): Result {\n  const twice: number = input.cars;\n  console.log("tried");\n  return "It is " + twice;\n}\n');
  await expect(editor.locator('.squiggly-error')).toHaveCount(0);

  // Tried with a value of its type, it gives its result and says which way out it takes.
  await expect(panel.getByLabel('cars')).toHaveValue('3');
  await panel.getByRole('button', { name: 'Run' }).click();
  await expect(panel.getByText('Takes “Done”: Leads nowhere')).toBeVisible();
  await expect(panel.getByLabel('Result')).toHaveText('"It is 3"');
  await expect(panel.getByText('tried', { exact: true })).toBeVisible();
  await expect(panel.getByText(/^[\d.,]+ m?s$/)).toBeVisible();
  expect(await accessibility(page, { within: '[role="dialog"]' })).toEqual([]);

  await panel.getByLabel('cars').fill('four');
  await expect(panel.getByText('That is no number.')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Run' })).toBeDisabled();
  await panel.getByLabel('cars').fill('4');
  await panel.getByLabel('cars').press('Enter');
  await expect(panel.getByLabel('Result')).toHaveText('"It is 4"');

  // A result of another type takes the other way, as people would.
  await paste(page, editor, 'export default function (input: Input): any {\n  return input.cars;\n}\n');
  await panel.getByRole('button', { name: 'Run' }).click();
  await expect(panel.getByText('Takes “Failed”: Error text (settings)')).toBeVisible();
  await expect(panel.getByText('The result has another type. It should be: text.')).toBeVisible();

  await paste(page, editor, 'export default function (input: Input): Result {\n  const car = "none";\n  throw new Error("no " + car);\n}\n');
  await panel.getByRole('button', { name: 'Run' }).click();
  await expect(panel.getByText('Line 3: Error: no none')).toBeVisible();

  await paste(page, editor, 'export default function (input: Input): Result {\n  const car = ;\n  return "";\n}\n');
  await panel.getByRole('button', { name: 'Run' }).click();
  await expect(panel.getByText(/^Line 2: /)).toBeVisible();

  await paste(page, editor, 'export default function (input: Input): Result {\n  for (;;);\n}\n');
  await panel.getByRole('button', { name: 'Run' }).click();
  await expect(panel.getByText('The code ran longer than 1,000 ms.')).toBeVisible();

  // A program that never ran did not fail.
  await page.route('**/api/v1/sandbox/run', (route) => route.abort());
  await panel.getByRole('button', { name: 'Run' }).click();
  await expect(panel.getByText('The server could not be reached, so the program was not run.')).toBeVisible();
  await expect(panel.getByText('Takes “Failed”')).toBeHidden();
  await page.unroute('**/api/v1/sandbox/run');
  await paste(page, editor, 'export default function (input: Input): Result {\n  return "fine";\n}\n');
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(panel.getByLabel('Result')).toHaveText('"fine"');

  // What was written there is the node's program.
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(inspector.locator('.view-lines')).toContainText('"fine"');
  await expect(inspector.locator('.squiggly-error')).toHaveCount(0);
  await designer.saved();

  // One from before programs said their types gets them.
  await paste(page, inspector.locator('.monaco-editor').first(), 'export default function (input) {\n  return "It is " + input.cars;\n}\n');
  await inspector.getByRole('button', { name: 'Add its types' }).click();
  await expect(inspector.locator('.view-lines')).toContainText('input: Input');
  await expect(inspector.getByRole('button', { name: 'Add its types' })).toHaveCount(0);
  await designer.saved();
});
