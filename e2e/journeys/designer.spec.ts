import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { signIn } from '../api.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

interface Bot { id: string; flowId: string }

async function newBot(name: string): Promise<Bot> {
  return (await signIn(serverUrl())).post<Bot>('/api/v1/bots', { name });
}

async function openNew(page: Page, name: string): Promise<{ designer: Designer; bot: Bot }> {
  const bot = await newBot(name);
  await signInAt(page, serverUrl());
  return { designer: await Designer.open(page, serverUrl(), bot), bot };
}

test.describe('drawing with the pointer', () => {
  test('from an empty canvas to a bot without issues, tried in the simulator', async ({ page }) => {
    const { designer } = await openNew(page, 'Pizza by pointer');

    // A click adds after what is chosen, a drag puts it where one wants it.
    await designer.choose('Start');
    await designer.add('Choice');
    await expect(designer.edges()).toHaveCount(1);
    await designer.field('Question').fill('Which pizza would you like?');
    const labels = designer.inspector.getByRole('textbox', { name: 'Label' });
    await labels.nth(0).fill('Margherita');
    await labels.nth(1).fill('Funghi');
    await designer.rename('Which pizza?');
    await expect(designer.card('Which pizza?')).toContainText('Which pizza would you like?');

    await designer.dragOut('End', { x: 560, y: 120 });
    await designer.field('Last words').fill('Good choice. Yours is in the oven.');
    await designer.rename('In the oven');

    // The proof tells what leads nowhere, and mends it.
    await expect(designer.issues.getByText(/leads nowhere/).first()).toBeVisible();
    await designer.connect('Which pizza?', 'Margherita', 'In the oven');
    await designer.connect('Which pizza?', 'Funghi', 'In the oven');
    await expect(designer.edges()).toHaveCount(3);
    await expect(designer.issues.getByText(/leads nowhere/)).toHaveCount(0);
    await designer.saved();

    // Talking to it lights the way it takes.
    await designer.simulator.getByRole('button', { name: 'Start', exact: true }).click();
    await designer.simulator.getByRole('button', { name: 'Funghi' }).click();
    await expect(designer.simulator.getByText('Yours is in the oven.')).toBeVisible();
    await expect(designer.handle('Which pizza?', 'Funghi')).toHaveAttribute('data-taken', 'true');
    await expect(designer.handle('Which pizza?', 'Margherita')).toHaveAttribute('data-taken', 'false');

    await page.reload();
    await expect(designer.card('Which pizza?')).toContainText('Which pizza would you like?');
    await expect(designer.edges()).toHaveCount(3);
  });

  test('dropping an edge on empty ground asks what to put there', async ({ page }) => {
    const { designer } = await openNew(page, 'Dropped edge');
    await designer.dropEdge('Start', { x: 600, y: 420 });
    const menu = page.getByRole('dialog', { name: 'Add here' });
    // The line leads from the exit to the menu for as long as that is open.
    const line = designer.canvas.locator('[data-dropped] path');
    await expect(menu).toBeVisible();
    const end = await line.evaluate((path: SVGPathElement) => { const { x, y } = path.getPointAtLength(path.getTotalLength()).matrixTransform(path.getScreenCTM() ?? undefined); return { x: Math.round(x), y: Math.round(y) }; });
    const [corner, exit, drawn] = await Promise.all([menu.boundingBox(), designer.handle('Start').boundingBox(), line.boundingBox()]);
    expect(end).toEqual({ x: Math.round(corner?.x ?? 0), y: Math.round(corner?.y ?? 0) });
    expect(drawn?.x).toBeLessThan((exit?.x ?? 0) + (exit?.width ?? 0));
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await expect(line).toHaveCount(0);

    await designer.dropEdge('Start', { x: 600, y: 420 });
    await expect(line).toHaveCount(1);
    await menu.getByRole('combobox').fill('mess');
    await page.keyboard.press('Enter');
    await expect(designer.card('Message')).toBeVisible();
    await expect(line).toHaveCount(0);
    await expect(designer.edges()).toHaveCount(1);
  });

  test('what was done is undone and done again, and deleting joins the neighbours', async ({ page }) => {
    const { designer } = await openNew(page, 'Undo');
    await designer.choose('Start');
    await designer.add('Message');
    await designer.field('Text').fill('Hello');
    await designer.rename('Greeting');
    await designer.add('End');
    await expect(designer.edges()).toHaveCount(2);

    await designer.choose('Greeting');
    await designer.canvas.press('Delete');
    await expect(designer.cards()).toHaveCount(2);
    await expect(designer.edges()).toHaveCount(1);

    await page.getByRole('button', { name: 'Undo: Delete Greeting' }).click();
    await expect(designer.card('Greeting')).toContainText('Hello');
    await expect(designer.edges()).toHaveCount(2);
    await page.getByRole('button', { name: 'Redo: Delete Greeting' }).click();
    await expect(designer.cards()).toHaveCount(2);
    await designer.saved();
  });

  test('an issue leads to its node and field, and its fix mends it', async ({ page }) => {
    const { designer } = await openNew(page, 'Issues');
    await designer.choose('Start');
    await designer.add('Ask');
    await designer.issues.getByRole('button', { name: /is empty|says nothing/ }).first().click();
    await expect(designer.field('Question')).toBeFocused();
    await page.keyboard.type('What is your name?');
    await designer.add('End');
    await designer.field('Last words').fill('Thank you, {{visitor}}.');
    await expect(designer.issues.getByRole('button', { name: /is empty|says nothing/ })).toHaveCount(0);

    const make = 'Make “visitor”, a text that begins empty';
    await designer.issues.getByRole('button', { name: make }).click();
    await expect(designer.issues.getByText(/There is no variable visitor/)).toHaveCount(0);
    await expect(designer.card('End')).toContainText('Thank you, visitor.');
    await page.getByRole('button', { name: `Undo: ${make}` }).click();
    await expect(designer.issues.getByText(/There is no variable visitor/)).toBeVisible();
  });

  test('a variable is made, used in a text and renamed everywhere', async ({ page }) => {
    const { designer } = await openNew(page, 'Variables');
    await designer.choose('Start');
    await designer.add('Ask');
    await designer.field('Question').fill('What is your name?');
    await designer.field('Save the answer in').fill('name');
    // What Enter would take is marked as in every menu: the accent is for what was chosen.
    await expect(page.getByRole('option', { name: 'Make name' })).toHaveCSS('background-color', 'rgb(236, 234, 229)');
    await page.getByRole('option', { name: 'Make name' }).click();
    await designer.add('End');
    const words = designer.field('Last words');
    await words.fill('Thank you, ');
    await words.pressSequentially('{{na');
    await page.getByRole('option', { name: /^name/ }).click();
    await expect(words).toHaveValue('Thank you, {{name}}');
    await expect(designer.card('End')).toContainText('Thank you, name');
    await designer.saved();

    await designer.canvas.focus();
    await page.keyboard.press('Escape');
    await designer.inspector.getByRole('tab', { name: /Variables/ }).click();
    await designer.inspector.getByRole('button', { name: /^name/ }).click();
    await designer.field('Name').fill('visitor');
    await designer.field('Name').press('Enter');
    await expect(designer.card('End')).toContainText('Thank you, visitor');
  });

  test('the fields of a form are a line each but the one that is worked on, and Enter begins the next', async ({ page }) => {
    const { designer } = await openNew(page, 'Registration');
    await designer.choose('Start');
    await designer.add('Form');
    await designer.field('Text').fill('Please register.');
    await designer.field('Label').fill('Full name');
    await designer.field('Label').press('Enter');
    await page.keyboard.type('Date of birth');
    await expect(designer.field('Label')).toHaveValue('Date of birth');
    await designer.inspector.getByRole('combobox', { name: 'Takes' }).click();
    await page.getByRole('option', { name: 'Date', exact: true }).click();
    await designer.inspector.getByRole('combobox', { name: 'Save in' }).click();
    await page.getByRole('option', { name: 'Make dateOfBirth' }).click();
    await expect(designer.field('Save in')).toHaveValue('dateOfBirth');
    await designer.inspector.getByRole('button', { name: 'Add a field' }).click();
    await page.keyboard.type('E-mail');
    await expect(designer.field('Label')).toHaveCount(1);

    // By keyboard there and back; an issue opens the field it is about.
    const birth = designer.inspector.getByRole('button', { name: /^Date of birth ?Date$/ });
    await birth.focus();
    await page.keyboard.press('Enter');
    await expect(designer.field('Label')).toBeFocused();
    await expect(designer.field('Label')).toHaveValue('Date of birth');
    await designer.field('Label').fill('');
    await designer.inspector.getByRole('button', { name: 'Less of Field' }).click();
    await expect(designer.field('Label')).toHaveCount(0);
    await designer.issues.getByRole('button', { name: /A field|no words|is empty|says nothing/ }).first().click();
    await expect(designer.field('Label')).toBeFocused();
    expect(await accessibility(page, { within: '[data-panel="inspector"]' })).toEqual([]);
  });

  test('ways out that lead nowhere are led to one card together, and each is called by its whole name', async ({ page }) => {
    const { designer } = await openNew(page, 'Departments');
    await designer.choose('Start');
    await designer.add('Choice');
    const labels = designer.inspector.getByRole('textbox', { name: 'Label' });
    await labels.nth(0).fill('Orthopaedics');
    await labels.nth(1).fill('Make a complaint about a stay');
    await labels.nth(1).press('Enter');
    await page.keyboard.type('Dermatology');
    await designer.rename('Department');
    await designer.add('End');
    await designer.choose('Department');
    await designer.inspector.getByRole('tab', { name: 'Ways out' }).click();
    const cut = await designer.inspector.getByRole('tabpanel').locator('label').evaluateAll((all) => all.filter((label) => label.scrollWidth > label.clientWidth).map((label) => label.textContent));
    expect(cut).toEqual([]);
    await designer.field('Ways out that lead nowhere').fill('End');
    await page.keyboard.press('Enter');
    await expect(designer.edges()).toHaveCount(4);
    await expect(designer.field('Ways out that lead nowhere')).toHaveCount(0);
  });

  test('texts are typed in several languages where they stand', async ({ page }) => {
    const { designer } = await openNew(page, 'Languages');
    await designer.inspector.getByRole('button', { name: 'Add a language' }).click();
    await page.getByRole('combobox', { name: 'Add a language' }).fill('fran');
    await page.getByRole('option', { name: /Français/ }).first().click();
    await designer.choose('Start');
    await designer.add('End');
    await designer.field('Last words').fill('Goodbye');
    await designer.inspector.getByRole('button', { name: /Français/ }).first().click();
    await designer.field('Last words').fill('Au revoir');
    await designer.saved();
    await designer.inspector.getByRole('button', { name: 'English' }).first().click();
    await expect(designer.field('Last words')).toHaveValue('Goodbye');
  });

  test('a subflow is made, opened and found again', async ({ page }) => {
    const { designer } = await openNew(page, 'Subflows');
    await designer.choose('Start');
    await designer.add('Subflow');
    await designer.inspector.getByRole('button', { name: 'New subflow' }).click();
    const dialog = page.getByRole('dialog', { name: 'New subflow' });
    // Whoever thinks better of it is where they were.
    await page.keyboard.press('Escape');
    await expect(designer.inspector.getByRole('button', { name: 'New subflow' })).toBeFocused();
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Name').fill('Address');
    await dialog.getByRole('button', { name: 'Make it' }).click();
    await expect(designer.card('Subflow')).toContainText('Address');
    await expect(page).toHaveTitle('Subflows – Parley');
    await designer.inspector.getByRole('button', { name: 'Open it' }).click();
    await expect(designer.cards()).toHaveCount(1);
    await expect(page).toHaveTitle('Address, Subflows – Parley');
    await page.getByRole('navigation', { name: 'Where you are' }).getByRole('link', { name: 'Subflows' }).click();
    await expect(designer.card('Subflow')).toContainText('Address');
  });

  test('the code stands beside the canvas and follows what is chosen', async ({ page }) => {
    const { designer } = await openNew(page, 'Code');
    await page.getByRole('radio', { name: 'Code' }).click();
    const code = page.getByRole('region', { name: 'FSM code' });
    await expect(code.getByText('createMachine').first()).toBeVisible();
    await expect(code.getByText(/^\d+ lines$/)).toBeVisible();
    await designer.choose('Start');
    await expect(code.getByText('// Start')).toBeVisible();
  });
});

test.describe('nobody’s edit is lost', () => {
  test('what was drawn without a connection is sent when it is back, even after a reload', async ({ page, context }) => {
    const { designer, bot } = await openNew(page, 'Offline');
    await designer.choose('Start');
    await page.route('**/api/v1/flows/*/ops', (route) => route.abort());
    await designer.add('End');
    await expect(page.getByText('Kept on this device')).toBeVisible();
    await page.unroute('**/api/v1/flows/*/ops');
    await page.reload();
    await expect(designer.card('End')).toBeVisible();
    await designer.saved();
    const second = await Designer.open(await context.newPage(), serverUrl(), bot);
    await expect(second.card('End')).toBeVisible();
  });
});
