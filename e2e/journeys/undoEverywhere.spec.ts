import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Api } from '../api.ts';
import { signIn } from '../api.ts';
import { draw, makeBot } from '../bots.ts';
import type { MadeBot } from '../bots.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

/* Taking back where a gesture reached further than the drawing it was made in. */

const settings = { channels: ['web'], zone: 'Europe/Paris', sessionHours: 24, errorText: 'Something went wrong.', unreadableText: 'Sorry?', waitingText: 'One moment.', silenceAfter: 'PT12H', missingTranslationsAccepted: false, consentText: '', shortcuts: {} };

/** A bot that greets somebody and has a subflow say goodbye, both with the variable of the main flow. */
async function greeter(api: Api, name: string): Promise<{ bot: MadeBot; sub: string }> {
  const bot = await api.post<MadeBot>('/api/v1/bots', { name });
  const { id: sub } = await api.post<{ id: string }>(`/api/v1/bots/${bot.id}/flows`, { name: 'Farewell' });
  const flow = (kind: 'bot' | 'subflow', nodes: object, edges: object, variables: object) => ({ schema: 1, kind, languages: ['en'], notes: {}, translations: {}, nodes, edges, variables, settings });
  await draw(api, bot, flow('bot', {
    start: { type: 'start', x: 0, y: 80, data: { openings: {} } }, hello: { type: 'message', title: 'Hello', x: 300, y: 80, data: { kind: 'text', text: 'Hello {{pet}}.' } }, call: { type: 'subflow', title: 'Says bye', x: 600, y: 80, data: { flow: sub, args: {}, results: {} } },
  }, { e1: { from: 'start', exit: 'next', to: 'hello' }, e2: { from: 'hello', exit: 'next', to: 'call' } }, { pet: { name: 'pet', type: { kind: 'text' }, initial: 'cat', order: 1 } }));
  const { revision } = await api.get<{ revision: number }>(`/api/v1/flows/${sub}/draft`);
  await api.put(`/api/v1/flows/${sub}/draft`, { revision, flow: flow('subflow', { start: { type: 'start', x: 0, y: 80, data: { openings: {} } }, bye: { type: 'message', title: 'Bye', x: 300, y: 80, data: { kind: 'text', text: 'Bye {{pet}}.' } } }, { e1: { from: 'start', exit: 'next', to: 'bye' } }, {}) });
  return { bot, sub };
}

const names = async (api: Api, bot: MadeBot): Promise<string[]> => (await api.get<{ items: { name: string }[] }>(`/api/v1/bots/${bot.id}/flows`)).items.map(({ name }) => name);
const where = (page: Page) => page.getByRole('navigation', { name: 'Where you are' });

test('a rename goes back and comes again in every flow that used the name, and a deleted subflow comes back', async ({ page }) => {
  const api = await signIn(serverUrl());
  const { bot, sub } = await greeter(api, 'Renamed');
  const inSub = async (): Promise<unknown> => (await api.get<{ flow: { nodes: Record<string, { data: { text?: string } }> } }>(`/api/v1/flows/${sub}/draft`)).flow.nodes['bye']?.data.text;
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  const errors = designer.issues.getByText(/\d+ errors?/);
  const before = await errors.textContent();

  await designer.inspector.getByRole('tab', { name: /Variables/ }).click();
  await designer.inspector.getByRole('button', { name: /^pet/ }).click();
  await designer.field('Name').fill('animal');
  await designer.field('Name').press('Enter');
  await expect(designer.card('Hello')).toContainText('Hello animal.');
  await designer.saved();
  await expect.poll(inSub).toBe('Bye {{animal}}.');

  await designer.canvas.focus();
  await page.keyboard.press('Control+z');
  await expect(designer.card('Hello')).toContainText('Hello pet.');
  await designer.saved();
  await expect.poll(inSub).toBe('Bye {{pet}}.');
  await expect(errors).toHaveText(before ?? '');

  await page.keyboard.press('Control+Shift+z');
  await expect.poll(inSub).toBe('Bye {{animal}}.');

  // Taken back from the other flow it goes back here, too.
  await designer.choose('Says bye');
  await page.keyboard.press('Control+Enter');
  await expect(designer.card('Bye')).toContainText('Bye animal.');
  await page.getByRole('button', { name: 'Undo: Rename pet to animal' }).click();
  await expect(designer.card('Bye')).toContainText('Bye pet.');
  await where(page).getByRole('button', { name: /Main flow/ }).click();
  await expect(designer.card('Hello')).toContainText('Hello pet.');
  await designer.saved();

  // Deleted, its caller has nothing to call; taken back, it has.
  await designer.canvas.focus();
  await page.keyboard.press('Escape');
  await designer.inspector.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'More for Farewell' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('button', { name: 'Farewell', exact: true })).toHaveCount(0);
  await designer.canvas.focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Farewell', exact: true })).toBeVisible();
  expect(await names(api, bot)).toContain('Farewell');
  await expect(errors).toHaveText(before ?? '');
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('button', { name: 'Farewell', exact: true })).toHaveCount(0);
  await expect.poll(() => names(api, bot)).not.toContain('Farewell');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Farewell', exact: true })).toBeVisible();

  // It gets another name; one without letters is none.
  await page.getByRole('button', { name: 'More for Farewell' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename Farewell' });
  await dialog.getByLabel('Name').fill('  ');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(dialog.getByText('A name is needed.')).toBeVisible();
  await dialog.getByLabel('Name').fill('Goodbye');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('button', { name: 'Goodbye', exact: true })).toBeVisible();
  await expect(designer.card('Says bye')).toContainText('Goodbye');
  expect(await names(api, bot)).toContain('Goodbye');
  await designer.choose('Says bye');
  await page.keyboard.press('Control+Enter');
  await expect(designer.card('Bye')).toContainText('Bye pet.');
});

test('a subflow that a paste brought along goes with it and comes back with it, unless somebody drew on it', async ({ page, context }) => {
  const api = await signIn(serverUrl());
  const { bot } = await greeter(api, 'Copied out of');
  const into = await makeBot(api, 'Copied into', { schema: 1, kind: 'bot', languages: ['en'], notes: {}, translations: {}, variables: {}, edges: {}, nodes: { start: { type: 'start', x: 0, y: 80, data: { openings: {} } } }, settings });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: serverUrl() });
  await signInAt(page, serverUrl());
  const from = await Designer.open(page, serverUrl(), bot);
  await from.choose('Says bye');
  await page.keyboard.press('Control+c');

  const designer = await Designer.open(page, serverUrl(), into);
  await designer.canvas.focus();
  await page.keyboard.press('Control+v');
  await expect(designer.card('Says bye')).toBeVisible();
  // At once, while its drawing is still on its way to the server.
  await page.keyboard.press('Control+z');
  await expect(designer.card('Says bye')).toHaveCount(0);
  await expect.poll(() => names(api, into)).toEqual(['Copied into']);
  await page.keyboard.press('Control+Shift+z');
  await expect(designer.card('Says bye')).toBeVisible();
  await designer.choose('Says bye');
  await page.keyboard.press('Control+Enter');
  await expect(designer.card('Bye')).toContainText('Bye pet.');
  await expect.poll(() => names(api, into)).toEqual(['Copied into', 'Farewell']);

  // What was drawn in it since is not thrown away.
  await designer.choose('Bye');
  await designer.rename('So long');
  await designer.saved();
  await where(page).getByRole('button', { name: /Main flow/ }).click();
  await expect(designer.card('Says bye')).toBeVisible();
  await designer.canvas.focus();
  await page.keyboard.press('Control+z');
  await expect(designer.card('Says bye')).toHaveCount(0);
  await expect(page.getByText('Farewell stays: it was drawn on since.')).toBeVisible();
  expect(await names(api, into)).toEqual(['Copied into', 'Farewell']);
});

test('a menu that a shortcut opens, and a subflow that was made for a card, go away with undo and come back with redo', async ({ page }) => {
  const api = await signIn(serverUrl());
  const { bot } = await greeter(api, 'Menus');
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  await designer.inspector.getByRole('button', { name: 'Add a shortcut' }).click();
  await page.getByRole('menuitem', { name: 'Opens a menu' }).click();
  const menu = page.getByRole('button', { name: 'Menu', exact: true });
  await expect(menu).toBeVisible();
  await designer.saved();
  await designer.canvas.focus();
  await page.keyboard.press('Control+z');
  await expect(menu).toHaveCount(0);
  await expect.poll(() => names(api, bot)).toEqual(['Menus', 'Farewell']);
  await page.keyboard.press('Control+Shift+z');
  await expect(menu).toBeVisible();
  await menu.click();
  await expect(designer.cards()).toHaveCount(3);
  await where(page).getByRole('link', { name: 'Menus' }).click();

  await designer.choose('Hello');
  await designer.add('Subflow');
  await designer.rename('Asks where');
  await designer.inspector.getByRole('button', { name: 'New subflow' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Address');
  await page.getByRole('dialog').getByRole('button', { name: 'Make it' }).click();
  await expect(designer.card('Asks where')).toContainText('Address');
  await designer.canvas.focus();
  await page.keyboard.press('Control+z');
  await expect(designer.card('Asks where')).not.toContainText('Address');
  await page.getByRole('button', { name: 'Undo: Make Address' }).click();
  await expect.poll(() => names(api, bot)).toEqual(['Menus', 'Farewell', 'Menu']);
  await page.getByRole('button', { name: 'Redo: Make Address' }).click();
  await expect.poll(() => names(api, bot)).toContain('Address');
  await page.keyboard.press('Control+Shift+z');
  await expect(designer.card('Asks where')).toContainText('Address');
});
