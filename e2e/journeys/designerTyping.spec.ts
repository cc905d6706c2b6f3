import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { signIn } from '../api.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

async function openNew(page: Page, name: string, languages: string[] = ['en']): Promise<Designer> {
  const bot = await (await signIn(serverUrl())).post<{ id: string; flowId: string }>('/api/v1/bots', { name, languages });
  await signInAt(page, serverUrl());
  return Designer.open(page, serverUrl(), bot);
}

const labels = (designer: Designer): Locator => designer.inspector.getByRole('textbox', { name: 'Label' });

test.describe('writing a node', () => {
  test('what a node still lacks is said once it is left, or where somebody asks', async ({ page }) => {
    const designer = await openNew(page, 'Unwritten');
    await designer.choose('Start');
    await designer.add('Choice');
    await expect(designer.issues.getByText(/leads nowhere/).first()).toBeVisible();
    await expect(designer.inspector.getByText(/^Empty: people/)).toHaveCount(0);
    await expect(designer.card('Choice')).toHaveAccessibleName(/^Choice, 3 ways out$/);
    await designer.choose('Start');
    await designer.choose('Choice');
    await expect(designer.inspector.getByText(/^Empty: people/).first()).toBeVisible();
    await expect(designer.card('Choice')).toHaveAccessibleName(/errors$/);

    await designer.add('Ask');
    await designer.issues.getByRole('button', { name: /^Error Ask.*is empty/ }).click();
    await expect(designer.inspector.getByText(/^Empty: people/)).toBeVisible();
  });

  test('Enter in an empty row ends the list, and Escape leaves no empty row behind', async ({ page }) => {
    const designer = await openNew(page, 'Rows');
    await designer.choose('Start');
    await designer.add('Choice');
    await labels(designer).nth(1).fill('Renew a loan');
    await page.keyboard.press('Enter');
    await expect(labels(designer)).toHaveCount(3);
    await expect(labels(designer).nth(2)).toBeFocused();
    await page.keyboard.type('x');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await expect(labels(designer)).toHaveCount(2);
    await expect(designer.inspector.getByRole('button', { name: 'Add an option' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(labels(designer).nth(2)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(designer.canvas).toBeFocused();
    await expect(designer.card('Choice')).toHaveAccessibleName(/, 3 ways out/);
  });

  test('whoever translates goes from row to row and takes nothing away', async ({ page }) => {
    const designer = await openNew(page, 'Rows in two languages', ['en', 'de']);
    await designer.choose('Start');
    await designer.add('Choice');
    await labels(designer).nth(0).fill('Yes');
    await labels(designer).nth(1).fill('No');
    await designer.inspector.getByRole('group', { name: 'Options' }).getByRole('button', { name: /^Deutsch/ }).click();
    // A language is chosen to write in it.
    await expect(labels(designer).nth(0)).toBeFocused();
    await page.keyboard.press('Backspace');
    await page.keyboard.type('Ja');
    await page.keyboard.press('Enter');
    await expect(labels(designer).nth(1)).toBeFocused();
    await page.keyboard.type('Nein');
    await page.keyboard.press('Enter');
    await expect(labels(designer)).toHaveCount(2);
    await designer.inspector.getByRole('button', { name: 'English' }).first().click();
    await expect(labels(designer).nth(0)).toHaveValue('Yes');
  });

  test('undo takes back words in a text, and what is not typed in the drawing', async ({ page }) => {
    const designer = await openNew(page, 'Undo in fields');
    await designer.choose('Start');
    await designer.add('Choice');
    const question = designer.field('Question');
    await question.click();
    await page.keyboard.type('Which day?');
    await page.keyboard.press('Control+z');
    await expect(question).toHaveValue('');
    await page.keyboard.press('Control+Shift+z');
    await expect(question).toHaveValue('Which day?');

    const typed = designer.inspector.getByRole('switch', { name: 'Accept typed answers' });
    await typed.focus();
    await page.keyboard.press('Space');
    await expect(typed).not.toBeChecked();
    await page.keyboard.press('Control+z');
    await expect(typed).toBeChecked();
    await page.keyboard.press('Control+Shift+z');
    await expect(typed).not.toBeChecked();
  });

  test('a new variable takes the type of the value that is written after it', async ({ page }) => {
    const designer = await openNew(page, 'Held');
    await designer.choose('Start');
    await designer.add('Assign');
    await designer.inspector.getByRole('combobox', { name: 'Variable' }).fill('events');
    await page.keyboard.press('Enter');
    await expect(designer.inspector.getByText('text', { exact: true })).toBeVisible();
    await designer.field('Value').fill('["Chess", "Story time"]');
    await expect(designer.inspector.getByText('list of text', { exact: true })).toBeVisible();
    await expect(designer.issues.getByText(/cannot be computed/)).toHaveCount(0);
    await designer.choose('Start');
    await designer.choose('Assign');
    await designer.field('Value').fill('3');
    await expect(designer.issues.getByText(/cannot be computed/)).toBeVisible();
    // At the field it is said without the field and its node; what is offered there says what it does.
    await expect(designer.inspector.getByText('Expected a list of texts, but this gives a number.', { exact: true })).toBeVisible();
    await designer.field('Value').fill('');
    await designer.field('Value').pressSequentially('addD');
    await expect(designer.inspector.getByRole('option', { name: /addDays\(date, number\)/ })).toBeVisible();
    await expect(designer.inspector.getByText('So many days later, or earlier with a minus.')).toBeVisible();
  });

  test('what is typed is not called saved before it is, and an insertion is judged once it is written', async ({ page }) => {
    const designer = await openNew(page, 'Half an insertion');
    const banner = page.getByRole('banner');
    await designer.choose('Start');
    await designer.add('Message');
    await designer.saved();
    await designer.field('Text').pressSequentially('Hello {{nam');
    await expect(banner.getByText('Not saved yet')).toBeVisible();
    await expect(banner.getByText('Saved', { exact: true })).toBeHidden();
    await expect(designer.issues.getByText(/has no }}/)).toHaveCount(0);
    await designer.inspector.getByLabel('Title').focus();
    await expect(designer.issues.getByText(/has no }}/).first()).toBeVisible();
    await designer.saved();
  });

  test('a condition is written where it was chosen; half of one is none', async ({ page }) => {
    const designer = await openNew(page, 'Half a condition');
    await designer.choose('Start');
    await designer.add('Ask');
    await designer.inspector.getByRole('combobox', { name: 'Save the answer in' }).fill('card');
    await page.keyboard.press('Enter');
    await designer.canvas.focus();
    await designer.add('Condition');
    await designer.inspector.getByRole('combobox', { name: 'Variable' }).fill('card');
    await page.keyboard.press('Enter');
    const value = designer.inspector.getByRole('textbox', { name: 'Value' });
    await value.fill('7');
    await expect(designer.card('Condition')).toContainText('card == "7"');
    await value.fill('');
    await expect(value).toHaveValue('');
    await expect(designer.card('Condition')).not.toContainText('card ==');
    await expect(designer.issues.getByText(/not written yet/)).toBeVisible();
    await designer.inspector.getByRole('button', { name: 'Write it' }).click();
    await page.keyboard.type('{{size(card) > 5}}');
    await expect(designer.field('When')).toHaveValue('size(card) > 5');
    await expect(designer.issues.getByText(/cannot be computed/)).toHaveCount(0);
  });
});

test('a language is found by any of its names', async ({ page }) => {
  const designer = await openNew(page, 'Any name');
  await designer.inspector.getByRole('button', { name: 'Add a language' }).click();
  await page.keyboard.type('german');
  await page.keyboard.press('Enter');
  await expect(designer.inspector.getByText('Deutsch')).toHaveCount(1);
});

test('Enter goes into the text of a message, Escape out of the palette', async ({ page }) => {
  const designer = await openNew(page, 'In and out');
  await designer.choose('Start');
  await designer.add('Message');
  await page.keyboard.press('Enter');
  await expect(designer.field('Text')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('loop');
  await page.keyboard.press('Escape');
  await expect(designer.palette.getByRole('combobox')).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(designer.canvas).toBeFocused();
});

test('long words stay inside the inspector, and a long name of the bot leaves room for that of the drawing', async ({ page }) => {
  const designer = await openNew(page, 'Questions and answers of the municipal administration of Garmisch-Partenkirchen');
  await designer.choose('Start');
  await designer.add('Choice');
  await designer.rename('Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz');
  await designer.field('Question').fill('Kraftfahrzeughaftpflichtversicherungsnummernbescheinigung und Rechtsschutzversicherungsgesellschaften?');
  await labels(designer).nth(0).fill('Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung');
  await designer.choose('Start');
  await designer.card('Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz').click();
  const form = designer.inspector.getByRole('tabpanel');
  await expect(form.getByText(/^Empty: people/).first()).toBeVisible();
  expect(await form.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  const drawing = page.getByRole('heading', { level: 1, name: 'Main flow' });
  expect(await drawing.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});
