import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { signIn } from '../api.ts';
import { makeBot, publishBot, smallFlow } from '../bots.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Chat } from '../pages/chat.ts';
import { serverUrl } from '../pages/studio.ts';

/** The free times of a day, of which the visitor chooses one, and extras that are written in the drawing, of which they take up to two. */
function washFlow(): Record<string, unknown> {
  const node = (type: string, x: number, y: number, data: Record<string, unknown>) => ({ type, x, y, data });
  const slot = { kind: 'object', fields: { hour: { kind: 'text' }, bay: { kind: 'text' }, price: { kind: 'number' }, free: { kind: 'boolean' } } };
  const slots = [['9:00', 'North', 15, true], ['10:30', 'South', 15, false], ['14:00', 'South', 12, true], ['16:15', 'North', 12, true], ['18:45', 'North', 10, true]].map(([hour, bay, price, free]) => ({ hour, bay, price, free }));
  return {
    ...smallFlow({ greeting: '', question: '', thanks: '' }),
    variables: {
      slots: { name: 'slots', type: { kind: 'list', of: slot }, initial: slots, order: 1 }, hour: { name: 'hour', type: { kind: 'text' }, order: 2 }, extras: { name: 'extras', type: { kind: 'list', of: { kind: 'text' } }, order: 3 },
    },
    nodes: {
      start: node('start', 0, 80, { openings: {} }),
      when: node('choice', 300, 80, { body: 'When shall we wash it?', from: 'list', list: 'slots.filter(item, item.free)', itemLabel: 'item.hour + ", bay " + item.bay', itemValue: 'item.hour', itemNote: '"€ " + string(item.price)', save: 'hour' }),
      extras: node('choice', 600, 80, { body: 'Which extras?', several: true, mostAnswers: 2, options: { wax: { label: 'Hot wax', note: 'Shines for a month', order: 1 }, rims: { label: 'Rims by hand', order: 2 }, seats: { label: 'Seats and carpets', order: 3 } }, save: 'extras' }),
      thanks: node('end', 900, 80, { text: 'At {{hour}}, with {{extras}}.' }), full: node('end', 900, 240, { text: 'Nothing is free today.' }),
    },
    edges: { e1: { from: 'start', exit: 'next', to: 'when' }, e2: { from: 'when', exit: 'chosen', to: 'extras' }, e3: { from: 'when', exit: 'none', to: 'full' }, e4: { from: 'extras', exit: 'chosen', to: 'thanks' } },
  };
}

let address: string;
test.beforeAll(async () => {
  const api = await signIn(serverUrl());
  const bot = await makeBot(api, 'Wash by choice', washFlow());
  await publishBot(api, bot);
  address = `${serverUrl()}/chat/${bot.slug}`;
});

/** Looks at the page as it is: nothing wrong for assistive technology, in both schemes, and nothing wider than the screen. */
async function looksRight(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibility(page, { scheme: colorScheme })).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) });
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

for (const [size, viewport] of [['wide', { width: 1_280, height: 800 }], ['phone', { width: 390, height: 844 }]] as const) {
  test(`options come from a list and several are ticked, ${size}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto(address);
    const [chat, ticks] = [new Chat(page), page.getByRole('form', { name: 'Which extras?' })];
    const offered = page.getByRole('group', { name: 'When shall we wash it?' }).getByRole('button');
    await expect(offered).toHaveText(['9:00, bay North€ 15', '14:00, bay South€ 12', '16:15, bay North€ 12', '18:45, bay North€ 10']);
    await looksRight(page, `list-${size}`);
    await chat.tap('14:00, bay South');

    // Two at most: with two ticked the third cannot be, and with none nothing can be sent.
    const [wax, rims, seats] = ['Hot wax', 'Rims by hand', 'Seats and carpets'].map((label) => ticks.getByRole('checkbox', { name: label }));
    await expect(ticks.getByRole('group', { name: 'Choose up to 2.' })).toBeVisible();
    await expect(ticks.getByRole('button')).toBeDisabled();
    await seats?.check();
    await wax?.check();
    await expect(rims ?? ticks).toBeDisabled();
    await looksRight(page, `several-${size}`);
    await ticks.getByRole('button').click();
    await chat.hears('At 14:00, with Hot wax and Seats and carpets.');
    expect(await chat.bubbles()).toEqual(['When shall we wash it?', '14:00, bay South', 'Which extras?', 'Hot wax, Seats and carpets', 'At 14:00, with Hot wax and Seats and carpets.']);
    await expect(ticks).toHaveCount(0);
  });
}

test('both are answered by typing, and what is none of it is asked again', async ({ page }) => {
  await page.goto(address);
  const chat = new Chat(page);
  await chat.hears('When shall we wash it?');
  // It is in the list, but not free.
  await chat.say('10:30, bay South');
  await chat.hears('Sorry, I did not understand that.');
  await chat.say('16:15, bay North');
  await chat.hears('Which extras?');
  // Kept in the order it was said.
  await chat.say('rims by hand and hot wax');
  await chat.hears('At 16:15, with Rims by hand and Hot wax.');
});
