import { expect, test } from '@playwright/test';
import { signIn } from '../api.ts';
import { draw, makeBot, publishBot, smallFlow } from '../bots.ts';
import { Chat } from '../pages/chat.ts';
import { botAction, openBots, serverUrl } from '../pages/studio.ts';

const version = (no: number) => smallFlow({ greeting: `Welcome to version ${no}.`, question: 'What brings you here?', thanks: `Version ${no} heard: {{answer}}` });

test('publishing from the designer, and going back while somebody is mid-conversation', async ({ page, browser }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const bot = await makeBot(api, 'Roll back', version(1));
  await publishBot(api, bot);
  await draw(api, bot, version(2));

  await openBots(page, url);
  await page.getByRole('link', { name: 'Roll back', exact: true }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Nobody can get stuck')).toBeVisible();
  await expect(dialog.getByText('Welcome to version 2.', { exact: true })).toBeVisible();
  await dialog.getByLabel(/What changed/).fill('A new welcome');
  await dialog.getByRole('button', { name: /Publish v2/ }).click();
  await expect(page.getByText('v2 is live', { exact: true })).toBeVisible();

  // A is in the middle of version 2.
  const visitorA = await browser.newContext();
  const pageA = await visitorA.newPage();
  await pageA.goto(`${url}/chat/${bot.slug}`);
  const chatA = new Chat(pageA);
  await chatA.hears('Welcome to version 2.');
  await chatA.hears('What brings you here?');

  // Whoever draws sees where people are.
  await page.reload();
  await expect(page.getByRole('application', { name: 'Canvas' }).getByRole('group', { name: 'Ask, 2 ways out, 1 person waits here now' })).toBeVisible();

  await page.goto(`${url}/bots`);
  await botAction(page, 'Roll back', 'Versions');
  const rows = page.getByRole('list', { name: 'Versions' }).getByRole('listitem');
  await expect(rows.filter({ hasText: 'v2' })).toContainText('1 open conversation');
  await rows.filter({ hasText: 'v1' }).getByRole('button').click();
  await page.getByRole('button', { name: 'Go back to v1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Go back to v1' }).click();
  await expect(page.getByText('v1 is live again')).toBeVisible();

  // Somebody new starts on version 1; A finishes on version 2.
  const visitorB = await browser.newContext();
  const pageB = await visitorB.newPage();
  await pageB.goto(`${url}/chat/${bot.slug}`);
  await new Chat(pageB).hears('Welcome to version 1.');
  await chatA.say('Curiosity');
  await chatA.hears('Version 2 heard: Curiosity');

  await expect(rows.filter({ hasText: 'v1' })).toContainText('1 open conversation');
  await expect(rows.filter({ hasText: 'v2' })).toContainText('No open conversations');
  await visitorA.close();
  await visitorB.close();
});
