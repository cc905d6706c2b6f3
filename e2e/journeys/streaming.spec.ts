import { expect } from '@playwright/test';
import { signInAnew } from '../api.ts';
import { makeBot, publishBot, smallFlow } from '../bots.ts';
import { test } from '../journeyServer.ts';
import { Chat } from '../pages/chat.ts';

/** Asks, works the answer out with a code node, says it. On this server such a code node streams what the test hands it. */
function storyFlow(): Record<string, unknown> {
  const flow = smallFlow({ greeting: 'Hello.', question: 'A story about what?', thanks: 'The story: {{answer}}' });
  const nodes = flow['nodes'] as Record<string, unknown>;
  const edges = flow['edges'] as Record<string, unknown>;
  return {
    ...flow,
    nodes: {
      ...nodes,
      tell: { type: 'code', x: 750, y: 80, data: { code: 'export default () => "streamed by the test";', inputs: {}, output: { kind: 'text' }, save: 'answer' } },
      failed: { type: 'end', x: 900, y: 300, data: { text: 'No story today.' } },
    },
    edges: { ...edges, e3: { from: 'question', exit: 'answered', to: 'tell' }, e4: { from: 'tell', exit: 'done', to: 'thanks' }, e5: { from: 'tell', exit: 'failed', to: 'failed' } },
  };
}

test('an answer is read while it is being made, and the kept message takes its place', async ({ page, browser, clocked: server }) => {
  const api = await signInAnew(server.url);
  const bot = await makeBot(api, 'Storyteller', storyFlow());
  await publishBot(api, bot);
  await page.goto(`${server.url}/chat/${bot.slug}`);
  const chat = new Chat(page);
  await chat.hears('A story about what?');
  await chat.say('a car');
  const made = (text: string) => expect.poll(() => chat.bubbles()).toEqual(['Hello.', 'A story about what?', 'a car', text]);

  await server.tell({ piece: 'Once upon a time' });
  await made('Once upon a time');
  await server.tell({ piece: ' there was' });
  await server.tell({ piece: ' a blue car.' });
  await made('Once upon a time there was a blue car.');

  // Meanwhile nobody else waits.
  const other = await (await browser.newContext()).newPage();
  await other.goto(`${server.url}/chat/${bot.slug}`);
  await new Chat(other).hears('A story about what?');

  await server.tell({ done: true });
  await made('The story: Once upon a time there was a blue car.');
  await page.reload();
  await made('The story: Once upon a time there was a blue car.');
  await other.context().close();
});

test('whoever has read enough stops the answer, and the conversation goes on', async ({ page, clocked: server }) => {
  const api = await signInAnew(server.url);
  const bot = await makeBot(api, 'Talkative', storyFlow());
  await publishBot(api, bot);
  await page.goto(`${server.url}/chat/${bot.slug}`);
  const chat = new Chat(page);
  await chat.hears('A story about what?');
  await expect(page.getByRole('button', { name: 'Stop' })).toHaveCount(0);
  await chat.say('a car');
  await server.tell({ piece: 'Once upon a time, and so on' });
  await expect.poll(() => chat.bubbles()).toEqual(['Hello.', 'A story about what?', 'a car', 'Once upon a time, and so on']);

  await page.getByRole('button', { name: 'Stop' }).click();
  await expect.poll(() => chat.bubbles()).toEqual(['Hello.', 'A story about what?', 'a car', 'No story today.']);
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible();
  await expect(chat.field).toBeFocused();
});
