import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Flow } from '@parley/shared/flow/document';
import { signIn } from '../api.ts';
import { makeBot, smallFlow } from '../bots.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

/** Pulls from one place to another as a hand does; what is seen meanwhile is looked at before it lets go. */
async function pull(page: Page, from: { x: number; y: number }, by: { x: number; y: number }, meanwhile?: () => Promise<void>): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // What is taken hold of follows from here on.
  await page.mouse.move(from.x + Math.sign(by.x) * 4, from.y + Math.sign(by.y) * 4);
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 8 });
  await meanwhile?.();
  await page.mouse.up();
}

test('with the pointer: cards are drawn around, moved together onto a line, tidied alone and with the others, and the map moves the paper', async ({ page }) => {
  const api = await signIn(serverUrl());
  const say = (x: number, y: number, title: string) => ({ type: 'message', title, x, y, data: { kind: 'text', text: `${title}.` } });
  const bot = await makeBot(api, 'Pointer', {
    ...smallFlow({ greeting: '', question: '', thanks: '' }), variables: {},
    nodes: { start: { type: 'start', x: 0, y: 0, data: { openings: {} } }, a: say(300, 0, 'One'), b: say(340, 170, 'Two'), c: say(420, 400, 'Three'), end: { type: 'end', x: 0, y: 400, data: { text: 'Bye.' } } },
    edges: { e1: { from: 'start', exit: 'next', to: 'a' }, e2: { from: 'a', exit: 'next', to: 'b' }, e3: { from: 'b', exit: 'next', to: 'c' }, e4: { from: 'c', exit: 'next', to: 'end' } },
  });
  const placesNow = async (): Promise<Record<string, { x: number; y: number }>> => {
    const { flow } = await api.get<{ flow: Flow }>(`/api/v1/flows/${bot.flowId}/draft`);
    return Object.fromEntries(Object.entries(flow.nodes).map(([id, { x, y }]) => [id, { x, y }]));
  };
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  const boxOf = async (title: string) => (await designer.card(title).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };

  // What a rectangle drawn on the ground touches is chosen.
  const [one, two, three] = [await boxOf('One'), await boxOf('Two'), await boxOf('Three')];
  await page.keyboard.down('Shift');
  await pull(page, { x: one.x - 12, y: one.y - 14 }, { x: two.x + two.width + 24 - one.x, y: two.y + two.height / 2 - one.y });
  await page.keyboard.up('Shift');
  await expect(designer.inspector.getByRole('heading', { name: '2 nodes' })).toBeVisible();

  // Pulled nearly under the third they are drawn onto its edge, both alike, and a line says so.
  const drawn = await placesNow();
  await pull(page, { x: one.x + 60, y: one.y + 14 }, { x: three.x - one.x, y: 0 }, () => expect(designer.canvas.locator('[data-guide="x"]').first()).toBeVisible());
  await expect(designer.canvas.locator('[data-guide]')).toHaveCount(0);
  await expect.poll(placesNow).toEqual({ ...drawn, a: { x: 420, y: 0 }, b: { x: 460, y: 170 } });
  expect((await boxOf('One')).x).toBeCloseTo((await boxOf('Three')).x, 0);

  // Tidied alone they stand one below the other where they were, and everything else stays. Then the whole drawing is one column.
  const moved = await placesNow();
  await designer.canvas.getByRole('button', { name: 'Tidy what is chosen' }).click();
  await expect.poll(async () => (await placesNow())['b']?.x).toBe(420);
  const alone = await placesNow();
  expect(alone).toEqual({ ...moved, b: { x: 420, y: alone['b']?.y } });
  expect(alone['b']?.y).toBeGreaterThan(60);
  await page.getByRole('button', { name: 'Undo: Tidy 2 cards' }).click();
  await expect.poll(placesNow).toEqual(moved);
  await designer.canvas.press('Escape');
  await page.getByRole('button', { name: 'Tidy', exact: true }).click();
  await expect.poll(async () => new Set(Object.values(await placesNow()).map(({ x }) => x)).size).toBe(1);
  const all = await placesNow();
  expect(['start', 'a', 'b', 'c', 'end'].toSorted((left, right) => (all[left]?.y ?? 0) - (all[right]?.y ?? 0))).toEqual(['start', 'a', 'b', 'c', 'end']);
  await page.getByRole('button', { name: 'Undo: Tidy', exact: true }).click();
  await expect.poll(placesNow).toEqual(moved);

  // A press in the map goes there, a drag in it carries the paper along.
  const map = (await designer.canvas.getByRole('img', { name: 'Map of the canvas' }).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const before = await boxOf('Start');
  await page.mouse.click(map.x + map.width - 8, map.y + map.height / 2);
  await expect.poll(async () => (await boxOf('Start')).x).toBeLessThan(before.x - 40);
  const there = await boxOf('Start');
  await pull(page, { x: map.x + map.width / 2, y: map.y + map.height / 2 }, { x: -24, y: 0 });
  await expect.poll(async () => (await boxOf('Start')).x).toBeGreaterThan(there.x + 40);
  expect(await placesNow()).toEqual(moved);
});
