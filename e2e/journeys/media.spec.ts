import { expect, test } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { signIn } from '../api.ts';
import { makeBot, publishBot, smallFlow } from '../bots.ts';
import { picture } from '../fakes/picture.ts';
import { accessibility } from '../pages/accessibility.ts';
import { Chat } from '../pages/chat.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

const prices = { name: 'prices.png', mimeType: 'image/png', buffer: picture({ width: 320, height: 180, colour: [16, 89, 122] }) };
const shop = { name: 'my shop.png', mimeType: 'image/png', buffer: picture({ width: 90, height: 160, colour: [228, 87, 27] }) };
const caption = 'قائمة الأسعار لدينا';

/** Shows an image, then asks for a photo and for a voice message. */
function flow(): Record<string, unknown> {
  const small = smallFlow({ greeting: '', question: '', thanks: 'Thank you, we have {{photo}} and your voice.' });
  const node = (type: string, x: number, data: Record<string, unknown>, title?: string) => ({ type, x, y: 80, data, ...(title && { title }) });
  const files = (kind: string) => ({ image: false, audio: false, video: false, document: false, [kind]: true });
  const { nodes, ...rest } = small as { nodes: Record<string, unknown> };
  return {
    ...rest,
    variables: { photo: { name: 'photo', type: { kind: 'file' }, order: 1 }, voice: { name: 'voice', type: { kind: 'file' }, order: 2 } },
    nodes: {
      start: nodes['start'], thanks: nodes['thanks'],
      prices: node('message', 300, { kind: 'image', text: caption }, 'Prices'),
      photo: node('ask', 600, { question: 'Send a photo of your shop.', expects: 'media', files: files('image'), largest: 5, save: 'photo', retryText: 'A photo, and not a large one.' }, 'Photo'),
      voice: node('ask', 900, { question: 'Now tell us about it.', expects: 'media', files: files('audio'), save: 'voice' }, 'Voice'),
    },
    edges: {
      e1: { from: 'start', exit: 'next', to: 'prices' }, e2: { from: 'prices', exit: 'next', to: 'photo' }, e3: { from: 'photo', exit: 'answered', to: 'voice' }, e4: { from: 'voice', exit: 'answered', to: 'thanks' },
    },
  };
}

/** An image has arrived and is drawn, this many dots wide. */
async function isDrawn(image: Locator, width: number): Promise<void> {
  await expect.poll(() => image.evaluate((element) => (element instanceof HTMLImageElement && element.complete ? element.naturalWidth : 0))).toBe(width);
}

/** Files dragged from outside onto a part of the page. */
async function dropOn(place: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const transfer = await place.page().evaluateHandle(({ name, type, bytes }) => {
    const given = new DataTransfer();
    given.items.add(new File([Uint8Array.from(bytes)], name, { type }));
    return given;
  }, { name: file.name, type: file.mimeType, bytes: [...file.buffer] });
  for (const event of ['dragenter', 'dragover', 'drop']) await place.dispatchEvent(event, { dataTransfer: transfer });
}

test('an author puts an image into a message, a contact sees it and answers by a photo and by voice', async ({ page, browser }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const bot = await makeBot(api, 'Shops', flow());

  await signInAt(page, url);
  const designer = await Designer.open(page, url, bot);
  await expect(designer.issues.getByText('Has no file yet.')).toBeVisible();
  await designer.choose('Prices');
  const choose = designer.inspector.getByRole('button', { name: 'Choose a file' });
  await dropOn(choose, { name: 'terms.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
  await expect(designer.inspector.getByRole('alert')).toHaveText('terms.pdf is a document. Choose that above to send it.');
  await dropOn(choose, { name: 'fake.png', mimeType: 'image/png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') });
  await expect(designer.inspector.getByRole('alert')).toHaveText('fake.png is a document. Choose that above to send it.');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose.click()]);
  await chooser.setFiles(prices);
  const preview = designer.inspector.getByRole('img', { name: 'prices.png' });
  await isDrawn(preview, 320);
  await expect(designer.inspector.getByText('0.1/10 MB')).toBeVisible();
  expect(await accessibility(page)).toEqual([]);
  await designer.inspector.getByRole('button', { name: 'Remove the file' }).click();
  await expect(choose).toBeVisible();
  await dropOn(choose, prices);
  await isDrawn(preview, 320);
  await expect(designer.issues.getByText('Has no file yet.')).toBeHidden();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await publishBot(api, bot);

  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const phone = await context.newPage();
  await phone.goto(`${url}/chat/${bot.slug}`);
  const chat = new Chat(phone);
  await chat.hears('Send a photo of your shop.');
  await isDrawn(chat.log.getByRole('img', { name: caption }), 320);
  expect(await chat.log.getByText(caption).evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await expect.poll(() => chat.log.evaluate((log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight))).toBeLessThan(2);

  // A file that does not get there says so, and can be taken away.
  const [opened] = await Promise.all([phone.waitForEvent('filechooser'), phone.getByRole('button', { name: 'Add a file' }).click()]);
  await opened.setFiles({ ...shop, name: 'huge.png', buffer: Buffer.concat([shop.buffer, Buffer.alloc(10_000_001)]) });
  const tray = phone.getByRole('list', { name: 'Files to send' });
  await expect(tray.getByRole('alert')).toHaveText('Larger than 10 MB.');
  await expect(phone.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  expect(await accessibility(phone)).toEqual([]);
  await tray.getByRole('button', { name: 'Remove huge.png' }).click();
  await expect(tray).toBeHidden();

  // Without a connection it waits for another try.
  await context.setOffline(true);
  await dropOn(phone.locator('.chat'), shop);
  await expect(tray.getByRole('alert')).toHaveText('Not uploaded. Check the connection.');
  await context.setOffline(false);
  await tray.getByRole('button', { name: 'Send again' }).click();
  await expect(tray.getByRole('button', { name: 'Remove my shop.png' })).toBeVisible();
  await chat.say('Here it is');
  await isDrawn(chat.log.locator('.own').getByRole('img', { name: 'Here it is' }), 90);
  await chat.hears('Now tell us about it.');

  await phone.getByRole('button', { name: 'Record a voice message' }).click();
  const recorder = phone.getByRole('group', { name: 'Recording' });
  await expect(recorder.locator('.levels i').nth(5)).toBeAttached();
  expect(await accessibility(phone)).toEqual([]);
  await phone.keyboard.press('Escape');
  await expect(chat.field).toBeVisible();
  await phone.getByRole('button', { name: 'Record a voice message' }).click();
  await expect(recorder.getByText('0:01')).toBeVisible();
  await recorder.getByRole('button', { name: 'Send' }).click();
  await chat.hears('Thank you, we have my shop.png and your voice.');
  const voice = chat.log.locator('.own audio');
  await expect.poll(() => voice.evaluate((element) => (element instanceof HTMLAudioElement ? element.readyState : 0))).toBeGreaterThan(0);
  expect(await accessibility(phone)).toEqual([]);

  // The log is the truth: a reloaded page has everything, with links that work.
  await phone.reload();
  await isDrawn(chat.log.getByRole('img', { name: caption }), 320);
  await isDrawn(chat.log.locator('.own').getByRole('img', { name: 'Here it is' }), 90);
  expect(await accessibility(phone)).toEqual([]);
  await context.close();

  // Whoever reads the conversation sees what was sent.
  await page.goto(`${url}/conversations?bot=${bot.id}`);
  await page.getByRole('region', { name: 'List of conversations' }).getByRole('button', { name: /Visitor/ }).first().click();
  await isDrawn(page.getByRole('img', { name: 'Here it is' }), 90);
  await isDrawn(page.getByRole('img', { name: caption }), 320);
  expect(await accessibility(page)).toEqual([]);
});

test('a file may be pasted, is downloaded as a document, and is no answer to a question for something else', async ({ browser }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const small = smallFlow({ greeting: 'Hello.', question: 'Send your contract.', thanks: 'We have {{answer}}.' });
  const { nodes } = small as { nodes: Record<string, { data: object }> };
  const bot = await makeBot(api, 'Contracts', {
    ...small,
    variables: { answer: { name: 'answer', type: { kind: 'file' }, order: 1 } },
    nodes: { ...nodes, question: { ...nodes['question'], data: { question: 'Send your contract.', expects: 'media', files: { image: false, audio: false, video: false, document: true }, save: 'answer', retryText: 'A document, as a file.' } } },
  });
  await publishBot(api, bot);
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${url}/chat/${bot.slug}`);
  const chat = new Chat(page);
  await chat.hears('Send your contract.');
  await expect(page.getByRole('button', { name: 'Record a voice message' })).toBeHidden();
  await chat.say('I have none here');
  await chat.hears('A document, as a file.');
  await chat.field.evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['%PDF-1.7 signed'], 'contract.pdf', { type: 'application/pdf' }));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await chat.hears('We have contract.pdf.');
  const [download] = await Promise.all([page.waitForEvent('download'), chat.log.getByRole('link', { name: 'contract.pdf' }).click()]);
  expect(download.suggestedFilename()).toBe('contract.pdf');
  await chat.close();
});
