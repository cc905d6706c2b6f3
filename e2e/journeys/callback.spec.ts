import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { signIn } from '../api.ts';
import { makeBot, publishBot, smallFlow } from '../bots.ts';
import { startCheckout } from '../fakes/checkout.ts';
import type { Checkout } from '../fakes/checkout.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Chat } from '../pages/chat.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

let checkout: Checkout;
test.beforeAll(async () => {
  checkout = await startCheckout();
});
test.afterAll(() => checkout.stop());

/** Asks for a payment of 15 and waits for what became of it. */
function paymentFlow(data: Record<string, unknown>): Record<string, unknown> {
  const node = (type: string, x: number, y: number, more: Record<string, unknown>) => ({ type, x, y, data: more });
  const small = smallFlow({ greeting: '', question: '', thanks: '', languages: ['en', 'ar'], translations: { ar: { 'pay/codes.paid.label': { text: 'لقد دفعت', source: 'old', by: 'person', accepted: true } } } });
  return {
    ...small,
    settings: { ...Object(small['settings']), missingTranslationsAccepted: true },
    variables: { link: { name: 'link', type: { kind: 'text' }, order: 1 }, paid: { name: 'paid', type: { kind: 'number' }, order: 2 } },
    nodes: {
      start: node('start', 0, 80, { openings: {} }),
      pay: {
        ...node('callback', 300, 80, {
          address: 'link', timeout: 'PT1H', inputs: { order: { name: 'order', value: '"A7"', order: 1 } },
          codes: { paid: { code: 'paid', label: 'I have paid', order: 1 }, refused: { code: 'refused', order: 2 } },
          outputs: { amount: { name: 'amount', type: { kind: 'number' }, save: 'paid', order: 1 } }, ...data,
        }), title: 'Payment',
      },
      thanks: node('end', 600, 80, { text: 'Thank you for {{paid}}.' }), refused: node('end', 600, 240, { text: 'It was refused.' }), late: node('end', 600, 400, { text: 'The link has expired.' }),
    },
    edges: {
      e1: { from: 'start', exit: 'next', to: 'pay' }, e2: { from: 'pay', exit: 'paid', to: 'thanks' }, e3: { from: 'pay', exit: 'refused', to: 'refused' }, e4: { from: 'pay', exit: 'timeout', to: 'late' },
    },
  };
}

/** Opens the chat of a bot that asks for a payment at the checkout, and gives the address it says. */
async function askToPay(page: Page, name: string, data: Record<string, unknown>): Promise<{ chat: Chat; link: string }> {
  const api = await signIn(serverUrl());
  const bot = await makeBot(api, name, paymentFlow(data));
  await publishBot(api, bot);
  await page.goto(`${serverUrl()}/chat/${bot.slug}`);
  const chat = new Chat(page);
  await chat.hears(/http/);
  return { chat, link: /https?:\S+/.exec((await chat.bubbles()).at(-1) ?? '')?.[0] ?? '' };
}

test('a contact pays at another system, which calls back, and the conversation goes on once', async ({ page, context }) => {
  const { chat, link } = await askToPay(page, 'Pays', { text: `Please pay: ${checkout.url}/pay?amount=15&callback={{link}}` });
  await chat.say('Is it done?');
  await chat.hears('One moment.');
  const shop = await context.newPage();
  await shop.goto(link);
  await shop.getByRole('button', { name: 'Pay 15' }).click();
  await expect(shop.getByText('Told the shop: 200')).toBeVisible();
  await chat.hears('Thank you for 15.');
  await shop.goto(link);
  await shop.getByRole('button', { name: 'Pay 15' }).click();
  await expect(shop.getByText('Told the shop: 410')).toBeVisible();
  expect((await chat.bubbles()).filter((text) => text.startsWith('Thank you'))).toHaveLength(1);
});

test('after its time the contact is told, and a late payment is refused', async ({ page, context }) => {
  const { chat, link } = await askToPay(page, 'Pays late', { timeout: 'PT2S', text: `Please pay: ${checkout.url}/pay?amount=15&callback={{link}}` });
  await chat.hears('The link has expired.');
  const shop = await context.newPage();
  await shop.goto(link);
  await shop.getByRole('button', { name: 'Pay 15' }).click();
  await expect(shop.getByText('Told the shop: 410')).toBeVisible();
  await chat.hearsLast('The link has expired.');
});

for (const { colorScheme, locale, dir, button, thanks, over } of [
  { colorScheme: 'light', locale: 'en', dir: 'ltr', button: 'I have paid', thanks: 'Thank you. You can go back to the conversation.', over: 'This was answered already.' },
  { colorScheme: 'dark', locale: 'ar', dir: 'rtl', button: 'لقد دفعت', thanks: 'شكرًا لكم. يمكنكم العودة إلى المحادثة.', over: 'تمت الإجابة عن هذا من قبل.' },
] as const) {
  test(`a person confirms at the address itself, ${colorScheme}, in the language they read`, async ({ browser }) => {
    const context = await browser.newContext({ locale, colorScheme, viewport: { width: 360, height: 740 } });
    // A name that no phone is wide enough for.
    const name = `Confirms-${colorScheme}-${'long'.repeat(9)}`;
    const { chat, link } = await askToPay(await context.newPage(), name, { text: 'Press here when you have paid: {{link}}' });
    const confirm = await context.newPage();
    await confirm.goto(link);
    await expect(confirm.getByRole('heading', { name })).toBeVisible();
    expect(await confirm.evaluate(() => [document.documentElement.dir, document.documentElement.scrollWidth])).toEqual([dir, 360]);
    await confirm.screenshot({ path: test.info().outputPath(`confirm-${locale}.png`) });
    expect(await accessibility(confirm, { scheme: colorScheme })).toEqual([]);
    // Opened twice, as a preview of the link would: nothing has happened yet.
    await confirm.reload();
    await confirm.getByRole('button', { name: button }).press('Enter');
    await expect(confirm.getByText(thanks)).toBeVisible();
    await chat.hears('Thank you for 0.');
    await confirm.goto(link);
    await expect(confirm.getByText(over)).toBeVisible();
    expect(await accessibility(confirm, { scheme: colorScheme })).toEqual([]);
    await context.close();
  });
}

test('an author answers for the other system in the simulator, by keyboard', async ({ page }) => {
  const api = await signIn(serverUrl());
  const bot = await makeBot(api, 'Answers itself', paymentFlow({ text: 'Pay at {{link}}' }));
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  await designer.simulator.getByRole('button', { name: 'Start', exact: true }).click();
  const card = designer.simulator.getByRole('form', { name: 'What does the other system answer?' });
  await expect(card.getByText('Asked by Payment')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    expect(await accessibility(page, { within: 'aside[aria-label="Simulator"]', scheme: colorScheme })).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`outside-${colorScheme}.png`) });
  }
  const value = card.getByLabel('Answer', { exact: true });
  await value.fill('{ "amount": "many" }');
  await expect(card.getByText('values.amount: Expected a number.')).toBeVisible();
  await expect(card.getByRole('button', { name: 'Answer', exact: true })).toBeDisabled();
  await value.fill('{ "amount": 12 }');
  await card.getByLabel('Always answer like this').press('Space');
  await card.getByRole('button', { name: 'Answer', exact: true }).press('Enter');
  await expect(designer.simulator.getByText('Thank you for 12.')).toBeVisible();

  // The next conversation is answered by itself, until its author wants to be asked again.
  await designer.simulator.getByRole('button', { name: 'Start again' }).click();
  await expect(designer.simulator.getByText('Thank you for 12.')).toBeVisible();
  await expect(card).toBeHidden();
  await designer.simulator.getByText('Answers by itself: 1 node').click();
  await designer.simulator.getByRole('button', { name: 'Ask for Payment again' }).click();
  await designer.simulator.getByRole('button', { name: 'Start again' }).click();
  await card.getByRole('button', { name: 'No answer in time' }).press('Enter');
  await expect(designer.simulator.getByText('The link has expired.')).toBeVisible();
});

test('an author tries it out with the other system itself, and the simulator goes on when that calls back', async ({ page, context }) => {
  const api = await signIn(serverUrl());
  const bot = await makeBot(api, 'Tries it out', paymentFlow({ text: `Please pay: ${checkout.url}/pay?amount=15&callback={{link}}` }));
  await signInAt(page, serverUrl());
  const { simulator } = await Designer.open(page, serverUrl(), bot);
  const said = simulator.getByRole('log').getByText('Please pay');
  const pay = async (link: string, answer: number): Promise<void> => {
    const shop = await context.newPage();
    await shop.goto(link);
    await shop.getByRole('button', { name: 'Pay 15' }).click();
    await expect(shop.getByText(`Told the shop: ${answer}`)).toBeVisible();
    await shop.close();
  };
  const realLink = async (): Promise<string> => {
    await simulator.getByRole('button', { name: 'Get a real address' }).press('Enter');
    await expect(simulator.getByText('Waits to be called back here, until')).toBeFocused();
    const address = await simulator.getByRole('form').getByText(/^http\S+\/callbacks\/[\w-]{22}\.[\w-]{43}$/).innerText();
    await expect(said).toContainText(`callback=${address}`);
    return /https?:\S+/.exec(await said.innerText())?.[0] ?? '';
  };

  await simulator.getByRole('button', { name: 'Start', exact: true }).click();
  const link = await realLink();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibility(page, { within: 'aside[aria-label="Simulator"]', scheme: colorScheme })).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`real-${colorScheme}.png`) });
  }
  await pay(link, 200);
  await expect(simulator.getByText('Thank you for 15.')).toBeVisible();
  await pay(link, 410);

  // What it answered is recorded: the next conversation goes on by itself.
  await simulator.getByText('Answers by itself: 1 node').click();
  await expect(simulator.getByText(/^paid, called back after \d+ s$/)).toBeVisible();
  await simulator.getByRole('button', { name: 'Start again' }).click();
  await expect(simulator.getByText('Thank you for 15.')).toBeVisible();

  // Whoever begins anew waits at the former address no more.
  await simulator.getByRole('button', { name: 'Ask for Payment again' }).click();
  await simulator.getByRole('button', { name: 'Start again' }).click();
  const former = await realLink();
  await simulator.getByRole('button', { name: 'Start again' }).click();
  await expect(simulator.getByRole('button', { name: 'Get a real address' })).toBeVisible();
  await pay(former, 410);
});
