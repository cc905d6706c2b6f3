import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { signIn } from '../api.ts';
import { makeBot, smallFlow } from '../bots.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl } from '../pages/studio.ts';
import { joinTeam } from '../people.ts';
import type { Colleague } from '../people.ts';

const api = () => signIn(serverUrl());
const cursorOf = (designer: Designer, name: string): Locator => designer.canvas.locator(`[data-cursor="${name}"]`);
/** Where a canvas looks, and how near. */
const viewOf = (page: Page): Promise<number[]> => page.locator('.react-flow__viewport').evaluate((element) => {
  const { a, e, f } = new DOMMatrix(getComputedStyle(element).transform);
  return [a * 100, e, f];
});
const middleOf = async (thing: Locator): Promise<{ x: number; y: number }> => {
  const box = await thing.boundingBox();
  if (!box) throw new Error('It is on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

test('two people draw one bot: they see each other, edit at once, and nobody’s edit is lost', async ({ browser }) => {
  const owner = await api();
  const bot = await makeBot(owner, 'Drawn by two', smallFlow({ greeting: 'Hello.', question: 'Who is there?', thanks: 'Bye' }));
  const [ann, bo] = await Promise.all([joinTeam(owner, browser, { name: 'Ann Archer', access: 'editor' }), joinTeam(owner, browser, { name: 'Bo Baker', access: 'editor' })]);
  const a = await Designer.open(ann.page, serverUrl(), bot);
  const b = await Designer.open(bo.page, serverUrl(), bot);

  await test.step('who comes is seen and spoken, where they point and what they chose is seen', async () => {
    await expect(ann.page.getByText('Bo Baker is here now')).toBeAttached();
    await expect(bo.page.getByRole('button', { name: 'Go where Ann Archer is' })).toBeVisible();
    const start = a.card('Start').getByRole('heading', { level: 4 });
    await start.hover();
    await expect(cursorOf(b, 'Ann Archer')).toBeVisible();
    const there = await middleOf(b.card('Start').getByRole('heading', { level: 4 }));
    await expect.poll(async () => {
      const tip = await cursorOf(b, 'Ann Archer').boundingBox();
      return tip ? Math.hypot(tip.x - there.x, tip.y - there.y) : Infinity;
    }).toBeLessThan(6);
    await a.choose('End');
    await expect(b.card('End').getByText('AA', { exact: true })).toBeVisible();
    await b.choose('End');
    await a.field('Last words').focus();
    await expect(b.inspector.getByText('Ann Archer is typing here')).toBeVisible();
    await expect(cursorOf(a, 'Ann Archer')).toHaveCount(0);
  });

  await test.step('both edit at once, different nodes; undo takes back one’s own edit only', async () => {
    await b.choose('Message');
    await Promise.all([a.field('Last words').fill('Bye, and thanks'), b.field('Text').fill('Hello there.')]);
    for (const each of [a, b]) {
      await expect(each.card('End')).toContainText('Bye, and thanks');
      await expect(each.card('Message')).toContainText('Hello there.');
    }
    await a.canvas.focus();
    await ann.page.keyboard.press('Control+z');
    for (const each of [a, b]) {
      await expect(each.card('End')).not.toContainText('and thanks');
      await expect(each.card('Message')).toContainText('Hello there.');
    }
    const moved = await middleOf(b.card('End'));
    await a.card('End').getByRole('heading', { level: 4 }).hover();
    await ann.page.mouse.down();
    await ann.page.mouse.move(700, 200, { steps: 6 });
    // Seen while it is dragged, before the drop.
    await expect.poll(async () => Math.hypot((await middleOf(b.card('End'))).x - moved.x, (await middleOf(b.card('End'))).y - moved.y)).toBeGreaterThan(20);
    await ann.page.mouse.up();
    await a.saved();
  });

  await test.step('one looks where the other looks, until a move of one’s own', async () => {
    await bo.page.getByRole('button', { name: 'Go where Ann Archer is' }).click();
    await expect(b.canvas.getByText('Following Ann Archer')).toBeVisible();
    await a.canvas.focus();
    await ann.page.keyboard.press('-');
    await ann.page.keyboard.press('-');
    await expect.poll(async () => {
      const theirs = await viewOf(ann.page);
      return Math.max(...(await viewOf(bo.page)).map((value, at) => Math.abs(value - (theirs[at] ?? 0))));
    }).toBeLessThan(1);
    await b.canvas.press('Escape');
    await expect(b.canvas.getByText('Following Ann Archer')).toHaveCount(0);
  });

  await test.step('the same field twice, one of them without a connection, asks who stays', async () => {
    await a.choose('End');
    await ann.context.setOffline(true);
    await a.field('Last words').fill('Bye from Ann');
    await expect(ann.page.getByText('Kept on this device')).toBeVisible();
    await b.choose('End');
    await b.field('Last words').fill('Bye from Bo');
    // Theirs is on the server before mine is sent.
    await expect.poll(async () => (await owner.get<{ flow: { nodes: Record<string, { data: { text: string } }> } }>(`/api/v1/flows/${bot.flowId}/draft`)).flow.nodes['thanks']?.data.text).toBe('Bye from Bo');
    await ann.context.setOffline(false);
    const question = ann.page.getByRole('dialog', { name: /Two edits of End/ });
    await expect(question.getByText('Bye from Ann')).toBeVisible();
    await expect(question.getByText('Bye from Bo')).toBeVisible();
    await question.getByRole('button', { name: 'Use yours' }).click();
    await expect(b.card('End')).toContainText('Bye from Ann');
  });

  await ann.context.close();
  await expect(bo.page.getByRole('button', { name: 'Go where Ann Archer is' })).toHaveCount(0);
  await expect(cursorOf(b, 'Ann Archer')).toHaveCount(0);
  await bo.context.close();
});

test('people talk about a node: called by name, answered, settled; it outlives the node', async ({ browser }) => {
  const owner = await api();
  const bot = await makeBot(owner, 'Talked about', smallFlow({ greeting: 'Hello.', question: 'Who is there?', thanks: 'Bye' }));
  const [ann, bo] = await Promise.all([joinTeam(owner, browser, { name: 'Ann Asker', access: 'analyst' }), joinTeam(owner, browser, { name: 'Bo Builder', access: 'editor' })]);
  const a = await Designer.open(ann.page, serverUrl(), bot);
  const b = await Designer.open(bo.page, serverUrl(), bot);
  const said = (page: Page) => page.getByRole('region', { name: 'Comments' });

  await test.step('by keyboard, whoever may only look comments and calls somebody', async () => {
    await a.choose('Message');
    await a.canvas.press('r');
    const words = said(ann.page).getByRole('textbox', { name: 'Write a comment' });
    await expect(words).toBeFocused();
    await words.pressSequentially('@bo bu');
    await expect(said(ann.page).getByRole('option', { name: /Bo Builder/ })).toBeVisible();
    // Whoever types on is faster than the next frame.
    await words.evaluate(async (area) => {
      area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      await Promise.resolve();
      document.execCommand('insertText', false, 'is ');
      await new Promise((frame) => { requestAnimationFrame(frame); });
    });
    await words.pressSequentially('<b>this</b> polite?');
    await expect(words).toHaveValue('@Bo Builder is <b>this</b> polite?');
    await words.press('Control+Enter');
    // While it is sent, the comment stands in its field, too.
    await expect(words).toHaveCount(0);
    await expect(said(ann.page).getByText('@Bo Builder')).toBeVisible();
    await expect(a.card('Message').getByRole('button', { name: '1 open thread' })).toBeVisible();
  });

  await test.step('whoever is called is told, reads, answers', async () => {
    await expect(bo.page.getByText('Ann Asker called you in a comment')).toBeVisible();
    expect(await accessibility(ann.page, { what: 'a thread', scheme: 'light' })).toEqual([]);
    await expect(bo.page.getByRole('button', { name: 'Comments, 1 thread unread' })).toBeVisible();
    await b.card('Message').getByRole('button', { name: '1 open thread' }).click();
    // Markup stays letters.
    await expect(said(bo.page).getByText('is <b>this</b> polite?')).toBeVisible();
    await expect(bo.page.getByRole('button', { name: 'Comments', exact: true })).toBeVisible();
    await said(bo.page).getByRole('textbox', { name: 'Reply' }).fill('It will be.');
    await said(bo.page).getByRole('button', { name: 'Reply' }).click();
    await expect(said(ann.page).getByText('It will be.')).toBeVisible();
  });

  await test.step('the inspector holds what is said about its node; another thread is begun and settled there', async () => {
    await b.choose('Message');
    await b.inspector.getByRole('tab', { name: 'Comments (1)' }).click();
    const here = b.inspector.getByRole('tabpanel');
    await expect(here.getByText('is <b>this</b> polite?')).toBeVisible();
    await here.getByRole('textbox', { name: 'Write a comment' }).fill('Shorter, please.');
    await here.getByRole('button', { name: 'Comment', exact: true }).click();
    await expect(b.inspector.getByRole('tab', { name: 'Comments (2)' })).toBeVisible();
    await expect(a.card('Message').getByRole('button', { name: '2 open threads' })).toBeVisible();
    expect(await accessibility(bo.page, { what: 'comments in the inspector', scheme: 'light' })).toEqual([]);
    await here.getByRole('button', { name: 'Settle' }).click();
    await expect(a.card('Message').getByRole('button', { name: '1 open thread' })).toBeVisible();
    await b.inspector.getByRole('tab', { name: 'Content' }).click();
  });

  await test.step('the node is deleted and comes back, the thread stays', async () => {
    await b.choose('Message');
    await b.canvas.press('Delete');
    await expect(said(ann.page).getByText('On a deleted node').first()).toBeVisible();
    await b.canvas.press('Control+z');
    await expect(said(ann.page).getByText('On Message')).toBeVisible();
    await expect(a.card('Message').getByRole('button', { name: '1 open thread' })).toBeVisible();
  });

  await test.step('a place of the canvas is spoken of, too; a settled thread leaves the canvas', async () => {
    await b.canvas.press('Escape');
    await b.canvas.press('r');
    await expect(b.canvas.getByText('Click where the comment goes')).toBeVisible();
    await b.canvas.locator('.react-flow__pane').click({ position: { x: 420, y: 60 } });
    await said(bo.page).getByRole('textbox', { name: 'Write a comment' }).fill('Room for more here.');
    await said(bo.page).getByRole('button', { name: 'Comment', exact: true }).last().click();
    await expect(a.canvas.getByRole('button', { name: 'Comment by Bo Builder' })).toBeVisible();
    await said(ann.page).getByRole('button', { name: /On the canvas/ }).click();
    await said(ann.page).getByRole('button', { name: 'Settle' }).click();
    await expect(b.canvas.getByRole('button', { name: 'Comment by Bo Builder' })).toHaveCount(0);
    await said(ann.page).getByRole('radio', { name: /Settled/ }).click();
    await expect(said(ann.page).getByText(/Settled by Ann Asker/)).toBeVisible();
    expect(await accessibility(ann.page, { what: 'settled threads', scheme: 'dark' })).toEqual([]);
  });

  await test.step('calls are found again among the mentions, and lead to their thread', async () => {
    await bo.page.goto(`${serverUrl()}/mentions`);
    await bo.page.getByRole('link', { name: /is <b>this<\/b> polite/ }).click();
    await expect(said(bo.page).getByText('It will be.')).toBeVisible();
    await expect(b.card('Message').getByRole('button', { name: '1 open thread' })).toBeVisible();
  });
  for (const { context } of [ann, bo]) await context.close();
});

test.describe('work that cannot be saved is kept', () => {
  const kept = (page: Page): Locator => page.getByText(/Kept on this device/);
  const open = async (browser: Parameters<typeof joinTeam>[1], name: string): Promise<{ who: Colleague; designer: Designer; bot: { id: string; flowId: string } }> => {
    const owner = await api();
    const bot = await makeBot(owner, name, smallFlow({ greeting: 'Hello.', question: 'Who is there?', thanks: 'Bye' }));
    const who = await joinTeam(owner, browser, { name: 'Cy Cutoff', access: 'editor' });
    return { who, designer: await Designer.open(who.page, serverUrl(), bot), bot };
  };

  test('the server is out of reach, the tab crashes, somebody else edits the same: both sides are shown', async ({ browser }) => {
    const { who, designer, bot } = await open(browser, 'Crashed');
    await designer.choose('End');
    await who.page.route('**/api/v1/flows/*/ops', (route) => route.abort());
    await designer.field('Last words').fill('Kept through the crash');
    await expect(kept(who.page)).toBeVisible();
    await who.page.close();
    const owner = await api();
    await owner.post(`/api/v1/flows/${bot.flowId}/ops`, { id: 'meanwhile', gesture: 'Edit', ops: [{ op: 'set', path: ['nodes', 'thanks', 'data', 'text'], base: 'Bye', value: 'Meanwhile' }] });
    const page = await who.context.newPage();
    const again = await Designer.open(page, serverUrl(), bot);
    const question = page.getByRole('dialog', { name: /Two edits of End/ });
    await expect(question.getByText('Kept through the crash')).toBeVisible();
    await expect(question.getByText('Meanwhile', { exact: true })).toBeVisible();
    await question.getByRole('button', { name: 'Use yours' }).click();
    await expect(again.card('End')).toContainText('Kept through the crash');
    await again.saved();
    await who.context.close();
  });

  test('signed out meanwhile: it is said, and sent after signing in again', async ({ browser }) => {
    const { who, designer, bot } = await open(browser, 'Signed out');
    await designer.choose('End');
    // A token that ran out is renewed without a word.
    await who.page.route('**/api/v1/flows/*/ops', (route) => route.fulfill({ status: 401, json: { error: { code: 'signedOut', message: 'The sign-in is over.', fields: [], requestId: 'r' } } }), { times: 1 });
    await designer.field('Last words').fill('After ten minutes');
    await designer.saved();
    await who.page.evaluate(() => fetch('/api/v1/auth/sign-out', { method: 'POST' }));
    await designer.field('Last words').fill('Typed while signed out');
    const dialog = who.page.getByRole('dialog', { name: 'You are signed out' });
    await expect(dialog.getByText('Typed while signed out')).toBeVisible();
    await dialog.getByRole('button', { name: 'Sign in again' }).click();
    const { items } = await (await api()).get<{ items: { id: string; email: string }[] }>('/api/v1/accounts?limit=200');
    await who.page.getByLabel('E-mail').fill(items.find(({ id }) => id === who.id)?.email ?? '');
    await who.page.getByLabel('Password', { exact: true }).fill('a password of theirs');
    await who.page.getByRole('button', { name: 'Sign in' }).click();
    await expect(designer.card('End')).toContainText('Typed while signed out');
    await designer.saved();
    const { flow } = await (await api()).get<{ flow: { nodes: Record<string, { data: { text: string } }> } }>(`/api/v1/flows/${bot.flowId}/draft`);
    expect(flow.nodes['thanks']?.data.text).toBe('Typed while signed out');
    await who.context.close();
  });

  test('the right to edit is withdrawn while drawing: the work is there to copy', async ({ browser }) => {
    const { who, designer } = await open(browser, 'Withdrawn');
    await who.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await designer.choose('End');
    await who.page.route('**/api/v1/flows/*/ops', (route) => route.abort());
    await designer.field('Last words').fill('Not yours any more');
    await expect(kept(who.page)).toBeVisible();
    await (await api()).patch(`/api/v1/accounts/${who.id}`, { access: 'analyst' });
    await expect(who.page.getByText('To look at', { exact: true })).toBeVisible();
    await who.page.unroute('**/api/v1/flows/*/ops');
    const dialog = who.page.getByRole('dialog', { name: 'You may not edit this bot any more' });
    await dialog.getByRole('button', { name: 'Copy the changes' }).click();
    expect(await who.page.evaluate(() => navigator.clipboard.readText())).toContain('Not yours any more');
    expect(await accessibility(who.page, { what: 'work to copy', scheme: 'light' })).toEqual([]);
    await dialog.getByRole('button', { name: 'Give them up' }).click();
    await expect(designer.card('End')).toContainText('Bye');
    // The line came back by itself: what changes next is heard, too.
    await (await api()).patch(`/api/v1/accounts/${who.id}`, { access: 'editor' });
    await expect(who.page.getByText('You may edit this bot again.')).toBeVisible();
    await designer.field('Last words').fill('Welcome back');
    await designer.saved();
    await who.context.close();
  });

  test('a flow deleted while it is open: the work is there to copy, and the way on is shown', async ({ browser }) => {
    const { who, designer, bot } = await open(browser, 'Deleted');
    const owner = await api();
    const sub = await owner.post<{ id: string }>(`/api/v1/bots/${bot.id}/flows`, { name: 'Address' });
    // Whoever has the bot open sees the new flow at once.
    await who.page.getByRole('navigation', { name: 'Where you are' }).getByRole('button').click();
    await who.page.getByRole('menuitem', { name: 'Address' }).click();
    await expect(designer.cards()).toHaveCount(1);
    await who.page.route('**/api/v1/flows/*/ops', (route) => route.abort());
    await designer.choose('Start');
    await designer.add('End');
    await expect(kept(who.page)).toBeVisible();
    await owner.delete(`/api/v1/flows/${sub.id}`);
    const dialog = who.page.getByRole('dialog', { name: 'This flow was deleted' });
    await expect(dialog.getByText(/Add End/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Give them up' }).click();
    await who.page.getByRole('button', { name: 'Go to the main flow' }).click();
    await expect(designer.card('Message')).toBeVisible();
    await who.context.close();
  });
});
