import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Flow } from '@parley/shared/flow/document';
import { signIn } from '../api.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

interface Bot { id: string; flowId: string }

/** A bot whose drawing is given beforehand; the start keeps its id. */
async function drawn(name: string, draw: (flow: Flow, start: string) => void): Promise<Bot> {
  const api = await signIn(serverUrl());
  const bot = await api.post<Bot>('/api/v1/bots', { name });
  const { revision, flow } = await api.get<{ revision: number; flow: Flow }>(`/api/v1/flows/${bot.flowId}/draft`);
  draw(flow, Object.keys(flow.nodes)[0] ?? '');
  await api.put(`/api/v1/flows/${bot.flowId}/draft`, { revision, flow });
  return bot;
}

const say = (x: number, y: number, title: string, text: string): Flow['nodes'][string] => ({ type: 'message', title, x, y, data: { kind: 'text', text } });
const draftOf = async (flow: string): Promise<Flow> => (await (await signIn(serverUrl())).get<{ flow: Flow }>(`/api/v1/flows/${flow}/draft`)).flow;

async function three(page: Page, name: string): Promise<{ designer: Designer; bot: Bot }> {
  const bot = await drawn(name, (flow, start) => {
    flow.variables = { pet: { name: 'pet', type: { kind: 'text' }, initial: 'cat', order: 1 } };
    Object.assign(flow.nodes, { a: say(400, 100, 'One', 'Hello to your {{pet}}, a pet.'), b: say(460, 300, 'Two', 'We like any pet.'), c: say(430, 560, 'Three', 'Pets are welcome.') });
    flow.edges = { e1: { from: start, exit: 'next', to: 'a' }, e2: { from: 'a', exit: 'next', to: 'b' }, e3: { from: 'b', exit: 'next', to: 'c' } };
  });
  await signInAt(page, serverUrl());
  return { designer: await Designer.open(page, serverUrl(), bot), bot };
}

test('order is brought into cards: aligned, distributed, framed; the frame carries them, and all of it is taken back by name', async ({ page }) => {
  const { designer, bot } = await three(page, 'Order');
  await page.keyboard.press('Control+a');
  await designer.card('Start').getByRole('heading').click({ modifiers: ['Shift'] });
  await expect(designer.inspector.getByRole('heading', { name: '3 nodes' })).toBeVisible();
  await designer.inspector.getByRole('button', { name: 'Align left' }).click();
  await designer.canvas.focus();
  await page.keyboard.press('Alt+Shift+V');
  await designer.saved();
  const aligned = await draftOf(bot.flowId);
  expect(['a', 'b', 'c'].map((id) => aligned.nodes[id]?.x)).toEqual([400, 400, 400]);
  expect((aligned.nodes['c']?.y ?? 0) - (aligned.nodes['b']?.y ?? 0)).toBe((aligned.nodes['b']?.y ?? 0) - (aligned.nodes['a']?.y ?? 0));

  await page.keyboard.press('f');
  await page.keyboard.type('Welcome');
  await page.keyboard.press('Enter');
  const frame = designer.canvas.getByRole('region', { name: 'Frame, Welcome' });
  await expect(designer.inspector.getByText('3 things stand in it and move with it')).toBeVisible();
  await designer.inspector.getByRole('radio', { name: 'Teal' }).click();
  const box = await frame.getByText('Welcome').boundingBox();
  if (!box) throw new Error('The frame is not to be seen.');
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 50, { steps: 6 });
  await page.mouse.move(box.x + 120, box.y + 10, { steps: 6 });
  await page.mouse.up();
  await designer.saved();
  const moved = await draftOf(bot.flowId);
  const [area] = Object.values(moved.frames ?? {});
  expect(area).toMatchObject({ title: 'Welcome', tone: 'talk' });
  expect((moved.nodes['a']?.x ?? 0) - (area?.x ?? 0)).toBe(28);
  expect(moved.nodes['a']?.x).toBeGreaterThan(400);

  for (const gesture of ['Move 4 cards', 'Edit the frame', 'Edit the frame', 'Frame 3 cards', 'Distribute 3 cards down', 'Align 3 cards left']) {
    await page.getByRole('button', { name: new RegExp(`^Undo: ${gesture}`) }).click();
  }
  await designer.saved();
  const back = await draftOf(bot.flowId);
  expect(Object.keys(back.frames ?? {})).toEqual([]);
  expect(['a', 'b', 'c'].map((id) => back.nodes[id]?.x)).toEqual([400, 460, 430]);
});

test('words are found and replaced around expressions, a variable wherever it is used, and one Undo takes it back', async ({ page }) => {
  const { designer, bot } = await three(page, 'Finding');
  await designer.canvas.focus();
  await page.keyboard.press('Control+f');
  const find = page.getByRole('region', { name: 'Find', exact: true });
  await expect(find.getByRole('textbox', { name: 'Find' })).toBeFocused();
  await page.keyboard.type('pet');
  await expect(find.getByText('5 places')).toBeVisible();
  await find.getByRole('button', { name: 'Whole words' }).click();
  await expect(find.getByText('4 places')).toBeVisible();
  await find.getByRole('radio', { name: 'Texts' }).click();
  await expect(find.getByText('2 places')).toBeVisible();
  await find.getByRole('button', { name: /^Two/ }).click();
  await expect(designer.field('Text')).toBeFocused();

  await page.keyboard.press('Control+h');
  await find.getByRole('textbox', { name: 'Replace with' }).fill('animal');
  await find.getByRole('button', { name: 'Replace all' }).click();
  await expect(designer.card('One')).toContainText('a animal');
  await designer.saved();
  expect((await draftOf(bot.flowId)).nodes['a']?.data['text']).toBe('Hello to your {{pet}}, a animal.');

  // Pressed at once, while the places of the search before still stand there: it means those of this one.
  await find.getByRole('textbox', { name: 'Replace with' }).focus();
  await find.getByRole('radio', { name: 'Variables' }).dispatchEvent('click');
  await page.keyboard.press('Enter');
  await expect(designer.card('One')).toContainText('Hello to your animal');
  await expect(find.getByText('Nothing has “pet” in it.')).toBeVisible();
  await designer.saved();
  const renamed = await draftOf(bot.flowId);
  expect(renamed.variables['pet']?.name).toBe('animal');
  expect(renamed.nodes['a']?.data['text']).toBe('Hello to your {{animal}}, a animal.');
  await page.keyboard.press('Escape');
  await expect(designer.canvas).toBeFocused();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await designer.saved();
  expect((await draftOf(bot.flowId)).nodes['a']?.data['text']).toBe('Hello to your {{pet}}, a pet.');
});

test('a piece goes into another bot with the flow it calls, a clash of names is told, and the way into the flow leads back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const api = await signIn(serverUrl());
  const { designer, bot } = await three(page, 'Piece');
  const sub = await api.post<{ id: string }>(`/api/v1/bots/${bot.id}/flows`, { name: 'Farewell' });
  const { revision, flow } = await api.get<{ revision: number; flow: Flow }>(`/api/v1/flows/${bot.flowId}/draft`);
  flow.nodes['call'] = { type: 'subflow', title: 'Say bye', x: 760, y: 100, data: { flow: sub.id, args: {}, results: {} } };
  await api.put(`/api/v1/flows/${bot.flowId}/draft`, { revision, flow });
  await Designer.open(page, serverUrl(), bot);
  await designer.choose('Say bye');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Farewell' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Where you are' }).getByRole('button', { name: /Main flow · Say bye/ }).click();
  await expect(designer.inspector.getByLabel('Title')).toHaveValue('Say bye');
  await designer.choose('One');
  await designer.card('Say bye').getByRole('heading').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');

  const other = await drawn('Into', (target) => { target.variables = { other: { name: 'pet', type: { kind: 'number' }, order: 1 } }; });
  const tab = await context.newPage();
  const there = await Designer.open(tab, serverUrl(), other);
  await there.canvas.focus();
  await tab.keyboard.press('Control+v');
  await expect(there.cards()).toHaveCount(3);
  await expect(tab.getByText(/pet is called pet2 here.*The flow Farewell came along/)).toBeVisible();
  await expect(there.card('One')).toContainText('pet2');
  await there.choose('Say bye');
  await tab.keyboard.press('Control+Enter');
  await expect(tab.getByRole('heading', { level: 1, name: 'Farewell' })).toBeVisible();
});

test('a file dropped on an empty drawing is drawn there and begun with', async ({ page }) => {
  const bot = await drawn('Dropped', () => undefined);
  const source = await three(page, 'In a file');
  const text = JSON.stringify(await (await signIn(serverUrl())).get<object>(`/api/v1/bots/${source.bot.id}/export`));
  const designer = await Designer.open(page, serverUrl(), bot);
  const data = await page.evaluateHandle((json) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([json], 'bot.json', { type: 'application/json' }));
    return transfer;
  }, text);
  const ground = await designer.canvas.boundingBox();
  await designer.canvas.locator('.react-flow__pane').dispatchEvent('drop', { dataTransfer: data, clientX: (ground?.x ?? 0) + 300, clientY: (ground?.y ?? 0) + 200 });
  await page.getByRole('dialog', { name: 'Put In a file on this drawing' }).getByRole('button', { name: 'Put it here' }).click();
  await expect(designer.cards()).toHaveCount(4);
  await expect(designer.edges()).toHaveCount(3);
  await expect(page.getByText(/From In a file: its drawing/)).toBeVisible();
  await designer.canvas.focus();
  await page.keyboard.press('Control+z');
  await expect(designer.cards()).toHaveCount(1);
});
