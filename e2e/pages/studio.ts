import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { owner } from '../stack.ts';

/** The address of the journeys' server. */
export function serverUrl(): string {
  const url = process.env['PARLEY_URL'];
  if (!url) throw new Error('PARLEY_URL is not set: journeys are run by `npm test -- journeys`.');
  return url;
}

/** Signs in, so that the next page that is opened is somebody's. Not by the form, which firstRun.spec.ts shows: each page loaded costs a second. */
export async function signInAt(page: Page, url: string, account: { email: string; password: string } = owner): Promise<void> {
  const answer = await page.request.post(`${url}/api/v1/auth/sign-in`, { data: { email: account.email, password: account.password } });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Signs in and stands on the bots page. */
export async function openBots(page: Page, url: string, account?: { email: string; password: string }): Promise<void> {
  await signInAt(page, url, account);
  await page.goto(`${url}/bots`);
  await expect(page.getByRole('heading', { name: 'Bots', level: 1 })).toBeVisible();
}

/** The row of a bot in the table of bots. */
export const botRow = (page: Page, name: string): Locator => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });

/** Chooses an entry of a bot's menu. */
export async function botAction(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}
