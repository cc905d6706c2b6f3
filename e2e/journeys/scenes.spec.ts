import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { signIn } from '../api.ts';
import { draw, makeBot, publishBot, restChannel, smallFlow } from '../bots.ts';
import type { MadeBot } from '../bots.ts';
import { accessibility } from '../pages/accessibility.ts';
import { botAction, openBots, serverUrl, signInAt } from '../pages/studio.ts';

const longName = 'Kraftfahrzeughaftpflichtversicherungsbeitragsbemessungsgrenzenverordnungsauskunft';
const longPerson = 'Maximiliana-Theodora Konstantinopolitanischer-Dudelsackpfeifenmachergesellenhaus';
const longText = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);
const sizes = [{ width: 1440, height: 900 }, { width: 390, height: 844 }];

/** A published bot with a changed drawing, whose names and texts have no place to break; somebody is talking to it. */
async function stage(): Promise<MadeBot> {
  const api = await signIn(serverUrl());
  const version = (greeting: string) => smallFlow({ greeting, question: `What is it about? ${longText}`, thanks: 'Thank you: {{answer}}' });
  const bot = await makeBot(api, longName, version('Guten Tag.'));
  await publishBot(api, bot);
  await draw(api, bot, version(`Guten Tag und willkommen. ${longText}`));
  await publishBot(api, bot);
  const { address } = await restChannel(api, bot);
  const said = await fetch(`${address}?wait=1`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id: 'm1', from: { id: 'p1', name: longPerson }, message: { type: 'text', text: longText } }) });
  expect(said.status).toBe(200);
  await draw(api, bot, version(longText));
  return bot;
}

/** What stands out of the window, or a part of it that is cut off and cannot be scrolled to. */
const outside = (page: Page): Promise<string[]> => page.evaluate(() => {
  const found: string[] = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
  const root = document.querySelector('[role="dialog"]') ?? document.querySelector('main');
  for (const element of root?.querySelectorAll<HTMLElement>('*:not(svg *)') ?? []) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || (box.right <= innerWidth + 1 && box.left >= -1)) continue;
    let above = element.parentElement;
    while (above && getComputedStyle(above).overflowX === 'visible') above = above.parentElement;
    const kept = above && above !== document.documentElement && above !== document.body && above.getBoundingClientRect().right <= innerWidth + 1;
    if (!kept) found.push(`${element.tagName} ${element.className} “${element.textContent?.slice(0, 30)}” from ${Math.round(box.left)} to ${Math.round(box.right)}`);
  }
  return found;
});

/** Whether Tab comes to it, and whether a finger or pointer at its middle hits it. */
async function reachable(page: Page, action: Locator): Promise<void> {
  await expect(action).toBeEnabled();
  const target = await action.elementHandle();
  await page.evaluate(() => { if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); });
  let reached = false;
  for (let presses = 0; presses < 80 && !reached; presses += 1) {
    await page.keyboard.press('Tab');
    reached = await page.evaluate((element) => document.activeElement === element, target);
  }
  expect(reached, 'Tab comes to the main action').toBe(true);
  const hit = await action.evaluate((element) => {
    const { left, right, top, bottom, height } = element.getBoundingClientRect();
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return { itself: at !== null && (element === at || element.contains(at)), high: height, ring: getComputedStyle(element).outlineStyle };
  });
  expect(hit).toMatchObject({ itself: true, ring: 'solid' });
  expect(hit.high).toBeGreaterThanOrEqual((page.viewportSize()?.width ?? 0) < 768 ? 44 : 24);
}

test('bots, versions, conversations and publishing can be used by everybody, at a desk and on a phone', async ({ page }) => {
  const url = serverUrl();
  const bot = await stage();
  await signInAt(page, url);
  const list = page.getByRole('region', { name: 'List of conversations' });
  const person = list.getByRole('button', { name: new RegExp(longPerson) });

  const scenes: [what: string, open: () => Promise<void>, main: () => Locator][] = [
    ['bots', async () => {
      await page.goto(`${url}/bots`);
      await expect(page.getByRole('link', { name: longName })).toBeVisible();
    }, () => page.getByRole('button', { name: 'New bot' })],
    ['versions', async () => {
      await page.goto(`${url}/bots/${bot.id}/releases`);
      await page.getByRole('list', { name: 'Versions' }).getByRole('listitem').filter({ hasText: 'v1' }).getByRole('button').click();
      await expect(page.getByRole('tabpanel')).toContainText('The first version');
    }, () => page.getByRole('button', { name: 'Go back to v1' })],
    ['conversations', async () => {
      await page.goto(`${url}/conversations?bot=${bot.id}`);
      await expect(person).toBeVisible();
    }, () => person],
    ['a conversation', async () => {
      await page.goto(`${url}/conversations?bot=${bot.id}`);
      await person.click();
      await expect(page.getByRole('log')).toContainText('Guten Tag und willkommen.');
    }, () => page.getByRole('log').getByRole('button', { name: /Turn 1/ })],
    ['publishing', async () => {
      const size = page.viewportSize();
      // Drawing needs a wide window; a dialog that is open stays when the window gets narrow.
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`${url}/bots/${bot.id}/flows/${bot.flowId}`);
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      await expect(page.getByRole('dialog')).toContainText('Nobody can get stuck');
      await expect(page.getByRole('dialog')).toContainText('Changes since v2');
      if (size) await page.setViewportSize(size);
    }, () => page.getByRole('dialog').getByRole('button', { name: /Publish v3/ })],
  ];

  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const [what, open, main] of scenes) {
      await test.step(`${what} at ${size.width}`, async () => {
        await open();
        expect(await accessibility(page, { what: `${what}, ${size.width}` })).toEqual([]);
        expect(await outside(page), `${what} at ${size.width}`).toEqual([]);
        await reachable(page, main());
      });
    }
  }
});

test('a name that is written from the right keeps its beginning: in a field, clear of its icon, and in its row beside the others', async ({ page }) => {
  const name = 'خدمة حجز غسيل السيارات للشركات والأفراد';
  await makeBot(await signIn(serverUrl()), name, smallFlow({ greeting: 'Hello.', question: 'Who is there?', thanks: 'Bye' }));
  await openBots(page, serverUrl());
  const find = page.getByRole('textbox', { name: 'Find a bot' });
  const besideIcon = await find.evaluate((field) => getComputedStyle(field).paddingLeft);
  await find.fill(name);
  await expect(find).toHaveCSS('direction', 'rtl');
  await expect(find).toHaveCSS('padding-left', besideIcon);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByText(name, { exact: true })).toHaveCSS('text-align', 'left');
});

test('the line for a website has the colour of the bot, as dark as the white sign on its button needs it', async ({ page }) => {
  const api = await signIn(serverUrl());
  const flow = smallFlow({ greeting: 'Hello.', question: 'Who is there?', thanks: 'Bye' });
  const painted = (colour: string) => ({ ...flow, settings: { ...(flow['settings'] as object), colour } });
  await makeBot(api, 'Painted blue', painted('#10597a'));
  await makeBot(api, 'Painted yellow', painted('#ffd400'));
  await openBots(page, serverUrl());
  const lineOf = async (name: string) => {
    await botAction(page, name, 'Channels');
    const line = page.getByRole('dialog').getByText(/data-color="#[\da-f]{6}"/);
    await expect(line).toBeVisible();
    const text = await line.innerText();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    return text;
  };
  expect(await lineOf('Painted blue')).toContain('data-color="#10597a"');
  expect(await lineOf('Painted yellow')).not.toContain('#ffd400');
});

test('on a phone the bar has room for all its places, and leads to those behind it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await openBots(page, serverUrl());
  const bar = page.getByRole('navigation', { name: 'Main' });
  await expect(bar.getByRole('link', { name: 'Conversations' })).toBeVisible();
  // Every name is shown whole, and none lies on another.
  const names = await bar.locator('a span, button span').evaluateAll((spans) => spans.filter((span) => span.textContent && span.getBoundingClientRect().width > 1).map((span) => ({ cut: span.scrollWidth > span.clientWidth + 1 && getComputedStyle(span).display !== 'inline', left: span.getBoundingClientRect().left, right: span.getBoundingClientRect().right })));
  for (const [place, { cut, left, right }] of names.entries()) expect({ cut, clear: left >= (names[place - 1]?.right ?? 0), inside: right <= 360 }).toEqual({ cut: false, clear: true, inside: true });
  await bar.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Credentials' }).click();
  await expect(page.getByRole('heading', { name: 'Credentials', level: 1 })).toBeVisible();
  await expect(bar.getByRole('button', { name: 'More' })).toHaveAttribute('aria-current', 'page');
});

test('what cannot be loaded can be left, also on a phone', async ({ page }) => {
  const url = serverUrl();
  const bot = await stage();
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAt(page, url);
  await page.route('**/api/v1/sessions/**', (route) => route.fulfill({ status: 500, body: '' }));
  await page.goto(`${url}/conversations?bot=${bot.id}`);
  const person = page.getByRole('region', { name: 'List of conversations' }).getByRole('button', { name: new RegExp(longPerson) });
  await person.click();
  await expect(page.getByRole('alert')).toContainText('Could not load the conversation');
  await page.getByRole('button', { name: 'All conversations' }).click();
  await expect(person).toBeVisible();
});

test('nobody waits before an empty page, or is kept out, because the server does not say whether it has an owner', async ({ page }) => {
  const url = serverUrl();
  await page.route('**/api/v1/setup', () => undefined);
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByRole('status', { name: 'Loading' })).toBeVisible();
  await page.unroute('**/api/v1/setup');
  await page.route('**/api/v1/setup', (route) => route.fulfill({ status: 500, body: '' }));
  await page.reload();
  await expect(page.getByLabel('E-mail')).toBeVisible();
});
