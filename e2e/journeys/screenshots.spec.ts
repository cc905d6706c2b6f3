import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { signIn } from '../api.ts';
import { makeBot, smallFlow } from '../bots.ts';
import { Chat } from '../pages/chat.ts';
import { botAction, botRow, serverUrl, signInAt } from '../pages/studio.ts';
import { root } from '../stack.ts';

/** The README's pictures; kept in the project only when PARLEY_SCREENSHOTS=1 asks for it, so that a test run changes nothing. */
const folder = process.env['PARLEY_SCREENSHOTS'] === '1' ? path.join(root, 'docs/screenshots') : path.join(root, '.cache/screenshots');

test.beforeAll(() => {
  mkdirSync(folder, { recursive: true });
});

for (const scheme of ['light', 'dark'] as const) {
  test(`the pictures of the README, ${scheme}`, async ({ browser }) => {
    const url = serverUrl();
    const shot = (name: string) => ({ path: path.join(folder, `${name}-${scheme}.png`), animations: 'disabled' as const });

    const phone = await browser.newContext({ colorScheme: scheme, viewport: { width: 390, height: 780 } });
    const chatPage = await phone.newPage();
    await chatPage.goto(`${url}/chat/demo`);
    const chat = new Chat(chatPage);
    await chat.hears(/language/i);
    await chat.tap('English');
    await expect(chatPage.getByRole('button', { name: /Full wash/ })).toBeVisible();
    await chatPage.screenshot(shot('chat'));

    const context = await browser.newContext({ colorScheme: scheme, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await signInAt(page, url);
    await expect(botRow(page, 'Sparkle Car Wash')).toBeVisible();
    await page.screenshot(shot('bots'));

    await botAction(page, 'Sparkle Car Wash', 'Conversations');
    await page.getByRole('region', { name: 'List of conversations' }).getByRole('button').filter({ hasText: 'Visitor' }).first().click();
    await expect(page.getByRole('complementary').getByRole('img', { name: 'Path' })).toBeVisible();
    await page.screenshot(shot('conversation'));

    await page.goto(`${url}/bots`);
    await page.getByRole('link', { name: 'Sparkle Car Wash', exact: true }).click();
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    await expect(page.getByText(/^Checked \d+ nodes/).first()).toBeVisible();
    await page.screenshot(shot('designer'));

    const api = await signIn(url);
    await makeBot(api, `Pool ${scheme}`, smallFlow({ greeting: 'Welcome to Harbour Pool.', question: 'When would you like to come?', thanks: 'See you then: {{answer}}' }));
    await page.goto(`${url}/bots`);
    await page.getByRole('link', { name: `Pool ${scheme}`, exact: true }).click();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(page.getByRole('dialog').getByText('Nobody can get stuck')).toBeVisible();
    await page.screenshot(shot('publish'));
    await context.close();
    await phone.close();
  });
}
