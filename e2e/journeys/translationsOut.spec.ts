import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { signIn } from '../api.ts';
import { makeBot, smallFlow } from '../bots.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';
import { Texts } from '../pages/texts.ts';

/* Texts go out to a translation tool and come back, and are looked at in languages that nobody speaks. */

test('an author sends texts out as XLIFF and takes them in again, hears the bot in a pseudo-language, and sees it read from right to left', async ({ page }) => {
  const api = await signIn(serverUrl());
  const bot = await makeBot(api, 'Ferry', smallFlow({ greeting: 'Welcome aboard.', question: 'Where to?', thanks: 'To {{answer}} then, see https://example.org/piers.', languages: ['en', 'de'] }));
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  await page.getByRole('radio', { name: 'Translations' }).click();
  const texts = new Texts(page);

  // Out: every text once, its variables out of a translator's reach.
  const [download] = await Promise.all([page.waitForEvent('download'), texts.file('Save as XLIFF: Deutsch')]);
  expect(download.suggestedFilename()).toMatch(/^ferry.*\.de\.xlf$/);
  const out = await readFile(await download.path(), 'utf8');
  expect(out.match(/<trans-unit /g)).toHaveLength(6);
  expect(out).toContain('<source>To <ph id="1">{{answer}}</ph> then, see https://example.org/piers.</source>');

  // Meanwhile somebody words the question otherwise.
  await api.post(`/api/v1/flows/${bot.flowId}/ops`, { id: 'wordedAnew', gesture: 'Words', ops: [{ op: 'set', path: ['nodes', 'question', 'data', 'question'], base: 'Where to?', value: 'Where are you going?' }] });
  await expect(texts.row('Where are you going?')).toBeVisible();

  // Back in, as the tool writes it, which knows a placeholder by its number only: what fits the drawing of today is taken, the rest is told.
  const translated: Record<string, string> = { 'main:greeting/text': 'Willkommen an Bord.', 'main:question/question': 'Wohin?', 'main:thanks/text': 'Nach <x id="1"/>, siehe https://example.org/piers.' };
  const back = Object.entries(translated).reduce((file, [id, said]) => file.replace(new RegExp(`(id="${id}"[\\s\\S]*?)<target state="needs-translation"></target>`), `$1<target state="translated">${said}</target>`), out)
    .replace('    </body>', '      <trans-unit id="main:gone/text"><source>Gone</source><target>Weg</target></trans-unit>\n    </body>');
  await texts.file('Import a file');
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles({ name: 'ferry.de.xlf', mimeType: 'application/xliff+xml', buffer: Buffer.from(back) });
  await expect(dialog.getByRole('radio', { name: 'Refused 2' })).toBeChecked();
  await expect(dialog.getByText('The original has changed since the file was made.')).toBeVisible();
  await expect(dialog.getByText('This bot has no text with the id main:gone/text.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Take over 2' }).click();
  await expect(texts.cell('Welcome aboard.', 0)).toContainText('Willkommen an Bord.');
  await expect(texts.cell('then, see', 0)).toContainText('Nach answer, siehe https://example.org/piers.');
  await expect(texts.cell('Where are you going?', 0)).toHaveAttribute('data-missing', 'true');

  // A column of a pseudo-language shows what is no text of the table; whoever talks to the bot hears all of it so.
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Pseudo-language' }).click();
  await expect(texts.cell('Welcome aboard.', 0)).toHaveText('[Ŵééļçööɱéé ááƀööááŕð.]');
  await expect(texts.cell('then, see', 0)).toContainText(/ answer .*https:\/\/example\.org\/piers/);
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Right to left' }).click();
  await expect(texts.cell('Welcome aboard.', 0)).toHaveAttribute('dir', 'rtl');
  await texts.grid.getByRole('columnheader', { name: /Right to left/ }).getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: /^Talk to the bot/ }).click();
  const { simulator } = designer;
  await simulator.getByRole('button', { name: 'Start', exact: true }).click();
  const question = simulator.getByText(/going/);
  await expect(question).toContainText('\u202egoing\u202c');
  await expect(question).toHaveCSS('direction', 'rtl');
  await expect(simulator.getByRole('textbox', { name: 'Message' })).toHaveCSS('direction', 'rtl');

  // The other one is chosen as contacts choose a language; nothing of either is kept.
  await simulator.getByRole('button', { name: 'What people can do at any time' }).click();
  await page.getByRole('menuitemradio', { name: /Pseudo-Accents/ }).click();
  await expect(simulator.getByText('[Ŵĥéŕéé ááŕéé ýööûû ĝööîîñĝ?]')).toBeVisible();
  await expect(simulator.getByRole('textbox', { name: 'Message' })).toHaveCSS('direction', 'ltr');
  const { flow } = await api.get<{ flow: { languages: string[]; translations: Record<string, Record<string, { text: string }>> } }>(`/api/v1/flows/${bot.flowId}/draft`);
  expect([flow.languages, Object.keys(flow.translations), Object.keys(flow.translations['de'] ?? {}).toSorted()]).toEqual([['en', 'de'], ['de'], ['greeting/text', 'thanks/text']]);
});
