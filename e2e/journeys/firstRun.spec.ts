import { expect, test } from '@playwright/test';
import { accessibility } from '../pages/accessibility.ts';
import { Chat } from '../pages/chat.ts';
import { botRow, openBots } from '../pages/studio.ts';
import { removeData, startServer } from '../stack.ts';
import type { Server } from '../stack.ts';

/** A newcomer's first minutes, on a server that nobody has used. */
test.describe.serial('the first run', () => {
  let server: Server;
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    server = await startServer({ env: { PARLEY_OWNER_EMAIL: '', PARLEY_OWNER_PASSWORD: '' } });
  });
  test.afterAll(async () => {
    await server.stop();
    removeData(server);
  });

  test('the owner makes an account, finds the demo, and chats with it', async ({ page, context }) => {
    await page.goto(server.url);
    await expect(page.getByRole('heading', { name: 'Make the owner’s account' })).toBeVisible();
    for (const scheme of ['light', 'dark'] as const) expect(await accessibility(page, { what: 'making the owner', scheme })).toEqual([]);

    await page.getByLabel('Your name').fill('Ada Owner');
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Make account' }).click();
    await expect(page.getByText('A password has at least 10 characters')).toBeVisible();
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await page.getByRole('button', { name: 'Make account' }).click();

    await expect(page.getByRole('heading', { name: 'Bots', level: 1 })).toBeVisible();
    await expect(botRow(page, 'Sparkle Car Wash').getByText('Live')).toBeVisible();

    const visitor = await context.newPage();
    await visitor.goto(`${server.url}/chat/demo`);
    const chat = new Chat(visitor);
    await chat.hears(/language/i);
    await chat.tap('English');
    await expect(visitor.getByRole('button', { name: /Full wash/ })).toBeVisible();
  });

  test('signing out and in again, with the wrong password first', async ({ page }) => {
    await openBots(page, server.url);
    await page.getByRole('button', { name: 'Signed in as Ada Owner' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    // Who is out stays out, whatever address is asked for.
    await page.goto(`${server.url}/conversations`);
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await page.getByRole('button', { name: 'Sign in' }).click();
    // Back where one wanted to go.
    await expect(page.getByRole('heading', { name: 'Conversations', level: 1 })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Conversations', level: 1 })).toBeVisible();
  });
});
