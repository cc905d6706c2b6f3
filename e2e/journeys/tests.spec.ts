import { expect, test } from '@playwright/test';
import { signIn } from '../api.ts';
import type { MadeBot } from '../bots.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Designer } from '../pages/designer.ts';
import { openBots, serverUrl } from '../pages/studio.ts';

/* Tests that the model writes for itself, tests that an author keeps, and what publishing makes of them. */

test('a bot of the gallery is tested along every way, one conversation is kept, and what changes is told before it is live', async ({ page }) => {
  await openBots(page, serverUrl());
  await page.getByRole('button', { name: 'New bot' }).click();
  // A language is chosen by its beginning and Enter, which does not make the bot yet.
  await page.getByLabel('Name', { exact: true }).fill('Library');
  await page.getByRole('combobox', { name: 'Languages' }).fill('fren');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'New bot' }).getByText('French', { exact: true })).toBeVisible();
  // By its own name as well; and where there is none, that is said and nothing made.
  await page.getByRole('combobox', { name: 'Languages' }).fill('deut');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'New bot' }).getByText('German', { exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: 'Languages' }).fill('klingon');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No such language')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('');
  await page.getByRole('radio', { name: /^Survey/ }).check();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Survey');
  await page.getByRole('button', { name: 'Make bot' }).click();
  const designer = new Designer(page);
  await expect(designer.card('How likely?')).toBeVisible();
  // Its hours are those of whoever made it.
  await expect(designer.field('Time zone')).toHaveValue('Europe/Paris');

  // The model's own conversations, in both languages, take every way.
  await page.getByRole('radio', { name: 'Tests' }).click();
  const panel = page.getByRole('region', { name: 'Tests' });
  await expect(panel.getByText(/^All \d+ tests pass$/)).toBeVisible();
  await expect(panel.getByText(/^They take all \d+ ways of the drawing/)).toBeVisible();
  await expect(panel.getByText('Written by the model, German')).toBeVisible();
  await expect(designer.card('Thanks')).toHaveAccessibleName(/covered by tests$/);

  // One of them is kept; by keyboard, as everything.
  const first = panel.getByRole('button', { name: /^Passed/ }).first();
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await expect(panel.getByText(/^Thank you for travelling with us/).first()).toBeVisible();
  expect(await accessibility(page, { within: '[aria-label="Tests"]' })).toEqual([]);
  await panel.getByRole('button', { name: 'Keep this test' }).click();
  await expect(panel.getByText(/Keep a conversation, and every publish holds it/)).toHaveCount(0);
  await expect(panel.getByRole('heading', { name: 'Kept' }).locator('~ ul').first().getByRole('listitem')).toHaveCount(1);

  // A text changes: the kept one goes otherwise, and says where.
  await designer.choose('How likely?');
  await designer.inspector.getByRole('textbox', { name: 'Question' }).fill('How likely are you to recommend us, from 0 to 10?');
  await expect(panel.getByText(/goes? otherwise$/)).toBeVisible();
  await expect(panel.getByText(/but the bot says “How likely are you to recommend us/)).toBeVisible();

  // Publishing says so and has it accepted.
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/goes otherwise now\. Expected that the bot says/)).toBeVisible();
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await dialog.getByRole('button', { name: /^Publish v1/ }).click();
  await expect(page.getByText('v1 is live').first()).toBeVisible();

  // What is right from now on is taken over by one press.
  await panel.getByRole('button', { name: /^Goes otherwise/ }).click();
  await panel.getByRole('button', { name: 'This is right now' }).click();
  await expect(panel.getByText(/^All \d+ tests pass$/)).toBeVisible();
  // The live version's own conversations are held with what comes next.
  await designer.choose('How likely?');
  await designer.inspector.getByRole('textbox', { name: 'Question' }).fill('From 0 to 10, would you recommend us?');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const held = page.getByRole('dialog').getByRole('region', { name: 'Conversations' });
  await expect(held.getByRole('heading', { name: /^\d+ of \d+ conversations of v1 go otherwise$/ })).toBeVisible();
  await expect(held.getByText(/but the bot says “From 0 to 10/).first()).toBeVisible();
  expect(await accessibility(page, { within: '[role="dialog"]' })).toEqual([]);
  await page.keyboard.press('Escape');

  const api = await signIn(serverUrl());
  // Another journey may have made one since.
  const bot = (await api.get<{ items: (MadeBot & { name: string })[] }>('/api/v1/bots')).items.find(({ name }) => name === 'Survey');
  const { items: releases } = await api.get<{ items: { proof: { tests: object } }[] }>(`/api/v1/bots/${bot?.id}/releases`);
  expect(releases[0]?.proof.tests).toEqual({ ran: 1, otherwise: 1 });
});
