import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { ApiRefusal, signIn } from '../api.ts';
import type { Api } from '../api.ts';
import { makeBot, publishBot, smallFlow } from '../bots.ts';
import { botRow, serverUrl } from '../pages/studio.ts';

const password = 'a password of theirs';

/** The link of an invitation, at the server under test. */
function invitationAt(server: string, link: string): string {
  const { pathname, hash } = new URL(link);
  return `${server}${pathname}${hash}`;
}

/** The owner invites somebody; they follow the link, choose a password and are in. */
async function join(owner: Api, browser: Browser, who: { name: string; access: string }): Promise<{ page: Page; api: Api }> {
  const email = `${who.name.toLowerCase().replaceAll(' ', '.')}@example.org`;
  const { url } = await owner.post<{ url: string }>('/api/v1/accounts', { ...who, email });
  const page = await (await browser.newContext()).newPage();
  await page.goto(invitationAt(owner.url, url));
  await expect(page.getByRole('heading', { name: 'Join the team' })).toBeVisible();
  await page.getByLabel('Your name').fill(who.name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { name: 'Bots', level: 1 })).toBeVisible();
  return { page, api: await signIn(owner.url, { email, password }) };
}

/** What the API says to somebody who may not. */
async function refusal(request: Promise<unknown>): Promise<{ status: number; message: string }> {
  const error: unknown = await request.then(() => undefined, (thrown: unknown) => thrown);
  if (!(error instanceof ApiRefusal)) throw new Error('It was not refused.');
  return { status: error.status, message: (error.body as { error: { message: string } }).error.message };
}

test('an editor who is invited draws and publishes; an analyst reads, and is told so', async ({ browser }) => {
  const url = serverUrl();
  const owner = await signIn(url);
  const bot = await makeBot(owner, 'Shared bot', smallFlow({ greeting: 'Hello.', question: 'Who is there?', thanks: 'Hello, {{answer}}.' }));
  await publishBot(owner, bot);

  const editor = await join(owner, browser, { name: 'Edith Editor', access: 'editor' });
  await botRow(editor.page, 'Shared bot').getByRole('link').click();
  await expect(editor.page.getByRole('button', { name: 'Publish', exact: true })).toBeVisible();
  await publishBot(editor.api, bot);
  expect(await refusal(editor.api.post('/api/v1/accounts', { name: 'Eve', email: 'eve@example.org', access: 'owner' }))).toEqual({ status: 403, message: 'Your access (editor) does not include this.' });

  const analyst = await join(owner, browser, { name: 'Ann Analyst', access: 'analyst' });
  await expect(analyst.page.getByRole('button', { name: 'New bot' })).toHaveCount(0);
  await analyst.page.getByRole('button', { name: 'Actions for Shared bot' }).click();
  await expect(analyst.page.getByRole('menuitem', { name: 'Versions' })).toBeVisible();
  for (const name of ['Rename', 'Pause', 'Channels']) await expect(analyst.page.getByRole('menuitem', { name })).toHaveCount(0);
  await analyst.page.keyboard.press('Escape');
  await botRow(analyst.page, 'Shared bot').getByRole('link').click();
  await expect(analyst.page.getByText('Hello.', { exact: true }).first()).toBeVisible();
  await expect(analyst.page.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0);
  for (const request of [
    analyst.api.post(`/api/v1/flows/${bot.flowId}/publish`, { acceptWarnings: true }),
    analyst.api.put(`/api/v1/flows/${bot.flowId}/draft`, { revision: 0, flow: {} }),
    analyst.api.post('/api/v1/bots', { name: 'Mine' }),
  ]) expect(await refusal(request)).toEqual({ status: 403, message: 'Your access (analyst) does not include this.' });

  await editor.page.context().close();
  await analyst.page.context().close();
});

test('an invitation works once', async ({ browser, page }) => {
  const owner = await signIn(serverUrl());
  const { url } = await owner.post<{ url: string }>('/api/v1/accounts', { name: 'Once', email: 'once@example.org', access: 'analyst' });
  const use = async (at: Page) => {
    await at.goto(invitationAt(owner.url, url));
    await at.getByLabel('Your name').fill('Once Only');
    await at.getByLabel('Password', { exact: true }).fill(password);
    await at.getByRole('button', { name: 'Join' }).click();
  };
  await use(page);
  await expect(page.getByRole('heading', { name: 'Bots', level: 1 })).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await use(other);
  await expect(other.getByRole('alert')).toBeVisible();
  await other.context().close();
});
