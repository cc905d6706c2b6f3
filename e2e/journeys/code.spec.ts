import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { signIn } from '../api.ts';
import { makeBot, smallFlow } from '../bots.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

/** A line of an editor, as it is drawn: with spaces that do not break. */
const line = (editor: Locator, text: string): Locator => editor.locator('.view-line').filter({ hasText: new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(' ', '\\s')) }).first();

/** Pastes over everything in an editor; typed letter by letter it would close brackets by itself. */
async function pasteOver(page: Page, editor: Locator, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await editor.locator('.view-line').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
}

test('a drawing is read as code, changed as JSON and taken along as a project and a picture', async ({ page, context }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const bot = await makeBot(api, 'Read as code', smallFlow({ greeting: 'Hello.', question: 'Who are you?', thanks: 'Bye, {{answer}}.' }));
  await api.post(`/api/v1/bots/${bot.id}/flows`, { name: 'Booking' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
  await page.setViewportSize({ width: 1440, height: 900 });
  const broken: string[] = [];
  page.on('pageerror', ({ message }) => broken.push(message));
  await signInAt(page, url);
  const designer = await Designer.open(page, url, bot);
  const view = page.getByRole('region', { name: 'FSM code' });
  const editor = view.locator('.monaco-editor').first();

  await test.step('a node shows its state, and a state its node, in whichever flow it is', async () => {
    await page.getByRole('radiogroup', { name: 'Views' }).getByRole('radio', { name: 'Code' }).click();
    await designer.choose('Ask');
    await expect(line(editor, 'id: "'.concat(bot.flowId, ':question"'))).toBeVisible();
    // At its beginning: the middle of a long line may lie behind the canvas.
    await line(editor, ':greeting"').click({ position: { x: 60, y: 9 } });
    await expect(designer.inspector.getByLabel('Title')).toHaveValue('Message');
    // The keyboard walks through the code, and the canvas with it.
    for (let presses = 0; presses < 30 && (await designer.inspector.getByLabel('Title').inputValue()) === 'Message'; presses += 1) await page.keyboard.press('ArrowDown');
    await expect(designer.inspector.getByLabel('Title')).toHaveValue('Ask');
    // Found by its search, in the other flow.
    await page.keyboard.press('Control+f');
    await page.keyboard.type('// Booking');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('heading', { level: 1, name: 'Booking' })).toBeVisible();
    await expect(line(editor, '// Booking')).toBeVisible();
    expect(await accessibility(page, { what: 'code' })).toEqual([]);
    await line(editor, '// Booking').click();
    await page.goBack();
    await expect(designer.card('Ask')).toBeVisible();
  });

  await test.step('the schema explains JSON and completes it, in the first editor as in every later one', async () => {
    await view.getByRole('radio', { name: 'JSON' }).click();
    const json = view.locator('.monaco-editor').first();
    for (const editorNo of [1, 2]) {
      await designer.goTo('Ask');
      const explained = page.locator('.monaco-hover').filter({ hasText: 'May hold {{ expressions }}. In the bot’s first language' });
      // A pointer that rests while the schema is still on its way is told nothing: people move it again.
      await expect.poll(async () => {
        await line(json, '"question":').hover({ position: { x: 40, y: 9 } });
        await line(json, '"question":').hover({ position: { x: 60, y: 9 } });
        return explained.waitFor({ timeout: 2_000 }).then(() => 'explained', () => 'nothing');
      }, { message: `editor ${editorNo}` }).toBe('explained');

      await line(json, '"question":').click();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+Space');
      await expect(page.getByRole('option', { name: /^maxLength/ }), `editor ${editorNo}`).toBeVisible();
      await expect(page.getByRole('option', { name: /^(question|text)/ })).toHaveCount(0);
      await page.keyboard.type('"maxL');
      await expect(page.locator('.suggest-details')).toContainText('Letters. Counts only while “expects” is text.');
      await page.keyboard.press('Enter');
      await expect(line(json, '"maxLength": 0,')).toBeVisible();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.keyboard.type('"footer": "two words",');
      await expect(line(json, '"footer"')).toHaveText('"footer": "two words",');

      await line(json, '"expects":').click();
      await page.keyboard.press('End');
      for (const _ of '"text",') await page.keyboard.press('Backspace');
      await page.keyboard.press('Control+Space');
      await page.getByRole('option', { name: /^"phone"/ }).click();
      await expect(line(json, '"expects": "phone"')).toBeVisible();
      await view.getByRole('button', { name: 'Discard' }).click();
      await designer.choose('Message');
      await expect(line(json, '"text": "Hello."')).toBeVisible();
    }
  });

  await test.step('JSON that is wrong stays a draft, right JSON becomes one edit', async () => {
    const json = view.locator('.monaco-editor').first();
    await expect(view.getByRole('status')).toContainText('As it is drawn.');
    await pasteOver(page, json, '{ "type": "message", "x": 300, "y": 80 "data": {} }');
    await expect(view.getByRole('status')).toContainText('Line 1: a comma');
    await expect(view.getByRole('button', { name: 'Apply' })).toBeDisabled();
    await designer.choose('Ask');
    await expect(line(json, '"question": "Who are you?"')).toBeVisible();
    await view.getByRole('button', { name: '1 not applied' }).click();
    await page.getByRole('menuitem', { name: 'Message' }).click();
    await expect(line(json, '"y": 80 "data"')).toBeVisible();
    await pasteOver(page, json, '{ "type": "message", "x": 300, "y": 80, "data": { "kind": "text", "text": "Welcome!", "txt": 1 } }');
    await expect(view.getByRole('status')).toContainText('data.txt: There is no such field');
    expect(await accessibility(page, { what: 'JSON' })).toEqual([]);
    await pasteOver(page, json, '{ "type": "message", "title": "Greeting", "x": 300, "y": 80, "data": { "kind": "text", "text": "Welcome!" } }');
    await expect(view.getByRole('status')).toContainText('not in the drawing yet');
    await page.keyboard.press('Control+s');
    await expect(designer.card('Greeting')).toContainText('Welcome!');
    await designer.saved();
    await page.getByRole('button', { name: 'Undo: Edit Message as JSON' }).click();
    await expect(designer.card('Message')).toContainText('Hello.');
    await expect(line(json, '"text": "Hello."')).toBeVisible();
  });

  await test.step('it is taken along as a project and as a picture', async () => {
    await designer.saved();
    const saved = async (press: () => Promise<void>): Promise<{ name: string; content: Buffer }> => {
      const [download] = await Promise.all([page.waitForEvent('download'), press()]);
      return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
    };
    await view.getByRole('button', { name: 'Download' }).click();
    const project = await saved(() => page.getByRole('menuitem', { name: 'Download as a project' }).click());
    expect(project.name).toBe('read-as-code-draft.zip');
    expect(project.content.toString('latin1')).toContain('read-as-code-draft/machine.ts');

    await page.keyboard.press('Control+k');
    await page.keyboard.type('Export the diagram');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Export the diagram' });
    await expect(dialog.getByRole('img')).toBeVisible();
    expect(await accessibility(page, { what: 'diagram' })).toEqual([]);
    const svg = await saved(() => dialog.getByRole('button', { name: 'Download' }).click());
    expect(svg.name).toBe('Read-as-code.svg');
    expect(svg.content.toString('utf8')).toMatch(/^<svg [^]*Who are you\?[^]*@font-face|^<svg [^]*@font-face[^]*Who are you\?/);

    await view.getByRole('button', { name: 'Download' }).click();
    await page.getByRole('menuitem', { name: 'Export the diagram' }).click();
    await dialog.getByRole('radio', { name: 'PNG' }).click();
    await expect(dialog.getByRole('status')).toContainText('pixels');
    const png = await saved(() => dialog.getByRole('button', { name: 'Download' }).click());
    expect(png.content.subarray(1, 4).toString('latin1')).toBe('PNG');

    await view.getByRole('button', { name: 'Download' }).click();
    await page.getByRole('menuitem', { name: 'Export the diagram' }).click();
    await dialog.getByRole('radio', { name: 'Mermaid' }).click();
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^flowchart LR\n/);
  });
  expect(broken).toEqual([]);
});
