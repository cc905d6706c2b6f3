import { expect, test } from '@playwright/test';
import { signIn } from '../api.ts';
import { makeBot, publishBot, smallFlow } from '../bots.ts';
import { Chat } from '../pages/chat.ts';
import { botAction, openBots, serverUrl } from '../pages/studio.ts';

test('reading a conversation: what was said, the path of a turn, the variables', async ({ page, browser }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const bot = await makeBot(api, 'Read me', smallFlow({ greeting: 'Good morning.', question: 'What is your name?', thanks: 'Pleased to meet you, {{answer}}.' }));
  await publishBot(api, bot);

  await openBots(page, url);
  await botAction(page, 'Read me', 'Conversations');
  await expect(page.getByText('Nobody has talked to this bot yet.')).toBeVisible();

  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${url}/chat/${bot.slug}`);
  const chat = new Chat(visitor);
  await chat.hears('What is your name?');
  await chat.say('Grace');
  await chat.hears('Pleased to meet you, Grace.');

  // The list follows by itself.
  await page.getByRole('region', { name: 'List of conversations' }).getByRole('button', { name: /Visitor/ }).click();
  const transcript = page.getByRole('log');
  await expect(transcript).toContainText('Good morning.');
  await expect(transcript).toContainText('Grace');
  await expect(transcript).toContainText('Pleased to meet you, Grace.');
  await expect(transcript).toContainText('Ended');

  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('img', { name: 'Path' })).toBeVisible();
  await expect(panel).toContainText('answer = Grace');
  await panel.getByRole('tab', { name: 'Variables' }).click();
  await expect(panel).toContainText('Grace');
  await panel.getByRole('tab', { name: /Turn/ }).click();
  await panel.getByRole('button', { name: 'Previous turn' }).click();
  await expect(panel.getByRole('tab', { name: 'Turn 1' })).toBeVisible();
  await expect(panel).toContainText('Waits for a message');
});

test('an author tries what is live: marked as a test, and over to the next version at once, while others finish theirs', async ({ page, browser }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const texts = { greeting: 'Good morning.', question: 'What is your name?', thanks: 'Pleased to meet you, {{answer}}.' };
  const bot = await makeBot(api, 'Try me', smallFlow(texts));
  await publishBot(api, bot);
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${url}/chat/${bot.slug}`);
  const theirs = new Chat(visitor);
  await theirs.hears('What is your name?');

  await openBots(page, url);
  const [tab] = await Promise.all([page.waitForEvent('popup'), botAction(page, 'Try me', 'Open the chat')]);
  const mine = new Chat(tab);
  await mine.hears('What is your name?');
  // The token that makes it a test is not left where it could be passed on; who comes back goes on.
  expect(new URL(tab.url()).hash).toBe('');
  await tab.reload();
  await mine.hears('What is your name?');

  const { revision } = await api.get<{ revision: number }>(`/api/v1/flows/${bot.flowId}/draft`);
  await api.put(`/api/v1/flows/${bot.flowId}/draft`, { revision, flow: smallFlow({ ...texts, thanks: 'Hello again, {{answer}}.' }) });
  await publishBot(api, bot);
  await mine.say('Ada');
  await mine.hears('Hello again, Ada.');
  await theirs.say('Grace');
  await theirs.hears('Pleased to meet you, Grace.');

  await botAction(page, 'Try me', 'Conversations');
  const list = page.getByRole('region', { name: 'List of conversations' });
  await expect(list.getByRole('button', { name: /Author’s test/ })).toHaveCount(1);
  await expect(list.getByRole('button', { name: /Visitor/ })).toHaveCount(2);
  const called = await list.getByText(/^Visitor [\dA-F]{4}$/).allInnerTexts();
  expect(new Set(called).size, `people without a name are told apart: ${called.join(', ')}`).toBe(2);
});

test('the list says where a conversation rests, as soon as it goes on', async ({ page, browser }) => {
  const url = serverUrl();
  const api = await signIn(url);
  const long = 'What we call you when your car is ready, with all of your names please';
  const drawn = smallFlow({ greeting: 'Good morning.', question: 'What is your name?', thanks: 'Pleased to meet you, {{answer}}.' });
  const nodes = Object(drawn['nodes']) as Record<string, object>;
  const bot = await makeBot(api, 'Where they rest', { ...drawn, nodes: { ...nodes, question: { ...nodes['question'], title: long } } });
  await publishBot(api, bot);
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(`${url}/chat/${bot.slug}`);
  const chat = new Chat(visitor);
  await chat.hears('What is your name?');

  const joined = new Promise<void>((resolve) => { page.on('websocket', (line) => line.on('framereceived', ({ payload }) => { if (String(payload).includes('"ok":true')) resolve(); })); });
  await openBots(page, url);
  await botAction(page, 'Where they rest', 'Conversations');
  const row = page.getByRole('region', { name: 'List of conversations' }).getByRole('button', { name: /Visitor/ });
  const where = row.getByText(`Waiting at “${long}”`);
  await expect(where).toBeVisible();
  expect(await where.evaluate((words) => words.scrollWidth > words.clientWidth && getComputedStyle(words).textOverflow === 'ellipsis')).toBe(true);

  // Nobody asks for the list any more: what comes now is told.
  await joined;
  await page.route('**/api/v1/bots/*/sessions?**', (route) => route.abort());
  await chat.say('Grace');
  await chat.hears('Pleased to meet you, Grace.');
  await expect(row.getByText('Ended')).toBeVisible();
});
