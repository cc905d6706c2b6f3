import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { signIn } from '../api.ts';
import { makeBot, publishBot, smallFlow } from '../bots.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Chat } from '../pages/chat.ts';
import { openBots, serverUrl } from '../pages/studio.ts';
import { freePort, removeData, startServer } from '../stack.ts';

/** Says one thing at once and three more, each ten seconds later. */
function talkative(): Record<string, unknown> {
  const drawn = smallFlow({ greeting: 'Soon.', question: '', thanks: 'That was all.' });
  const said = ['First.', 'Second.', 'Third.'];
  const parts = said.flatMap((text, at) => [
    [`wait${at}`, { type: 'wait', x: 600 * at, y: 300, data: { until: 'duration', duration: 'PT10S', meanwhile: 'hold' } }] as const,
    [`say${at}`, { type: 'message', x: 600 * at + 300, y: 300, data: { kind: 'text', text } }] as const,
  ]);
  const { question: _question, ...nodes } = drawn['nodes'] as Record<string, unknown>;
  const row = ['greeting', ...parts.map(([id]) => id), 'thanks'];
  return {
    ...drawn, variables: {}, nodes: { ...nodes, ...Object.fromEntries(parts) },
    edges: { start: { from: 'start', exit: 'next', to: 'greeting' }, ...Object.fromEntries(row.slice(1).map((to, at) => [`to-${to}`, { from: row[at], exit: 'next', to }])) },
  };
}

test('three messages each way while the server is away and the contact offline arrive once and in order, in two tabs', async ({ browser }) => {
  test.setTimeout(300_000);
  let server = await startServer({ port: await freePort(), env: { PARLEY_DEMO: '0' } });
  const { port, dataDir } = server;
  const api = await signIn(server.url);
  const bot = await makeBot(api, 'Faithful', smallFlow({ greeting: 'Hello.', question: 'Say something.', thanks: 'You said: {{answer}}' }));
  await publishBot(api, bot);

  const contact = await browser.newContext();
  const [first, second] = [await contact.newPage(), await contact.newPage()];
  await first.goto(`${server.url}/chat/${bot.slug}`);
  const [tab, otherTab] = [new Chat(first), new Chat(second)];
  await tab.hears('Say something.');
  await second.goto(`${server.url}/chat/${bot.slug}`);
  await otherTab.hears('Say something.');
  const other = await newContact(browser, `${server.url}/chat/${bot.slug}`);
  await other.hears('Say something.');

  // Somebody who only listens, in two tabs as well.
  const talking = await makeBot(api, 'Talkative', talkative());
  await publishBot(api, talking);
  const listener = await browser.newContext();
  const ears: Chat[] = [];
  for (let tabs = 0; tabs < 2; tabs += 1) {
    const page = await listener.newPage();
    await page.goto(`${server.url}/chat/${talking.slug}`);
    const ear = new Chat(page);
    await ear.hears('Soon.');
    ears.push(ear);
  }
  await listener.setOffline(true);

  await server.kill();
  await expect(first.getByRole('status')).toContainText('No connection');
  await tab.say('one');
  await tab.say('two');
  await tab.say('three');
  // The contact's own browser is off for a minute, across the restart.
  await contact.setOffline(true);
  const back = Date.now() + 60_000;
  server = await startServer({ port, dataDir, env: { PARLEY_DEMO: '0' } });

  // Meanwhile others go on where they were, and new ones come.
  await other.say('still here');
  await other.hears('You said: still here');
  const newcomer = await newContact(browser, `${server.url}/chat/${bot.slug}`);
  await newcomer.hears('Say something.');
  await newcomer.close();
  await other.close();
  expect((await tab.bubbles()).filter((text) => text.startsWith('You said'))).toEqual([]);
  await first.waitForTimeout(Math.max(0, back - Date.now()));
  await contact.setOffline(false);
  await listener.setOffline(false);
  for (const ear of ears) await expect.poll(() => ear.bubbles(), { timeout: 30_000 }).toEqual(['Soon.', 'First.', 'Second.', 'Third.', 'That was all.']);
  await listener.close();

  const expected = ['Hello.', 'Say something.', 'one', 'You said: one', 'two', 'Hello.', 'Say something.', 'three', 'You said: three'];
  await expect.poll(() => tab.bubbles(), { timeout: 30_000 }).toEqual(expected);
  await expect.poll(() => otherTab.bubbles(), { timeout: 30_000 }).toEqual(expected);
  await first.reload();
  await expect.poll(() => tab.bubbles()).toEqual(expected);
  await contact.close();
  await server.stop();
  removeData(server);
});

/** A chat in a browser of its own. */
async function newContact(browser: Browser, address: string): Promise<Chat> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  return new Chat(page);
}

/** A site on another origin that allows nothing but the embed: no inline script or style, no cookies of others. */
async function strangeSite(parley: string, bots: string[]): Promise<{ url: string; close(): void }> {
  const site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', `default-src 'none'; script-src ${parley}; frame-src ${parley}`);
    response.end(`<!doctype html><html lang="en"><title>A shop</title><h1>A shop</h1>${bots.map((slug) => `<script src="${parley}/embed.js" data-bot="${slug}" data-label="Ask ${slug}" async></script>`).join('')}</html>`);
  });
  await new Promise<void>((resolve) => { site.listen(0, '127.0.0.1', resolve); });
  return { url: `http://localhost:${(site.address() as AddressInfo).port}`, close: () => site.close() };
}

test('two bots embedded on a page of another origin, under a strict policy, without third-party cookies', async ({ browser }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const bots = [];
  for (const name of ['Tea', 'Coffee']) {
    const bot = await makeBot(api, name, smallFlow({ greeting: `${name} speaking.`, question: 'What would you like?', thanks: `${name} brings {{answer}}.` }));
    await publishBot(api, bot);
    bots.push(bot);
  }
  const site = await strangeSite(url, bots.map(({ slug }) => slug));
  const context = await browser.newContext();
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => { if (/content security policy/i.test(message.text())) refused.push(message.text()); });

  await page.goto(site.url);
  for (const [index, name] of ['Tea', 'Coffee'].entries()) {
    const slug = bots[index]?.slug ?? '';
    await page.getByRole('button', { name: `Ask ${slug}` }).click();
    const chat = new Chat(page.frameLocator(`iframe[src*="/chat/${slug}"]`));
    await chat.hears(`${name} speaking.`);
    await chat.say('a biscuit');
    await chat.hears(`${name} brings a biscuit.`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: `Ask ${slug}` }).click();
  }
  expect(refused).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await context.close();
  site.close();
});

test('a page that is not allowed may not frame the chat', async ({ page }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const bot = await makeBot(api, 'Choosy', smallFlow({ greeting: 'Hello.', question: 'Yes?', thanks: 'Bye.' }));
  await publishBot(api, bot);
  const { items } = await api.get<{ items: { id: string; type: string }[] }>(`/api/v1/bots/${bot.id}/channels`);
  await api.patch(`/api/v1/channels/${items.find(({ type }) => type === 'web')?.id}`, { origins: ['https://allowed.example'] });
  const site = await strangeSite(url, [bot.slug]);
  await page.goto(site.url);
  const blocked = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
  await page.getByRole('button', { name: `Ask ${bot.slug}` }).click();
  await blocked;
  site.close();
});

test('a right-to-left conversation, and axe finds nothing in light and dark', async ({ browser }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const bot = await makeBot(api, 'مغسلة', smallFlow({ greeting: 'مرحبا! يمكنني حجز غسيل سيارتك.', question: 'متى تريد الموعد؟', thanks: 'شكرا، {{answer}}.', languages: ['ar'] }));
  await publishBot(api, bot);
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 780 } });
    const page = await context.newPage();
    await page.goto(`${url}/chat/${bot.slug}`);
    const chat = new Chat(page);
    await chat.hears('متى تريد الموعد؟');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await chat.say('غدا');
    await chat.hears('شكرا، غدا.');
    // The contact's words stand at the left where the page reads from the right.
    const own = await page.locator('.bubble.own').last().boundingBox();
    expect(own?.x).toBeLessThan(60);
    expect(await accessibility(page, { scheme: colorScheme })).toEqual([]);
    await context.close();
  }
});

test('the page keeps the language that was chosen where a text is missing in it', async ({ page }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const drawn = smallFlow({ greeting: 'Welcome.', question: 'Which ward?', thanks: 'Thank you.', languages: ['en', 'fr'] });
  const bot = await makeBot(api, 'Half translated', {
    ...drawn,
    nodes: { ...drawn['nodes'] as object, greeting: { type: 'dialog', x: 300, y: 80, data: { dialog: 'language' } } },
    edges: { ...drawn['edges'] as object, e2: { from: 'greeting', exit: 'done', to: 'question' } },
    settings: { ...drawn['settings'] as object, missingTranslationsAccepted: true },
  });
  await publishBot(api, bot);
  await page.goto(`${url}/chat/${bot.slug}`);
  const chat = new Chat(page);
  await chat.tap('Français');
  await chat.hears('Which ward?');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.getByRole('textbox', { name: 'Écrire un message' })).toBeVisible();
});

test('an address without a bot says so', async ({ page }) => {
  await page.goto(`${serverUrl()}/chat/nobody-here`);
  await expect(page.getByText('There is no chat here')).toBeVisible();
});

test('the colour an author gives a bot is the chat’s, readable in light and dark', async ({ page, browser }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const bot = await makeBot(api, 'Colourful', smallFlow({ greeting: 'Hello.', question: 'Yes?', thanks: 'Bye.' }));
  await openBots(page, url);
  await page.getByRole('link', { name: 'Colourful', exact: true }).click();
  await page.getByRole('tab', { name: 'Settings' }).click();
  const field = page.getByRole('textbox', { name: 'Colour of the web chat' });
  await field.fill('crimson');
  await field.blur();
  await expect(page.getByText('A colour is # and six digits')).toBeVisible();
  await field.fill('B4123D');
  await field.blur();
  await expect.poll(async () => (await api.get<{ flow: { settings: { colour?: string } } }>(`/api/v1/flows/${bot.flowId}/draft`)).flow.settings.colour).toBe('#b4123d');
  await publishBot(api, bot);

  for (const [colorScheme, colour] of [['light', 'rgb(180, 18, 61)'], ['dark', 'rgb(243, 134, 163)']] as const) {
    const context = await browser.newContext({ colorScheme });
    const visitor = await context.newPage();
    await visitor.goto(`${url}/chat/${bot.slug}`);
    const chat = new Chat(visitor);
    await chat.hears('Yes?');
    await chat.say('yes');
    await chat.hears('Bye.');
    await expect(visitor.locator('.bubble.own').last()).toHaveCSS('background-color', colour);
    await context.close();
  }
});
