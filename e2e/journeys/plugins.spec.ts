import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { signIn } from '../api.ts';
import type { Api } from '../api.ts';
import { makeBot, smallFlow } from '../bots.ts';
import type { MadeBot } from '../bots.ts';
import { startCheckout } from '../fakes/checkout.ts';
import type { Checkout } from '../fakes/checkout.ts';
import { startHelpDesk } from '../fakes/helpDesk.ts';
import type { HelpDesk } from '../fakes/helpDesk.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Chat } from '../pages/chat.ts';
import { Designer } from '../pages/designer.ts';
import { openBots } from '../pages/studio.ts';
import { removeData, startServer } from '../stack.ts';
import type { Server } from '../stack.ts';

let checkout: Checkout;
let desk: HelpDesk;
let server: Server;

// A host that is not on the public internet is called only where the owner names it, and that is read at the start.
test.beforeAll(async () => {
  [checkout, desk] = await Promise.all([startCheckout(), startHelpDesk()]);
  server = await startServer({ env: { PARLEY_PRIVATE_HOSTS: `${checkout.host},${desk.host}` } });
});

test.afterAll(async () => {
  await Promise.all([server.stop(), checkout.stop(), desk.stop()]);
  removeData(server);
});

/** Asks whether to pay; whoever does not gets a ticket. The two calls are still to be placed. */
function shopFlow(): Record<string, unknown> {
  const node = (type: string, x: number, y: number, data: Record<string, unknown>) => ({ type, x, y, data });
  return {
    ...smallFlow({ greeting: '', question: '', thanks: '' }),
    variables: {
      link: { name: 'link', type: { kind: 'text' }, order: 1 }, receipt: { name: 'receipt', type: { kind: 'text' }, order: 2 }, number: { name: 'number', type: { kind: 'text' }, order: 3 },
    },
    nodes: {
      start: node('start', 0, 80, { openings: {} }),
      ask: { ...node('choice', 300, 80, { body: 'Would you like to pay now?', options: { yes: { label: 'Yes', order: 1 }, no: { label: 'I have a problem', order: 2 } } }), title: 'Pay now?' },
      thanks: { ...node('end', 1_000, 80, { text: 'Thank you! Receipt {{receipt}}.' }), title: 'Thanks' }, opened: { ...node('end', 1_000, 320, { text: 'Your ticket is {{number}}.' }), title: 'Opened' },
    },
    edges: { e1: { from: 'start', exit: 'next', to: 'ask' } },
  };
}

/** Makes a plugin from an example, with its own address, and gives what trying it took from the answer. */
async function fromExample(page: Page, name: string, address: string, values: Record<string, string>): Promise<string> {
  await page.getByRole('button', { name: 'New plugin' }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
  const form = page.getByRole('dialog', { name: 'New plugin' });
  await form.getByLabel('Address', { exact: true }).fill(address);
  const trial = form.getByRole('region', { name: 'Try it' });
  for (const [label, value] of Object.entries(values)) await trial.getByLabel(label, { exact: true }).fill(value);
  await trial.getByRole('button', { name: 'Ask once' }).click();
  const taken = await trial.getByLabel('Taken from the answer').innerText();
  if (name === 'Payment link') expect(await accessibility(page)).toEqual([]);
  await form.getByRole('button', { name: 'Make plugin' }).click();
  await expect(form).toBeHidden();
  return taken;
}

/** Places a plugin after the question, fills in what it asks for and chooses the variables that keep what it gives. */
async function place(designer: Designer, name: string, gives: Record<string, string>, keeps: Record<string, string>): Promise<void> {
  await designer.choose('Pay now?');
  await designer.add(name);
  await expect(designer.card(name)).toBeVisible();
  for (const [label, text] of Object.entries(gives)) await designer.field(label).fill(text);
  for (const [label, variable] of Object.entries(keeps)) {
    await designer.field(label).fill(variable);
    await designer.field(label).press('Enter');
    await expect(designer.field(label)).toHaveValue(variable);
  }
  await designer.saved();
}

/** Draws the ways out of what was placed. */
async function drawOn(api: Api, bot: MadeBot): Promise<void> {
  const { flow, revision } = await api.get<{ flow: { nodes: Record<string, { data: { plugin?: { key: string } } }>; edges: Record<string, object> }; revision: number }>(`/api/v1/flows/${bot.flowId}/draft`);
  const placed = (key: string): string => Object.keys(flow.nodes).find((id) => flow.nodes[id]?.data.plugin?.key === key) ?? '';
  const [pay, ticket] = [placed('payment-link'), placed('ticket')];
  const edges = [[pay, 'paid', 'thanks'], [pay, 'declined', 'ask'], [pay, 'timeout', 'ask'], [ticket, 'ok', 'opened'], [ticket, 'busy', 'ask']].map(([from, exit, to], at) => [`w${at}`, { from, exit, to }]);
  await api.put(`/api/v1/flows/${bot.flowId}/draft`, { revision, flow: { ...flow, edges: { ...flow.edges, ...Object.fromEntries(edges) } } });
}

test('an author sets up a payment link and a ticket once, places them by name, and people pay and get tickets', async ({ page, context }) => {
  const api = await signIn(server.url);
  const bot = await makeBot(api, 'Shop', shopFlow());
  await openBots(page, server.url);
  await page.getByRole('navigation').getByRole('link', { name: 'Plugins' }).click();
  expect(await fromExample(page, 'Payment link', `${checkout.url}/links`, { Amount: '15' })).toContain('/pay?amount=15');
  expect(await fromExample(page, 'Ticket', `${desk.url}/tickets`, { Subject: 'A trial' })).toContain('T-1');
  await expect(page.getByRole('row', { name: /Payment link/ })).toContainText('payment-link@1');

  // In the palette they stand under their own names; placed, they ask for what they need and say where what they give is kept.
  const designer = await Designer.open(page, server.url, bot);
  await place(designer, 'Payment link', { Amount: '15', Message: 'Please pay here: {{link}}' }, { Link: 'link', Receipt: 'receipt' });
  await place(designer, 'Ticket', { Subject: '"Help"' }, { Number: 'number' });
  await drawOn(api, bot);
  await designer.noIssues();

  // Tried out with the checkout itself before anybody else can.
  const { simulator } = designer;
  await simulator.getByRole('button', { name: 'Start', exact: true }).click();
  await simulator.getByRole('button', { name: 'Yes' }).click();
  await simulator.getByRole('button', { name: 'Get a real address' }).click();
  await expect(simulator.getByText(/The other system was told \(201 in/)).toBeVisible();
  const [trial] = await Promise.all([context.waitForEvent('page'), simulator.getByRole('link', { name: `${checkout.url}/pay` }).click()]);
  await trial.getByRole('button', { name: 'Pay 15' }).click();
  await expect(trial.getByText('Told the shop: 200')).toBeVisible();
  await expect(simulator.getByText(/Thank you! Receipt R-\d/)).toBeVisible();

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Publish v1/ }).click();
  await expect(page.getByRole('banner').getByText('Live v1')).toBeVisible();

  const chat = new Chat(page);
  await page.goto(`${server.url}/chat/${bot.slug}`);
  await chat.tap('Yes');
  await chat.hears('Please pay here: http');
  const shop = await context.newPage();
  await shop.goto(/https?:\S+/.exec((await chat.bubbles()).at(-1) ?? '')?.[0] ?? '');
  await shop.getByRole('button', { name: 'Pay 15' }).click();
  await expect(shop.getByText('Told the shop: 200')).toBeVisible();
  await chat.hears(/Thank you! Receipt R-\d/);
  await chat.say('hello again');
  await chat.tap('I have a problem');
  await chat.hears('Your ticket is T-2.');
  expect(desk.subjects).toEqual(['A trial', 'Help']);
});
