import { expect, test } from '@playwright/test';
import type { Flow } from '@parley/shared/flow/document';
import { signIn } from '../api.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

/* The types that wait, go round, divide people and ask other systems: drawn, filled in and held in one conversation. */

test('a supper is drawn of every type that other journeys do not draw, is proven, and is held to its end in the simulator', async ({ page }) => {
  const api = await signIn(serverUrl());
  const bot = await api.post<{ id: string; flowId: string }>('/api/v1/bots', { name: 'Supper' });
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  const { inspector, simulator } = designer;
  const field = (label: string) => designer.field(label);
  const take = async (label: string, option: string) => {
    await inspector.getByRole('combobox', { name: label, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const make = async (label: string, name: string) => {
    await inspector.getByRole('combobox', { name: label, exact: true }).fill(name);
    await page.keyboard.press('Enter');
  };
  const lead = async (exit: string, to: string) => {
    await inspector.getByRole('tab', { name: 'Ways out' }).click();
    await inspector.getByLabel(exit, { exact: true }).fill(to);
    await page.keyboard.press('Enter');
  };

  await designer.choose('Start');
  await designer.add('Form');
  await field('Text').fill('A table for the evening');
  await field('Label').fill('Your name');
  await make('Save in', 'guest');

  // Two ways by weight, and both come to the round.
  await designer.add('Split');
  for (const [at, [name, weight]] of ([['Early', '9'], ['Late', '1']] as const).entries()) {
    await inspector.getByLabel('Name', { exact: true }).nth(at).fill(name);
    await inspector.getByLabel('Weight').nth(at).fill(weight);
  }
  await expect(designer.card('Split')).toContainText('Early 90 % · Late 10 %');
  await designer.add('Loop');
  await field('List').fill('["soup", "bread"]');
  await make('Item', 'dish');
  await designer.canvas.press('ArrowLeft');
  await lead('Late · 10 %', 'Loop');
  await inspector.getByRole('button', { name: 'Go there' }).first().click();
  await designer.add('Message');
  await field('Text').fill('Here is the {{dish}}.');
  await lead('Next', 'Loop');
  await inspector.getByRole('button', { name: 'Go there' }).first().click();

  await designer.add('Wait');
  await field('How long').fill('2');
  await take('When people write', 'Keep it');
  await designer.add('Record');
  await take('Does', 'Add if absent');
  await field('Collection').click();
  await page.keyboard.type('suppers');
  // It is kept, and no suggestion to itself.
  await expect(designer.card('Record')).toContainText('suppers');
  await expect(page.getByRole('option', { name: 'suppers' })).toHaveCount(0);
  await field('Key').fill('guest');
  await designer.add('Model');
  await field('Instructions').fill('Ask {{guest}} how it tasted, in one sentence.');
  await designer.add('Classify');
  await field('Text').fill('"I am " + guest');
  await field('Label').first().fill('Was pleased');
  await field('Label').last().fill('Was not');
  await designer.add('HTTP request');
  await field('Address').fill('https://example.com/bills/{{guest}}');
  await make('Save in', 'bill');
  await designer.add('Callback');
  await field('Message').fill('Please pay {{bill}}.');
  await field('Code').fill('paid');
  await field('Name of the exit').fill('Paid');
  await designer.add('End');
  await field('Last words').fill('Good night, {{guest}}.');

  // What still leads nowhere is led to the end, all at once, and the proof has nothing against it.
  await designer.canvas.focus();
  await page.keyboard.press('Control+a');
  await inspector.getByLabel('Ways out that lead nowhere').fill('End');
  await page.keyboard.press('Enter');
  await expect(designer.issues.getByText(/errors?$/)).toHaveCount(0);
  await expect(designer.issues.getByText(/warnings?$/)).toHaveCount(0);
  await designer.saved();
  const { flow } = await api.get<{ flow: Flow }>(`/api/v1/flows/${bot.flowId}/draft`);
  const dataOf = (type: string) => Object.values(flow.nodes).find((node) => node.type === type)?.data;
  expect(['loop', 'wait', 'record'].map(dataOf)).toMatchObject([{ list: '["soup", "bread"]' }, { duration: 'PT2H', meanwhile: 'hold' }, { does: 'add', collection: 'suppers', key: 'guest' }]);
  expect(Object.values(flow.variables).map(({ name, type }) => `${name}: ${type.kind}`).toSorted()).toEqual(['bill: text', 'dish: text', 'guest: text']);

  // Held: one way of the split, every round, the wait by the clock, and each other system by what it would answer.
  await simulator.getByRole('button', { name: 'Start', exact: true }).click();
  await simulator.getByLabel('Your name').fill('Ada');
  await simulator.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(simulator.getByText('Here is the soup.')).toBeVisible();
  await expect(simulator.getByText('Here is the bread.')).toBeVisible();
  await expect(designer.card('Split').locator('[data-taken="true"]')).toHaveCount(1);
  await simulator.getByRole('button', { name: /^Time and contact/ }).click();
  await page.getByRole('button', { name: /^To the next deadline/ }).click();
  const outside = simulator.getByRole('form', { name: 'What does the other system answer?' });
  const answer = outside.getByRole('button', { name: 'Answer', exact: true });
  await expect(outside.getByText('Asked by Model')).toBeVisible();
  await outside.getByLabel('Answer', { exact: true }).fill('{"outcome": "done", "text": "How was it, Ada?", "by": "model", "used": {"model": null, "tokensIn": 0, "tokensOut": 0, "cost": 0}}');
  await answer.click();
  await expect(simulator.getByText('How was it, Ada?')).toBeVisible();
  for (const asks of ['Asked by Classify', 'GET https://example.com/bills/Ada', 'Asked by Callback']) {
    await expect(outside.getByText(asks)).toBeVisible();
    await answer.click();
  }
  await expect(simulator.getByText('Good night, Ada.')).toBeVisible();
  await expect(outside).toHaveCount(0);
});
