import { expect, test } from '@playwright/test';
import { signIn } from '../api.ts';
import { draw, makeBot, publishBot, smallFlow } from '../bots.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Chat } from '../pages/chat.ts';
import { Designer } from '../pages/designer.ts';
import { HistoryView } from '../pages/history.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

const name = 'Before the summer campaign';
const long = 'Welcome to the workshop. We mend bicycles of every kind, on every day but Sunday, and you can wait for it.';

test('a version is named, compared with what became of it, restored and published; the live one is rolled back', async ({ page, browser }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const bot = await makeBot(api, 'Historic bikes', smallFlow({ greeting: long, question: 'Which bike?', thanks: 'Bring it: {{answer}}' }));
  await publishBot(api, bot);
  await signInAt(page, url);
  const designer = await Designer.open(page, url, bot);
  const history = new HistoryView(page);

  // The state of now gets a name.
  await history.open();
  await page.getByRole('button', { name: 'Name this version' }).first().click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Name version' }).click();
  await expect(history.row(name)).toBeVisible();

  // The drawing goes on: a text, a title, a node less, a node more.
  await page.getByRole('radio', { name: 'Design' }).click();
  await designer.choose('Message');
  await designer.field('Text').fill(long.replace('every day but Sunday', 'workdays only'));
  await designer.choose('Ask');
  await designer.rename('Which one?');
  await designer.choose('End');
  await page.keyboard.press('Delete');
  await designer.choose('Which one?');
  await designer.add('Message');
  await designer.saved();

  // One sitting in the line, which unfolds into its gestures.
  await history.open();
  const sitting = history.line.locator(':scope > li').nth(1);
  await expect(sitting).toContainText('ada');
  await expect(sitting).toContainText('removed “End”');
  await sitting.getByRole('button', { name: /^\d+ steps/ }).click();
  expect(await sitting.getByRole('listitem').count()).toBeGreaterThan(3);

  // The version is looked at, and nothing of it can be changed.
  await history.row(name).getByRole('button').first().click();
  await expect(page.getByText('Read only')).toBeVisible();
  await expect(history.canvas(name).getByRole('group', { name: /^End, / })).toBeVisible();
  await page.getByRole('button', { name: 'Compare with now' }).click();

  // Side by side: what is new, changed and removed is said on the cards and in the list.
  await expect(history.canvas(name).getByRole('group', { name: /^End, .*Removed$/ })).toBeVisible();
  await expect(history.canvas('Now').getByRole('group', { name: /Which one\?, .*Changed$/ })).toBeVisible();
  await expect(history.canvas('Now').getByRole('group', { name: /, New$/ })).toHaveCount(1);
  await expect(history.comparison.getByText(/^\d+ removed$/)).toBeVisible();

  // By keyboard through the list; the words that changed inside the long text are marked.
  await history.comparison.getByRole('list', { name: 'What is different' }).getByRole('button').first().focus();
  for (let step = 0; step < 12 && (await history.change('workdays only').count()) === 0; step += 1) await page.keyboard.press('j');
  await expect(history.change('workdays only').locator('ins mark').first()).toHaveText('workdays only');
  await expect(history.change('workdays only').locator('del mark').first()).toContainText('day but Sunday');

  // One field goes back, then everything; both can be undone.
  await history.change('workdays only').getByRole('button', { name: 'Put back' }).first().click();
  await expect(history.change('workdays only')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText('Restored. The drawing of before is in the history.').first()).toBeVisible();
  await expect(history.canvas('Now').getByRole('group', { name: /^End, / })).toBeVisible();

  // The named version is what goes live; then the live one goes back, from the history's own line.
  await page.getByRole('radio', { name: 'Design' }).click();
  await designer.saved();
  await draw(api, bot, smallFlow({ greeting: 'A second one.', question: 'Which bike?', thanks: 'Bring it: {{answer}}' }));
  await publishBot(api, bot);
  await history.open();
  await expect(history.row('Published v2')).toContainText('Live');
  await history.act('Published v1', 'Its page, and the way back live');
  await page.getByRole('button', { name: 'Go back to v1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Go back to v1' }).click();
  await expect(page.getByText('v1 is live again')).toBeVisible();
  await page.getByRole('link', { name: 'Compare with now' }).click();
  await expect(history.comparison.getByText('1 changed')).toBeVisible();
  const visitor = await browser.newPage();
  await visitor.goto(`${url}/chat/${bot.slug}`);
  await new Chat(visitor).hears(long);
  await visitor.close();
});

test('the history can be used by everybody: by keyboard, in both colours, right to left, long, empty and when it cannot be had', async ({ page }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const bot = await makeBot(api, 'Long history', smallFlow({ greeting: 'Hello.', question: 'Who?', thanks: 'Bye.' }));
  for (let no = 1; no <= 4; no += 1) await draw(api, bot, smallFlow({ greeting: `Hello ${no}.`, question: 'Who?', thanks: 'Bye.' }));
  await api.post(`/api/v1/bots/${bot.id}/named-versions`, { name: `<img src=x onerror=alert(1)> ${'A name that goes on and on '.repeat(3)}`, point: 'now' });
  await signInAt(page, url);

  // 200 steps in the line, of two people taking turns: as many sittings.
  await page.route(/\/history\?/, async (route) => {
    const answer = await (await route.fetch()).json() as { items: { flowId: string; revision: number; at: string }[] };
    const [first] = answer.items;
    const at = Date.parse(first?.at ?? '');
    const items = Array.from({ length: 200 }, (_, no) => ({ ...first, revision: 300 - no, at: new Date(at - no * 60_000).toISOString(), kept: no > 0, by: no % 2 === 0 ? null : { id: 'b', name: 'Bartholomew Featherstonehaugh-Cholmondeley of the northern branch' } }));
    await route.fulfill({ json: { items, next: `0:${first?.flowId}:1` } });
  });
  await Designer.open(page, url, bot);
  const history = new HistoryView(page);
  await history.open();
  await expect(history.line.locator(':scope > li')).toHaveCount(202);
  expect(await accessibility(page, { what: 'long' })).toEqual([]);
  await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
  expect(await accessibility(page, { what: 'right to left' })).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
  await page.evaluate(() => { document.documentElement.dir = 'ltr'; });

  // The real line, by keyboard: a version is chosen, compared, and left again.
  await page.unroute(/\/history\?/);
  await page.reload();
  await history.open();
  const rows = history.line.getByRole('button');
  await rows.filter({ hasText: 'A name that goes on' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Read only')).toBeVisible();
  expect(await accessibility(page, { what: 'an older version' })).toEqual([]);
  await history.act(/\d steps$/, 'What changed here');
  await expect(history.comparison.getByText(/^\d+ new$/)).toBeVisible();
  await page.keyboard.press('j');
  expect(await accessibility(page, { what: 'a comparison' })).toEqual([]);
  await history.comparison.getByRole('button', { name: 'Back to the history' }).focus();
  await page.keyboard.press('Enter');
  await expect(history.comparison).toHaveCount(0);

  // What cannot be had says so, and can be asked for again.
  await page.route(/\/history\?/, (route) => route.fulfill({ status: 503, json: { error: { code: 'unavailable', message: 'The database is away.', fields: [], requestId: 'r' } } }));
  await page.reload();
  await history.open();
  const failed = page.getByRole('alert').filter({ hasText: 'Could not load the history. The database is away.' });
  await expect(failed).toBeVisible();
  expect(await accessibility(page, { what: 'failed' })).toEqual([]);
  await page.unroute(/\/history\?/);
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(history.row('A name that goes on').first()).toBeVisible();

  const empty = await api.post<{ id: string; flowId: string }>('/api/v1/bots', { name: 'No history' });
  await Designer.open(page, url, empty);
  await history.open();
  await expect(page.getByText('Nothing was drawn yet. Every step stands here from the first one on.')).toBeVisible();
});

test('a subflow that was deleted comes back with the version that calls it, which says so before', async ({ page }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const bot = await makeBot(api, 'Lost and found', smallFlow({ greeting: 'Hello.', question: 'Who?', thanks: 'Bye.' }));
  const sub = await api.post<{ id: string }>(`/api/v1/bots/${bot.id}/flows`, { name: 'Payment' });
  const drawing = smallFlow({ greeting: 'Hello.', question: 'Who?', thanks: 'Bye.' });
  const nodes = drawing['nodes'] as Record<string, unknown>;
  await draw(api, bot, { ...drawing, nodes: { ...nodes, pays: { type: 'subflow', x: 600, y: 320, title: 'Pays', data: { flow: sub.id } } } });
  await api.post(`/api/v1/bots/${bot.id}/named-versions`, { name: 'With payment', point: 'now' });
  await draw(api, bot, drawing);
  await signInAt(page, url);
  const designer = await Designer.open(page, url, bot);
  await page.getByRole('button', { name: 'More for Payment' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('button', { name: 'Payment', exact: true })).toHaveCount(0);

  const history = new HistoryView(page);
  await history.open();
  await history.row('With payment').getByRole('button').first().click();
  await expect(page.getByText('“Payment” was deleted since. Restoring brings it back.')).toBeVisible();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Restore all 2 flows that differ' }).click();
  await expect(page.getByText('Restored. The drawing of before is in the history.').first()).toBeVisible();

  // It is in the bot again, and what called it calls it.
  await page.getByRole('radio', { name: 'Design' }).click();
  await designer.saved();
  await designer.choose('Pays');
  await expect(designer.inspector.getByRole('combobox', { name: 'Flow' })).toHaveValue('Payment');
  expect((await api.get<{ items: { id: string }[] }>(`/api/v1/bots/${bot.id}/flows`)).items.map(({ id }) => id)).toContain(sub.id);
});

test('in a small window the history is a line, a moment of it to read and bring back, and a comparison', async ({ page }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const bot = await makeBot(api, 'Small history', smallFlow({ greeting: 'Hello, and welcome to the small workshop.', question: 'Who?', thanks: 'Bye.' }));
  await draw(api, bot, smallFlow({ greeting: 'Hello again.', question: 'Who?', thanks: 'Bye.' }));
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAt(page, url);
  await page.goto(`${url}/bots/${bot.id}/flows/${bot.flowId}`);
  const history = new HistoryView(page);
  await history.open();
  await expect(history.row('The drawing as it is')).toBeVisible();
  expect(await accessibility(page, { what: 'the line' })).toEqual([]);

  await history.row(/\d steps$/).getByRole('button', { name: /^\d+ steps/ }).click();
  await history.row(/\d steps/).getByRole('listitem').last().getByRole('button').first().click();
  await expect(page.getByText('Read only')).toBeVisible();
  const past = history.canvas(/^Canvas, /);
  // A card is read whole below the drawing; nothing in it can be changed.
  await past.getByRole('group', { name: /Message/ }).getByRole('heading', { level: 4 }).click();
  const card = page.getByRole('complementary', { name: 'Inspector' });
  await expect(card.getByLabel('Text', { exact: true })).toHaveValue('Hello, and welcome to the small workshop.');
  expect(await accessibility(page, { what: 'a moment' })).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  // Compared with now: one drawing at a time, the other by a switch; a line that is chosen goes there and can be put back.
  await page.getByRole('button', { name: 'Compare with now' }).click();
  const differences = history.comparison.getByRole('list', { name: 'What is different' });
  await expect(history.canvas('Now')).toBeVisible();
  await expect(history.canvas(/^Canvas, (?!Now)/)).toBeHidden();
  expect(await accessibility(page, { what: 'a comparison' })).toEqual([]);
  await history.comparison.getByRole('radio', { name: 'Old' }).click();
  await expect(history.canvas('Now')).toBeHidden();
  await expect(history.canvas(/^Canvas, (?!Now)/).getByRole('group', { name: /Message, .*Changed$/ })).toBeVisible();
  await differences.getByRole('button').first().click();
  await expect(differences.getByText('Hello again.').first()).toBeVisible();
  await expect(differences.getByRole('button', { name: 'Put back' })).toBeVisible();
  expect(await accessibility(page, { what: 'a difference' })).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await history.comparison.getByRole('button', { name: 'Back to the history' }).click();

  // All of it comes back by one press, and goes again by undo.
  const said = async (): Promise<unknown> => (await api.get<{ flow: { nodes: Record<string, { data: { text?: string } }> } }>(`/api/v1/flows/${bot.flowId}/draft`)).flow.nodes['greeting']?.data.text;
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByText('Restored. The drawing of before is in the history.').first()).toBeVisible();
  await expect(history.row('The drawing as it is')).toBeVisible();
  await expect.poll(said).toBe('Hello, and welcome to the small workshop.');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(said).toBe('Hello again.');

  // The menu of a line compares, too.
  await history.act(/\d steps/, 'What changed here');
  await expect(history.comparison).toBeVisible();

  // A link to a moment leads to the moment here, too.
  await page.goto(`${url}/bots/${bot.id}/flows/${bot.flowId}?history=now`);
  await expect(history.canvas(/^Canvas, /)).toBeVisible();
});
