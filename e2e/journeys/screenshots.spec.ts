import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { signIn } from '../api.ts';
import { makeBot, publishBot, smallFlow } from '../bots.ts';
import { Chat } from '../pages/chat.ts';
import { botAction, botRow, openBots, serverUrl } from '../pages/studio.ts';
import { removeData, root, startServer } from '../stack.ts';
import type { Server } from '../stack.ts';

/**
 * The README's pictures. With PARLEY_SCREENSHOTS=1 they are made on a server of their own, where nobody else's bots stand, and kept in the
 * project; else on the journeys' server and aside, so that a test run changes nothing.
 */
const kept = process.env['PARLEY_SCREENSHOTS'] === '1';
const folder = path.join(root, kept ? 'docs/screenshots' : '.cache/screenshots');
/** A picture of the README is no larger than this. */
const mostBytes = 250_000;

let own: Server | undefined;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  mkdirSync(folder, { recursive: true });
  if (kept) own = await startServer({ env: { PARLEY_DEMO: '1' } });
});
test.afterAll(async () => {
  await own?.stop();
  if (own) removeData(own);
});

async function picture(page: Page, name: string): Promise<void> {
  // Away from everything that lights up under the pointer.
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  expect(statSync(file).size, `${name} is small enough for a README`).toBeLessThan(mostBytes);
}

for (const scheme of ['light', 'dark'] as const) {
  test(`what the README shows, ${scheme}`, async ({ browser }) => {
    const url = own?.url ?? serverUrl();
    const api = await signIn(url);
    const pool = await makeBot(api, `Harbour Pool ${scheme}`, smallFlow({ greeting: 'Welcome to Harbour Pool.', question: 'What is your name?', thanks: 'See you at the pool, {{answer}}!' }));

    const phone = await browser.newContext({ colorScheme: scheme, viewport: { width: 390, height: 780 } });
    const chatPage = await phone.newPage();
    await chatPage.goto(`${url}/chat/demo`);
    const chat = new Chat(chatPage);
    await chat.hears(/language/i);
    await chat.tap('English');
    await chat.tap('Full wash');
    await chat.hears(/When would you like to come/);
    // On a Monday, “monday” could be two days.
    const day = new Date(Date.now() + 3 * 86_400_000);
    if (day.getUTCDay() === 0) day.setUTCDate(day.getUTCDate() + 1);
    await chat.say(`${new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(day)} at ten`);
    // The slot may be somebody's already: then others are offered, which is as good a picture.
    await expect(chatPage.getByRole('group').getByRole('button').first()).toBeVisible();
    await picture(chatPage, `chat-${scheme}`);

    const context = await browser.newContext({ colorScheme: scheme, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await openBots(page, url);
    await expect(botRow(page, 'Sparkle Car Wash')).toBeVisible();
    await picture(page, `bots-${scheme}`);

    await botAction(page, 'Sparkle Car Wash', 'Conversations');
    await page.getByRole('region', { name: 'List of conversations' }).getByRole('button', { name: /Visitor/ }).first().click();
    await expect(page.getByRole('complementary').getByRole('img', { name: 'Path' })).toBeVisible();
    await picture(page, `conversation-${scheme}`);

    await page.goto(`${url}/bots`);
    await page.getByRole('link', { name: 'Sparkle Car Wash', exact: true }).click();
    await expect(page.locator('.react-flow__node').first()).toBeVisible();
    await expect(page.getByText(/^Checked \d+ nodes/).first()).toBeVisible();
    // The pointer still is where the link was, now over an edge.
    await page.mouse.move(450, 25);
    await picture(page, `designer-${scheme}`);

    await publishBot(api, pool);
    const { revision, flow } = await api.get<{ revision: number; flow: Record<string, unknown> }>(`/api/v1/flows/${pool.flowId}/draft`);
    await api.put(`/api/v1/flows/${pool.flowId}/draft`, { revision, flow: { ...flow, nodes: smallFlow({ greeting: 'Welcome to Harbour Pool. The water has 27 degrees today.', question: 'When would you like to come?', thanks: 'See you {{answer}}!' })['nodes'] } });
    await page.goto(`${url}/bots`);
    await page.getByRole('link', { name: `Harbour Pool ${scheme}`, exact: true }).click();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(page.getByRole('dialog').getByText('Nobody can get stuck')).toBeVisible();
    await expect(page.getByRole('dialog').getByText('The water has 27 degrees today.').first()).toBeVisible();
    await picture(page, `publish-${scheme}`);
    await context.close();
    await phone.close();
  });
}
