import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { signIn } from '../api.ts';
import { makeBot, publishBot, restChannel } from '../bots.ts';
import { accessibility } from '../pages/accessibility.ts';
import { joinTeam } from '../people.ts';
import { Designer } from '../pages/designer.ts';
import { serverUrl, signInAt } from '../pages/studio.ts';

/* The simulator as a workbench: time, other systems, values, tests; and conversations that people really had. */

/** Asks for a name and a wash, looks for a time at another system, and has it confirmed; a program says what there is where that has none, and silent people are told so. */
function washFlow(address: string): Record<string, unknown> {
  const node = (type: string, x: number, y: number, title: string, data: Record<string, unknown>) => ({ type, x, y, title, data });
  const text = { kind: 'text' } as const;
  return {
    schema: 1, kind: 'bot', languages: ['en'], notes: {}, translations: {},
    variables: { name: { name: 'name', type: text, personal: true, order: 1 }, wash: { name: 'wash', type: text, order: 2 }, slot: { name: 'slot', type: text, order: 3 } },
    nodes: {
      start: { type: 'start', x: 0, y: 80, data: { openings: {} } },
      who: node('ask', 300, 80, 'Name', { question: 'Who is it for?', expects: 'text', save: 'name' }),
      which: node('choice', 600, 80, 'Which wash?', { body: 'Which wash, {{name}}?', options: Object.fromEntries(['Express', 'Full', 'Repair', 'Storage'].map((label, at) => [label.toLowerCase(), { label, order: at + 1 }])), save: 'wash' }),
      look: node('http', 900, 80, 'Free times', { url: `${address}/slots/{{wash}}`, saves: { s: { path: ['slot'], save: 'slot', order: 1 } } }),
      sure: node('ask', 1_200, 80, 'Sure?', { question: '{{wash}} at {{slot}}, {{name}}?', expects: 'text', timeout: 'PT1H' }),
      day: node('code', 1_200, 320, 'Next day', { code: 'export default function (input: Input): Result {\n  return `tomorrow for ${input.wash}`;\n}\n', inputs: { i: { name: 'wash', value: 'wash', order: 1 } }, output: text, save: 'slot' }),
      booked: node('end', 1_500, 80, 'Booked', { text: 'Booked for {{slot}}.' }), none: node('end', 1_500, 200, 'No time', { text: 'There is no time before {{slot}}.' }), gone: node('end', 1_500, 320, 'Gone', { text: 'We gave your time to somebody else.' }),
    },
    edges: {
      e1: { from: 'start', exit: 'next', to: 'who' }, e2: { from: 'who', exit: 'answered', to: 'which' },
      ...Object.fromEntries(['express', 'full', 'repair', 'storage'].map((exit) => [`w${exit}`, { from: 'which', exit, to: 'look' }])),
      e3: { from: 'look', exit: 'ok', to: 'sure' }, e4: { from: 'look', exit: 'failed', to: 'day' }, e7: { from: 'day', exit: 'done', to: 'none' }, e8: { from: 'day', exit: 'failed', to: 'gone' }, e5: { from: 'sure', exit: 'answered', to: 'booked' }, e6: { from: 'sure', exit: 'noAnswer', to: 'gone' },
    },
    settings: { channels: ['web', 'rest'], zone: 'Europe/Paris', sessionHours: 24, errorText: 'Something went wrong.', unreadableText: 'Sorry?', waitingText: 'One moment.', silenceAfter: 'PT12H', missingTranslationsAccepted: false, consentText: '', shortcuts: {} },
  };
}

test('an author has a conversation under a clock of their own, answers for the other system, and keeps it as a test that publishing holds', async ({ page }) => {
  const api = await signIn(serverUrl());
  const bot = await makeBot(api, 'Wash', washFlow('https://example.com'));
  await signInAt(page, serverUrl());
  const designer = await Designer.open(page, serverUrl(), bot);
  const { simulator } = designer;

  // Begun at a node, by key, with what is known by then.
  await designer.choose('Which wash?');
  await designer.canvas.press('t');
  const begin = simulator.getByRole('form', { name: 'Begin at “Which wash?”' });
  await begin.getByLabel('name', { exact: true }).fill('Ada');
  await begin.getByRole('button', { name: 'Begin here' }).click();
  await expect(simulator.getByText(/Begun at “Which wash\?”.*name = Ada/)).toBeVisible();

  // What WhatsApp makes of four options is told where it happens.
  await simulator.getByRole('radio', { name: 'WhatsApp' }).click();
  await expect(simulator.getByText('Shown as a list: WhatsApp has 3 buttons at most')).toBeVisible();
  await simulator.getByRole('button', { name: 'See the 4 options' }).click();
  await simulator.getByRole('dialog').getByRole('button', { name: 'Full' }).click();

  // The other system answers as its author says, from now on always.
  const card = simulator.getByRole('form', { name: 'What does the other system answer?' });
  await expect(card.getByText('GET https://example.com/slots/Full')).toBeVisible();
  await card.getByLabel('Answer', { exact: true }).fill('{"outcome": "ok", "status": 200, "values": {"s": "15:30"}}');
  await card.getByLabel('Always answer like this').check();
  await card.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(simulator.getByText('Full at 15:30, Ada?')).toBeVisible();
  await expect(designer.card('Sure?')).toBeInViewport();
  await expect(simulator.getByText('Answers by itself: 1 node')).toBeVisible();

  // Time goes on to the deadline; one step back, and on another way.
  await simulator.getByRole('button', { name: /^Time and contact/ }).click();
  await page.getByRole('button', { name: /^To the next deadline/ }).click();
  await expect(simulator.getByText('The time is up')).toBeVisible();
  await expect(simulator.getByText('We gave your time to somebody else.')).toBeVisible();
  await simulator.getByRole('slider', { name: 'Step' }).press('Alt+ArrowLeft');
  await expect(simulator.getByText('We gave your time to somebody else.')).toBeHidden();
  await simulator.getByRole('slider', { name: 'Step' }).press('Alt+Shift+ArrowLeft');
  await expect(simulator.getByText(/^\d+ of \d+$/).first()).toBeVisible();
  await simulator.getByRole('slider', { name: 'Step' }).press('Alt+Shift+ArrowRight');

  await simulator.getByRole('button', { name: /^Change slot/ }).click();
  await simulator.getByLabel('Value of slot').fill('16:00');
  await simulator.getByLabel('Value of slot').press('Enter');
  await expect(simulator.getByText('set by you')).toBeVisible();
  await expect(simulator.getByRole('button', { name: '1 other way' })).toBeVisible();
  expect(await accessibility(page, { within: '[data-panel="simulator"]' })).toEqual([]);
  await simulator.getByRole('textbox', { name: 'Message' }).fill('Yes');
  await simulator.getByRole('textbox', { name: 'Message' }).press('Enter');
  await expect(simulator.getByText('Booked for 16:00.')).toBeVisible();

  // Kept under a name, it is held by the tests and by every publish.
  await simulator.getByRole('button', { name: 'Keep as test' }).click();
  const keep = page.getByRole('dialog', { name: 'Keep this run as a test' });
  await keep.getByLabel('Name', { exact: true }).fill('Another time is booked');
  await expect(keep.getByText(/^\d+ lines, it passes now\.$/)).toBeVisible();
  await keep.getByRole('button', { name: 'Keep the test' }).click();
  await expect(keep).toBeHidden();
  const { release } = await api.post<{ release: { proof: { tests: object } } }>(`/api/v1/flows/${bot.flowId}/publish`, { acceptWarnings: true });
  expect(release.proof.tests).toEqual({ ran: 1, otherwise: 0 });

  // One click has it in the simulator, which says how it goes.
  await page.getByRole('radio', { name: 'Tests' }).click();
  await page.getByRole('region', { name: 'Tests' }).getByRole('button', { name: 'Run in the simulator: Another time is booked' }).click();
  await expect(simulator.getByText('It goes as written.')).toBeVisible();
  await expect(simulator.getByText('Booked for 16:00.')).toBeVisible();
});

test('an analyst goes on from a conversation somebody had, with its programs run as drawn; an author keeps it as a test without their name', async ({ page, browser }) => {
  const api = await signIn(serverUrl());
  const bot = await makeBot(api, 'Had', washFlow('https://example.com'));
  await publishBot(api, bot);
  const { address } = await restChannel(api, bot);
  const say = async (id: string, text: string): Promise<void> => {
    await fetch(`${address}?wait=1`, { method: 'POST', body: JSON.stringify({ id, from: 'grace', name: 'Grace', message: { type: 'text', text } }) });
  };
  await say('1', 'hello');
  await say('2', 'Grace Hopper');
  await say('3', 'something else');
  const { items: [session] } = await api.get<{ items: { id: string }[] }>(`/api/v1/bots/${bot.id}/sessions`);
  // The drawing has gone on since.
  await api.post(`/api/v1/flows/${bot.flowId}/ops`, { id: 'wordedAnew', gesture: 'Words', ops: [{ op: 'set', path: ['nodes', 'none', 'data', 'text'], base: 'There is no time before {{slot}}.', value: 'Nothing is free but {{slot}}.' }] });

  /** Opens it after the second turn, and answers otherwise than they did. */
  const goOn = async (at: Page): Promise<Designer['simulator']> => {
    await at.goto(`${serverUrl()}/conversations?bot=${bot.id}&session=${session?.id ?? ''}`);
    await at.getByRole('log').getByRole('button', { name: /^Turn 2/ }).click();
    await at.getByRole('link', { name: 'Open in the simulator' }).click();
    const { simulator } = new Designer(at);
    await expect(simulator.getByText('From a conversation, after turn 2')).toBeVisible();
    await expect(simulator.getByText('From here on it is simulated')).toBeVisible();
    await expect(simulator.getByText('something else')).toHaveCount(0);
    return simulator;
  };
  const fail = (simulator: Designer['simulator']) => simulator.getByRole('form', { name: 'What does the other system answer?' }).getByRole('button', { name: 'Fail', exact: true });

  // Somebody who may read, but neither draw nor see personal values.
  const analyst = await joinTeam(api, browser, { name: 'Ana', access: 'analyst' });
  const looked = await goOn(analyst.page);
  await expect(looked.getByText('Left out, because you may not see it: name.')).toBeVisible();
  await looked.getByRole('button', { name: 'Repair' }).click();
  await analyst.page.route('**/code-runs', (route) => route.abort());
  await fail(looked).click();
  // A program that was not run took no way out.
  await expect(looked.getByRole('alert')).toContainText('“Next day” was not run, so the conversation waits for it. The server could not be reached.');
  expect(await accessibility(analyst.page, { within: '[data-panel="simulator"]' })).toEqual([]);
  await analyst.page.unroute('**/code-runs');
  await looked.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(looked.getByText('There is no time before tomorrow for Repair.')).toBeVisible();
  await expect(looked.getByRole('alert')).toHaveCount(0);
  await looked.getByRole('radio', { name: 'The draft' }).click();
  await looked.getByRole('button', { name: 'Repair' }).click();
  await fail(looked).click();
  await expect(looked.getByText('Nothing is free but tomorrow for Repair.')).toBeVisible();
  await expect(looked.getByRole('button', { name: 'Keep as test' })).toHaveCount(0);
  await analyst.context.close();

  await signInAt(page, serverUrl());
  const simulator = await goOn(page);
  await expect(simulator.getByText('Which wash, Grace Hopper?')).toBeVisible();
  // With the draft it says what is drawn now.
  await simulator.getByRole('radio', { name: 'The draft' }).click();
  await simulator.getByRole('button', { name: 'Repair' }).click();
  await fail(simulator).click();
  await expect(simulator.getByText('Nothing is free but tomorrow for Repair.')).toBeVisible();
  expect(await accessibility(page, { within: '[data-panel="simulator"]' })).toEqual([]);

  await simulator.getByRole('button', { name: 'Keep as test' }).click();
  const keep = page.getByRole('dialog', { name: 'Keep this run as a test' });
  await expect(keep.getByText('It holds a personal value: name.')).toBeVisible();
  await keep.getByLabel('Name', { exact: true }).fill('No time for a repair');
  await keep.getByRole('button', { name: 'Keep the test' }).click();
  await expect(keep).toBeHidden();
  const { items } = await api.get<{ items: { test: { start: object } }[] }>(`/api/v1/bots/${bot.id}/tests`);
  expect(items).toMatchObject([{ test: { description: 'No time for a repair', start: { variables: { name: 'Asha' }, frames: [{ flow: bot.flowId }] } } }]);
  expect(JSON.stringify(items)).not.toContain('Grace');
  await page.getByRole('radio', { name: 'Tests' }).click();
  await expect(page.getByRole('region', { name: 'Tests' }).getByRole('button', { name: /^Passed.*No time for a repair/ })).toBeVisible();
});
