import { expect, test } from '@playwright/test';
import { signIn } from '../api.ts';
import type { Api } from '../api.ts';
import { makeBot, publishBot, restChannel, smallFlow } from '../bots.ts';
import type { MadeBot } from '../bots.ts';
import { startOrderService } from '../fakes/orderService.ts';
import type { OrderService } from '../fakes/orderService.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Designer } from '../pages/designer.ts';
import { signInAt } from '../pages/studio.ts';
import { removeData, startServer } from '../stack.ts';
import type { Server } from '../stack.ts';

const secret = 'shop-token-7f3a9c';
let shop: OrderService;
let server: Server;

// A host that is not on the public internet is called only where the owner names it, and that is read at the start.
test.beforeAll(async () => {
  shop = await startOrderService(secret);
  server = await startServer({ env: { PARLEY_PRIVATE_HOSTS: shop.host } });
});

test.afterAll(async () => {
  await server.stop();
  await shop.stop();
  removeData(server);
});

/** Asks for an order's number, looks it up, and says what came of it. */
function orderFlow(http: Record<string, unknown>): Record<string, unknown> {
  const small = smallFlow({ greeting: 'Order desk.', question: 'Which order?', thanks: 'Order {{answer}} comes on {{eta}}.' });
  const node = (type: string, y: number, data: Record<string, unknown>) => ({ type, x: 1_200, y, data });
  const { variables, nodes, edges } = small as { variables: object; nodes: object; edges: object };
  return {
    ...small,
    variables: { ...variables, eta: { name: 'eta', type: { kind: 'text' }, order: 2 } },
    nodes: {
      ...nodes, look: { type: 'http', title: 'Look it up', x: 900, y: 80, data: http }, thanks: node('end', 80, { text: 'Order {{answer}} comes on {{eta}}.' }),
      gone: node('end', 240, { text: 'There is no order {{answer}}.' }), slow: node('end', 400, { text: 'The shop is slow today.' }), failed: node('end', 560, { text: 'That did not work.' }),
    },
    edges: {
      ...edges, e3: { from: 'question', exit: 'answered', to: 'look' }, e4: { from: 'look', exit: 'ok', to: 'thanks' }, e5: { from: 'look', exit: 'missing', to: 'gone' },
      e6: { from: 'look', exit: 'timeout', to: 'slow' }, e7: { from: 'look', exit: 'failed', to: 'failed' },
    },
  };
}

/** What the bot says last to somebody who asks for an order. */
async function askFor(api: Api, bot: MadeBot, number: string): Promise<string> {
  const { address } = await restChannel(api, bot);
  const say = async (id: string, text: string) => {
    const response = await fetch(`${address}?wait=1`, { method: 'POST', body: JSON.stringify({ id, from: `somebody ${number}`, message: { type: 'text', text } }) });
    return (await response.json() as { messages: { text: string }[] }).messages.at(-1)?.text ?? '';
  };
  await say('1', 'hello');
  return say('2', number);
}

test('an author keeps a credential, tries the request, takes a value from its answer, and people ask for their orders', async ({ page }) => {
  const api = await signIn(server.url);
  const bot = await makeBot(api, 'Order desk', orderFlow({
    url: `${shop.url}/orders/{{answer}}`, seconds: 1, kilobytes: 16, retries: 0, answers: { missing: { statuses: '404', order: 1 } }, saves: { eta: { path: [], save: 'eta', order: 1 } },
  }));
  await signInAt(page, server.url);
  const designer = await Designer.open(page, server.url, bot);
  await designer.goTo('Look it up');

  // The credential is made where it is needed.
  await designer.inspector.getByRole('button', { name: 'New credential' }).click();
  const form = page.getByRole('dialog', { name: 'New credential' });
  await form.getByLabel('Name', { exact: true }).fill('Shop');
  await form.getByLabel('Token', { exact: true }).fill(secret);
  // The address says where it goes.
  await expect(form.getByLabel('Hosts')).toHaveValue(new URL(shop.url).host);
  await form.getByRole('button', { name: 'Add credential' }).click();
  await expect(form).toBeHidden();
  await expect(designer.inspector.getByLabel('Credential')).toHaveValue(`Shop (${shop.host})`);

  // The request is sent once, with an example in it, and the value is taken from its answer.
  await designer.inspector.getByRole('button', { name: 'Pick from a test answer' }).click();
  const trial = page.getByRole('dialog', { name: 'Try the request' });
  await trial.getByLabel('answer', { exact: true }).fill('12');
  await trial.getByRole('button', { name: 'Send' }).click();
  await expect(trial.getByText(/^200 in/)).toBeVisible();
  await trial.getByRole('button', { name: 'Take order › items', exact: true }).click();
  await expect(trial.getByText('The variable “eta” holds text, and this is something else.')).toBeVisible();
  // While the other system is out of reach, an answer that somebody has is as good; and a variable can be made to hold what was taken.
  await trial.getByText('Or paste an answer', { exact: true }).click();
  await trial.getByRole('textbox', { name: 'Or paste an answer' }).fill('{"rows": [{"title": "Wax"}]');
  await expect(trial.getByText('This is no JSON yet.')).toBeVisible();
  await trial.getByRole('textbox', { name: 'Or paste an answer' }).fill('{"rows": [{"title": "Wax"}]}');
  await trial.getByRole('button', { name: 'Take rows', exact: true }).click();
  await trial.getByRole('button', { name: 'Let it hold list of object' }).click();
  await expect(trial.getByText('is something else')).toBeHidden();
  await trial.getByRole('button', { name: 'Take order › eta', exact: true }).click();
  await trial.getByRole('button', { name: 'Let it hold text' }).click();
  await expect(trial.getByRole('button', { name: 'Take order › eta', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await trial.getByText('Headers', { exact: true }).click();
  await expect(trial.getByText('x-asked-with: Bearer ***')).toBeVisible();
  await expect(trial.getByText('"Bearer ***"')).toBeVisible();
  expect(await accessibility(page)).toEqual([]);
  await trial.getByRole('button', { name: 'Close' }).click();
  await expect(designer.inspector.getByText('order › eta')).toBeVisible();
  expect(shop.asked.at(-1)).toEqual({ path: '/orders/12', authorization: `Bearer ${secret}` });

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const publish = page.getByRole('dialog');
  await publish.getByRole('button', { name: /Publish v1/ }).click();
  await expect(page.getByText('v1 is live', { exact: true })).toBeVisible();

  expect(await askFor(api, bot, '12')).toBe('Order 12 comes on Friday.');
  expect(await askFor(api, bot, '404')).toBe('There is no order 404.');
  expect(await askFor(api, bot, '99')).toBe('The shop is slow today.');
  expect(await askFor(api, bot, '1000000')).toBe('That did not work.');
  expect(await askFor(api, bot, '../admin?x=')).toBe('Order ../admin?x= comes on Friday.');
  expect(shop.asked.at(-1)?.path).toBe('/orders/..%2Fadmin%3Fx%3D');

  // The secret is in no page, answer, trace, code or line of the log.
  await page.goto(`${server.url}/credentials`);
  const row = page.getByRole('row', { name: /Shop/ });
  await expect(row).toContainText('Order desk');
  await row.getByRole('button', { name: 'Actions for Shop' }).click();
  await page.getByRole('menuitem', { name: 'Change' }).click();
  await expect(page.getByRole('dialog').getByLabel('Token', { exact: true })).toHaveValue('');
  const { items: sessions } = await api.get<{ items: { id: string }[] }>(`/api/v1/bots/${bot.id}/sessions?limit=50`);
  const { items: releases } = await api.get<{ items: { id: string }[] }>(`/api/v1/bots/${bot.id}/releases`);
  const told = await Promise.all([
    page.content(), api.get('/api/v1/credentials'), api.get(`/api/v1/flows/${bot.flowId}/draft`), api.get('/api/v1/audit'),
    ...releases.map(({ id }) => api.get(`/api/v1/releases/${id}/code`)), ...sessions.map(({ id }) => api.get(`/api/v1/sessions/${id}/turns`)),
  ]);
  expect(sessions.length).toBe(5);
  expect(JSON.stringify(told)).not.toContain(secret);
  expect(server.output()).not.toContain(secret);
});

test('a credential in use is not deleted, one that is not is; the page holds on a phone', async ({ page }) => {
  const api = await signIn(server.url);
  const unused = await api.post<{ id: string }>('/api/v1/credentials', { name: 'Unused', kind: 'header', field: 'X-Key', secret, hosts: [shop.host] });
  const used = await api.post<{ id: string }>('/api/v1/credentials', { name: 'Used', kind: 'bearer', secret, hosts: [shop.host] });
  const bot = await makeBot(api, 'Second desk', orderFlow({ url: `${shop.url}/orders/{{answer}}`, credential: used.id, answers: { missing: { statuses: '404', order: 1 } }, saves: { eta: { path: ['order', 'eta'], save: 'eta', order: 1 } } }));
  await publishBot(api, bot);
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAt(page, server.url);
  await page.goto(`${server.url}/credentials`);
  await expect(page.getByText(`The owner lets flows call these hosts although they are not on the public internet: ${shop.host}.`)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await accessibility(page)).toEqual([]);
  const remove = async (name: string) => {
    await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  };
  await remove('Used');
  await expect(page.getByRole('alert').filter({ hasText: 'It is used by “Second desk” of Second desk, the live version of Second desk.' })).toBeVisible();
  await remove('Unused');
  await expect(page.getByText('Credential deleted')).toBeVisible();
  const { items } = await api.get<{ items: { id: string }[] }>('/api/v1/credentials');
  expect(items.map(({ id }) => id)).not.toContain(unused.id);
});

test('an author sees what Telegram makes of a question, has the shop itself answer in the simulator, and keeps that as a test', async ({ page }) => {
  const api = await signIn(server.url);
  const credential = await api.post<{ id: string }>('/api/v1/credentials', { name: 'Telegram shop', kind: 'bearer', secret, hosts: [shop.host] });
  const drawn = orderFlow({ url: `${shop.url}/orders/{{answer}}`, credential: credential.id, answers: { missing: { statuses: '404', order: 1 } }, saves: { eta: { path: ['order', 'eta'], save: 'eta', order: 1 } } });
  const { nodes, edges: { e3: _, ...edges }, settings } = drawn as { nodes: object; edges: { e3: object }; settings: object };
  const long = 'The wash with wax, hand-dried, that was ordered on the second of May';
  const labels = ['12', '404', '7', long];
  const bot = await makeBot(api, 'Telegram desk', {
    ...drawn,
    nodes: { ...nodes, question: { type: 'choice', title: 'Which order?', x: 600, y: 80, data: { body: 'Which order?', save: 'answer', options: Object.fromEntries(labels.map((label, order) => [`o${order}`, { label, order }])) } } },
    edges: { ...edges, ...Object.fromEntries(labels.map((_, order) => [`c${order}`, { from: 'question', exit: `o${order}`, to: 'look' }])) },
    settings: { ...settings, channels: ['web', 'telegram'] },
  });
  await signInAt(page, server.url);
  const { simulator, issues } = await Designer.open(page, server.url, bot);

  // Four are buttons there as everywhere but on WhatsApp; the proof and the phone say alike what is too long.
  await expect(issues.getByText(/An option has 68 characters; Telegram takes 64, so people would read it cut off/)).toBeVisible();
  await simulator.getByRole('radio', { name: 'Telegram' }).click();
  await simulator.getByRole('button', { name: 'Start', exact: true }).click();
  const options = simulator.getByRole('group', { name: 'Choose' }).getByRole('button');
  await expect(options).toHaveCount(4);
  await expect(simulator.getByText('A label: 68 characters, Telegram shows 64')).toBeVisible();
  await expect(options.last()).toContainText(`${long.slice(0, 63)}…`);

  // The shop is really asked, with its credential; what it answered is looked at, given, and given by itself from then on.
  await options.filter({ hasText: /^12$/ }).click();
  const outside = simulator.getByRole('form', { name: 'What does the other system answer?' });
  const before = shop.asked.length;
  await outside.getByRole('button', { name: 'Ask for real' }).click();
  await expect(outside.getByRole('status')).toContainText(/Recorded.*200/);
  expect(shop.asked.slice(before)).toEqual([{ path: '/orders/12', authorization: `Bearer ${secret}` }]);
  await expect(outside.getByLabel('Answer', { exact: true })).toHaveValue(/"eta": "Friday"/);
  await outside.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(simulator.getByText('Order 12 comes on Friday.')).toBeVisible();
  await simulator.getByText('Answers by itself: 1 node').click();
  await expect(simulator.getByText(/^200 in \d+ ms/)).toBeVisible();

  // As a test it asks nobody, and passes.
  await simulator.getByRole('button', { name: 'Keep as test' }).click();
  const keep = page.getByRole('dialog', { name: 'Keep this run as a test' });
  await keep.getByLabel('Name', { exact: true }).fill('Order 12 is on its way');
  await keep.getByRole('button', { name: 'Keep the test' }).click();
  await expect(keep).toBeHidden();
  const { items } = await api.get<{ items: { test: { channel: string; conversation: object[] } }[] }>(`/api/v1/bots/${bot.id}/tests`);
  expect(items).toMatchObject([{ test: { channel: 'telegram', conversation: expect.arrayContaining([{ tap: '12' }, { bot: 'Order 12 comes on Friday.' }]) } }]);
  expect(JSON.stringify(items)).toContain('"Friday"');
  expect(JSON.stringify(items)).not.toContain(secret);
  await page.getByRole('radio', { name: 'Tests' }).click();
  await expect(page.getByRole('region', { name: 'Tests' }).getByRole('button', { name: /^Passed.*Order 12 is on its way/ })).toBeVisible();
  expect(shop.asked).toHaveLength(before + 1);
});
