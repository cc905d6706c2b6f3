import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { signIn } from '../api.ts';
import { makeBot, publishBot, restChannel, smallFlow } from '../bots.ts';
import type { MadeBot } from '../bots.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Chat } from '../pages/chat.ts';
import { serverUrl } from '../pages/studio.ts';

const arabic: Record<string, string> = {
  'form/body': 'احجز موعدًا', 'form/submit': 'إرسال', 'form/cancel': 'إلغاء', 'form/skip': 'تخطي', 'form/yes': 'نعم', 'form/no': 'لا',
  'form/fields.name.label': 'الاسم', 'form/fields.age.label': 'العمر', 'form/fields.car.label': 'هل لديك سيارة؟', 'form/fields.plate.label': 'رقم اللوحة', 'form/fields.age.errorText': 'العمر رقم بين 18 و 120.',
  'thanks/text': 'شكرًا {{name}}، {{age}}، {{plate}}', 'gone/text': 'إلى اللقاء',
};

/** Books with a form of four fields; the plate is asked of those who have a car. */
function bookingFlow(): Record<string, unknown> {
  const node = (type: string, x: number, y: number, data: Record<string, unknown>) => ({ type, x, y, data });
  const variable = (name: string, kind: string, order: number) => ({ name, type: { kind }, order });
  const flow = {
    ...smallFlow({ greeting: '', question: '', thanks: '', languages: ['en', 'ar'] }),
    variables: { name: variable('name', 'text', 1), age: variable('age', 'number', 2), car: variable('car', 'boolean', 3), plate: variable('plate', 'text', 4) },
    nodes: {
      start: node('start', 0, 80, { openings: {} }),
      form: node('form', 300, 80, {
        body: 'Book a wash', submit: 'Send it', cancel: 'Never mind', skip: 'Skip', yes: 'Yes', no: 'No',
        fields: {
          name: { label: 'Name', save: 'name', order: 1 },
          age: { label: 'Age', kind: 'number', min: 18, max: 120, save: 'age', errorText: 'An age is a number from 18 to 120.', order: 2 },
          car: { label: 'Have you got a car?', kind: 'yesNo', name: 'car', save: 'car', order: 3 },
          plate: { label: 'Plate', save: 'plate', onlyIf: 'car == yes', required: false, order: 4 },
        },
      }),
      thanks: node('end', 600, 80, { text: 'Thank you {{name}}, {{age}}, {{plate}}.' }), gone: node('end', 600, 240, { text: 'Another time.' }),
    },
    edges: { e1: { from: 'start', exit: 'next', to: 'form' }, e2: { from: 'form', exit: 'filled', to: 'thanks' }, e3: { from: 'form', exit: 'cancelled', to: 'gone' } },
  };
  return { ...flow, settings: { ...(flow as { settings?: object }).settings, missingTranslationsAccepted: true }, translations: { ar: Object.fromEntries(Object.entries(arabic).map(([key, text]) => [key, { text, source: '', by: 'person', accepted: true }])) } };
}

let bot: MadeBot;
let rest: string;
test.beforeAll(async () => {
  const api = await signIn(serverUrl());
  bot = await makeBot(api, 'Wash by form', bookingFlow());
  await publishBot(api, bot);
  rest = (await restChannel(api, bot)).address;
});

const openForm = (page: Page): Locator => page.getByRole('log').locator('form');

async function isClean(page: Page): Promise<void> {
  expect(await accessibility(page, { scheme: 'light' })).toEqual([]);
}

test('a form is filled in once: errors at their fields, what was typed is kept, fields come and go with answers', async ({ page }) => {
  await page.goto(`${serverUrl()}/chat/${bot.slug}`);
  const [chat, form] = [new Chat(page), openForm(page)];
  await chat.hears('Book a wash');
  await isClean(page);
  await form.getByRole('button', { name: 'Send it' }).click();
  await expect(form.getByLabel('Name')).toBeFocused();
  await expect(form.getByText('Please fill this in.')).toHaveCount(3);
  // By keyboard alone.
  await page.keyboard.type('Asha');
  await page.keyboard.press('Tab');
  await page.keyboard.type('12');
  await expect(form.getByLabel('Plate')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(form.getByRole('radio', { name: 'Yes' })).toBeChecked();
  await form.getByLabel('Plate').fill('KA 01');
  await page.keyboard.press('Enter');
  await expect(form.getByText('An age is a number from 18 to 120.')).toBeVisible();
  await expect(form.getByLabel('Name')).toHaveValue('Asha');
  await expect(form.getByLabel('Age')).toHaveAttribute('aria-invalid', 'true');
  await isClean(page);
  await form.getByLabel('Age').fill('34');
  await form.getByRole('button', { name: 'Send it' }).click();
  await chat.hears('Thank you Asha, 34, KA 01.');
  await expect(openForm(page)).toHaveCount(0);
  expect(await chat.bubbles()).toContain('Name: Asha\nAge: 34\nHave you got a car? Yes\nPlate: KA 01');
});

test('in Arabic it reads from the right, on a phone too', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'ar', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${serverUrl()}/chat/${bot.slug}`);
  const [chat, form] = [new Chat(page), openForm(page)];
  await chat.hears('احجز موعدًا');
  await form.getByLabel('الاسم').fill('ليلى');
  await form.getByLabel('العمر').fill('٣٤');
  await form.getByRole('radio', { name: 'لا' }).check();
  const [label, field] = [await form.getByText('الاسم').boundingBox(), await form.boundingBox()];
  expect((label?.x ?? 0) + (label?.width ?? 0)).toBeGreaterThan((field?.x ?? 0) + (field?.width ?? 0) - 40);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await isClean(page);
  await form.getByRole('button', { name: 'إرسال' }).click();
  await chat.hears('شكرًا ليلى، 34،');
  await context.close();
});

test('the same bot takes a whole form over rest, and answers one by one', async () => {
  const say = async (from: string, id: string, message: object): Promise<{ type: string; text?: string; body?: string; fields?: { label: string }[]; wait?: number }[]> => {
    const response = await fetch(`${rest}?wait=1`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, from: { id: from }, message }) });
    return ((await response.json()) as { messages: [] }).messages;
  };
  const [asked] = await say('ada', 'a1', { type: 'text', text: 'hi' });
  expect(asked).toMatchObject({ type: 'form', body: 'Book a wash' });
  expect(asked?.fields?.map(({ label }) => label)).toEqual(['Name', 'Age', 'Have you got a car?', 'Plate']);
  const [wrong] = await say('ada', 'a2', { type: 'formReply', wait: asked?.wait, values: { name: 'Ada', age: 'old', car: 'no' } });
  expect(wrong).toMatchObject({ type: 'form', given: { name: 'Ada', age: 'old', car: 'no' }, errors: { age: 'An age is a number from 18 to 120.' } });
  expect(await say('ada', 'a3', { type: 'formReply', wait: wrong?.wait, values: { name: 'Ada', age: 36, car: 'no' } })).toMatchObject([{ text: 'Thank you Ada, 36, .' }]);

  await say('bo', 'b1', { type: 'text', text: 'hi' });
  const answers: string[] = [];
  for (const [place, text] of ['one by one please', 'Bo', 'old enough', '40', 'yes', 'skip'].entries()) {
    const [answer] = await say('bo', `b${place + 2}`, { type: 'text', text });
    answers.push(answer?.body ?? answer?.text ?? '');
  }
  expect(answers).toEqual(['Name', 'Age', 'An age is a number from 18 to 120.\n\nAge', 'Have you got a car?', 'Plate', 'Thank you Bo, 40, .']);
});
