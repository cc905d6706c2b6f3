import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Api } from './api.ts';

/** Somebody at a browser of their own, signed in. */
export interface Colleague {
  id: string;
  name: string;
  context: BrowserContext;
  page: Page;
}

/** Invites somebody and takes the invitation up for them, in a browser of their own. */
export async function joinTeam(owner: Api, browser: Browser, { name, access }: { name: string; access: string }): Promise<Colleague> {
  const email = `${crypto.randomUUID()}@example.org`;
  const { account, token } = await owner.post<{ account: { id: string }; token: string }>('/api/v1/accounts', { name, email, access });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // The browser's own request: the cookie it is answered with is the page's.
  const answer = await context.request.post(`${owner.url}/api/v1/auth/accept-invitation`, { data: { token, name, password: 'a password of theirs' } });
  if (!answer.ok()) throw new Error(`The invitation was not taken: ${answer.status()} ${await answer.text()}`);
  return { id: account.id, name, context, page: await context.newPage() };
}
