import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { signIn } from '../api.ts';
import { makeBot, publishBot, smallFlow } from '../bots.ts';
import { importSource } from '../bundleSource.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';
import { root } from '../stack.ts';

/* Every address of the studio, and the form of every node type, by every rule of axe in light, and by its colours in dark. */

/** The addresses as the router has them; a new one is looked at without being told here. */
const addresses = [...readFileSync(path.join(root, 'studio/app/router.tsx'), 'utf8').matchAll(/path: '([\w:/-]+)'/g)].map(([, address = '']) => address);

/** Addresses that answer otherwise while somebody is signed in, or once there is an owner, each with what looks at them. */
const elsewhere: Record<string, string> = { 'set-up': 'firstRun.spec.ts', 'sign-in': 'below, signed out', invitation: 'below, signed out' };

test('every scene can be used by everybody, in light and in dark', async ({ page, browser }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const bot = await makeBot(api, 'Looked at', smallFlow({ greeting: 'Hello.', question: 'Who is there?', thanks: 'Bye' }));
  await publishBot(api, bot);
  const { token } = await api.post<{ token: string }>('/api/v1/accounts', { name: 'Ivy Invited', email: `${crypto.randomUUID()}@example.org`, access: 'editor' });
  const found: string[] = [];

  const stranger = await browser.newPage();
  for (const [address, heading] of [['sign-in', 'Sign in'], [`invitation#${token}`, 'Join the team'], ['invitation', 'Join the team']] as const) {
    await stranger.goto(`${url}/${address}`);
    await expect(stranger.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    found.push(...(await accessibility(stranger, { what: address.replace(/#.*/, '') })));
  }
  await stranger.close();

  await signInAt(page, url);
  for (const address of addresses.filter((each) => !Object.hasOwn(elsewhere, each))) {
    await page.goto(`${url}/${address.replace(':botId', bot.id).replace(':flowId', bot.flowId)}`);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await expect(page.getByText('There is nothing at this address')).toHaveCount(0);
    // What is asked for has come.
    await page.waitForLoadState('networkidle');
    found.push(...(await accessibility(page, { what: address })));
  }
  expect(addresses.length).toBeGreaterThan(8);
  expect(found).toEqual([]);
});

test('the form of every node type can be used by everybody, in light and in dark', async ({ page }) => {
  const { types } = await importSource<{ types: { type: string; label: string; data: Record<string, unknown> }[] }>(`
    import { nodeTypes } from '@parley/shared/nodes/index';
    let no = 0;
    export const types = Object.values(nodeTypes).map(({ type, label, defaults }) => ({ type, label, data: defaults(() => (no += 1) / 1000) }));
  `);
  const api = await signIn(serverUrl());
  const drawn = smallFlow({ greeting: 'Hello.', question: 'Who is there?', thanks: 'Bye' });
  const nodes = types.filter(({ type }) => type !== 'start').map(({ type, data }, at) => [`each-${type}`, { type, title: `Each ${type}`, x: 300 * (at % 5), y: 300 + 320 * Math.floor(at / 5), data }]);
  const bot = await makeBot(api, 'Every form', { ...drawn, nodes: { ...(drawn['nodes'] as object), ...Object.fromEntries(nodes) } });
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  const found: string[] = [];
  for (const { type } of types) {
    // Found by name, as whoever has a large drawing does.
    const title = type === 'start' ? 'Start' : `Each ${type}`;
    await page.keyboard.press('Control+k');
    await page.keyboard.type(title);
    await expect(page.getByRole('dialog').getByRole('option', { name: title }).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(designer.inspector.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
    found.push(...(await accessibility(page, { what: type, within: '[data-panel="inspector"]' })));
  }
  expect(types.length).toBeGreaterThan(15);
  expect(found).toEqual([]);
});
