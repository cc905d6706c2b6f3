import { expect, test } from '@playwright/test';
import { signIn } from '../api.ts';
import { draw, makeBot, publishBot, smallFlow } from '../bots.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Chat } from '../pages/chat.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

const texts = { greeting: 'Good morning.', question: 'What is your name?', thanks: 'Pleased to meet you, {{answer}}.' };

test('what was published is chatted with at once: opened, or its link taken along', async ({ page, context }) => {
  const url = serverUrl();
  const bot = await makeBot(await signIn(url), 'Chat at once', smallFlow(texts));
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signInAt(page, url);
  await Designer.open(page, url, bot);
  const command = (name: string) => page.getByRole('dialog').getByRole('option', { name });

  // Before anything is live the way there says what is missing.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('open the chat');
  await expect(command('Open the chat')).toHaveAttribute('aria-disabled', 'true');
  await expect(command('Open the chat')).toContainText('Publish first');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Publish v1/ }).click();
  const live = page.getByRole('dialog').filter({ has: page.getByRole('heading', { name: 'v1 is live' }) });
  const open = live.getByRole('button', { name: 'Open the chat' });
  // The keyboard is where one goes on; Escape gives it back to where it came from.
  await expect(open).toBeFocused();
  for (const scheme of ['light', 'dark'] as const) expect(await accessibility(page, { what: 'published', scheme })).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(live).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeFocused();

  // What is live leads there at any time.
  await page.getByRole('button', { name: /^Live v1/ }).click();
  await live.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`${url}/chat/${bot.slug}`);
  const [tab] = await Promise.all([page.waitForEvent('popup'), open.click()]);
  await new Chat(tab).hears('What is your name?');

  await page.bringToFront();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('open the chat');
  const [second] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')]);
  await new Chat(second).hears('What is your name?');
});

test('with nothing to compare, the proof has the whole dialog', async ({ page }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const bot = await makeBot(api, 'Nothing to compare', smallFlow(texts));
  await signInAt(page, url);
  const dialog = page.getByRole('dialog');
  const share = async (): Promise<number> => {
    const [whole, proof] = [await dialog.boundingBox(), await dialog.getByRole('region', { name: 'Proof' }).boundingBox()];
    return Math.round(((proof?.width ?? 0) / (whole?.width ?? 1)) * 100) / 100;
  };
  const open = async (no: number): Promise<void> => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await Designer.open(page, url, bot);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(dialog.getByRole('button', { name: new RegExp(`^Publish v${no}`) })).toBeEnabled();
  };

  await open(1);
  await expect.poll(share).toBe(1);
  await expect(dialog.getByText('It goes live for the first time.')).toBeVisible();

  await publishBot(api, bot);
  await open(2);
  await expect(dialog.getByText('Nothing differs from what is live.')).toBeVisible();
  await expect.poll(share).toBe(1);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await accessibility(page, { within: '[role="dialog"]' })).toEqual([]);

  // With something to compare, both stand side by side.
  await draw(api, bot, smallFlow({ ...texts, greeting: 'Good evening.' }));
  await open(2);
  await expect(dialog.getByText('Good evening.', { exact: true })).toBeVisible();
  expect(await share()).toBeLessThan(0.5);
});

test('what is not translated is published when its author says so, knowing what people read instead', async ({ page }) => {
  const url = serverUrl();
  const bot = await makeBot(await signIn(url), 'Half translated', smallFlow({ ...texts, languages: ['en', 'fr'] }));
  await signInAt(page, url);
  const designer = await Designer.open(page, url, bot);
  const publish = page.getByRole('dialog').getByRole('button', { name: /^Publish v1/ });
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Errors must be mended first')).toBeVisible();
  await page.keyboard.press('Escape');

  const allowed = designer.inspector.getByRole('checkbox', { name: 'Publish with missing translations' });
  await expect(allowed).toHaveAccessibleDescription('Where one is missing, people read the text in English.');
  await allowed.check();
  await designer.saved();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) await box.check();
  await expect(publish).toBeVisible();
  await expect(page.getByText('Errors must be mended first')).toHaveCount(0);
});
