import { describe, expect, test } from 'vitest';
import { compile } from '../compiler/compile.ts';
import { runTest } from '../coverage/runTest.ts';
import { tellDifference } from '../coverage/tellDifference.ts';
import { conversationTestSchema } from '../nodes/golden.ts';
import type { ConversationTest, GoldenStart, GoldenStep, Sketch } from '../nodes/golden.ts';
import { nodeTypes } from '../nodes/index.ts';
import { drawGolden } from './drawGolden.ts';
import { framesTo } from './framesTo.ts';
import { playOn } from './playGolden.ts';

const main: Sketch = {
  languages: ['en', 'fr'],
  variables: { name: { type: { kind: 'text' }, initial: 'you' }, size: 'number', luck: 'number' },
  nodes: {
    start: 'start', who: { ask: { question: 'Who?', save: 'name' } },
    wash: { choice: { body: 'Which wash, {{name}}?', options: { a: { label: 'Express', order: 1 }, b: { label: 'Full', order: 2 } }, timeout: 'PT1H' } },
    pay: { subflow: { flow: 'paying' } }, gone: { end: { text: 'Gone' } },
    bye: { end: { text: 'Bye {{name}}, {{size}}' } },
  },
  edges: ['start -> who', 'who -> wash', 'wash.a -> pay', 'wash.b -> bye', 'wash.noAnswer -> gone', 'pay -> bye'],
  translations: { fr: { 'wash/body': 'Quel lavage, {{name}} ?' } },
};
const paying: Sketch = {
  variables: { sum: 'number' },
  nodes: { start: 'start', ask: { ask: { question: 'Pay {{sum}}?' } }, thanks: { message: { text: 'Thanks' } }, done: { end: { text: '' } } },
  edges: ['start -> ask', 'ask -> thanks', 'thanks -> done'],
};
const alone: Sketch = { nodes: { start: 'start', hm: { ask: { question: 'Alone?' } }, end: { end: { text: 'So be it' } } }, edges: ['start -> hm', 'hm -> end'] };
const machine = compile(drawGolden({ flow: main, subflows: { paying, alone } }, nodeTypes), nodeTypes);
const clock = '2026-03-28T23:30:00Z';

const told = (start: GoldenStart, conversation: GoldenStep[], more: Partial<ConversationTest> = {}): GoldenStep[] => (
  playOn(conversationTestSchema.parse({ description: 'x', clock, start, conversation, ...more }), machine).conversation);
const wash = (name: string): GoldenStep => ({ bot: { text: `Which wash, ${name}?`, options: ['Express', 'Full'] } });
const resting = { frames: [{ flow: 'main', at: 'wash/asking', locals: {}, cursors: {}, counters: {} }], variables: { name: 'Ada' } } satisfies GoldenStart;

describe('a conversation that begins in the middle', () => {
  const restsAt = Object.keys(machine.flows['main']?.states ?? {}).find((id) => id.startsWith('wash') && machine.flows['main']?.states[id]?.wait);
  const rests = { ...resting, frames: [{ ...resting.frames[0]!, at: restsAt ?? '' }] };
  test.each<[string, GoldenStart, GoldenStep[], GoldenStep[]]>([
    ['enters a node with values', { at: 'wash', variables: { name: 'Ada', size: 2 } }, [{ tap: 'Full' }], [wash('Ada'), { tap: 'Full' }, { bot: 'Bye Ada, 2' }, { ends: true }]],
    ['enters a node with nothing set', { at: 'wash' }, [], [wash('you')]],
    ['enters a node of a called flow, which gives back to its caller', { at: 'paying:ask', locals: { sum: 7 } }, [{ user: 'yes' }], [{ bot: 'Pay 7?' }, { user: 'yes' }, { bot: 'Thanks' }, { bot: 'Bye you, 0' }, { ends: true }]],
    ['enters a flow that nobody calls, and its end is the end', { at: 'alone:hm' }, [{ user: 'yes' }], [{ bot: 'Alone?' }, { user: 'yes' }, { bot: 'So be it' }, { ends: true }]],
    ['rests where a session rested, whose buttons can be tapped', rests, [{ tap: 'Full' }], [{ tap: 'Full' }, { bot: 'Bye Ada, 0' }, { ends: true }]],
    ['rests with its deadline running', rests, [{ later: 'PT59M' }, { later: 'PT1M' }], [{ later: 'PT59M' }, { later: 'PT1M' }, { bot: 'Gone' }, { ends: true }]],
    ['takes values set by hand, and takes them away', rests, [{ set: { name: null, size: 3 } }, { tap: 'Full' }], [{ set: { name: null, size: 3 } }, { tap: 'Full' }, { bot: 'Bye you, 3' }, { ends: true }]],
  ])('%s', (_name, start, lines, played) => expect(told(start, lines)).toEqual(played));

  test('values of the running flow are set before those of the conversation', () => {
    const frames = framesTo(machine, { flow: 'paying', node: 'ask' });
    expect(frames?.map(({ flow, at }) => [flow, at.split('/')[0]])).toEqual([['main', 'pay'], ['paying', 'ask']]);
    expect(() => told({ at: 'paying:ask' }, [{ set: { sum: 'much' } }])).toThrow('"sum" takes a value of its type');
    expect(() => told({ at: 'paying:ask' }, [{ set: { nothing: 1 } }])).toThrow('there is a variable "nothing"');
  });

  test.each<[GoldenStart, string]>([
    [{ at: 'former' }, 'It begins at “former”, which the drawing has no more.'],
    [{ at: 'gone:ask' }, 'It begins at “gone:ask”, which the drawing has no more.'],
    [{ frames: [{ ...resting.frames[0]!, at: 'former/asking' }] }, 'It begins at “main:former/asking”, which the drawing has no more.'],
    [{ frames: [{ ...resting.frames[0]!, at: 'bye' }] }, 'It begins at “main:bye”, which the drawing has no more.'],
  ])('a place that is gone is told: %j', (start, sentence) => {
    const result = runTest({ description: 'x', clock, start, conversation: [wash('you')] }, machine);
    expect([result.passed, tellDifference(result)]).toEqual([false, sentence]);
  });
});

test('the contact’s own dialogs: another language, and starting over', () => {
  const lines: GoldenStep[] = [{ user: 'hi' }, { user: 'Ada' }, { dialogDone: 'fr', dialog: 'language' }, { dialogDone: 'reset', dialog: 'reset' }];
  expect(playOn({ description: 'x', clock, conversation: lines }, machine).conversation).toEqual([
    { user: 'hi' }, { bot: 'Who?' }, { user: 'Ada' }, wash('Ada'),
    { dialogDone: 'fr', dialog: 'language' }, { bot: { text: 'Quel lavage, Ada ?', options: ['Express', 'Full'] } }, { dialogDone: 'reset', dialog: 'reset' }, { bot: 'Who?' },
  ]);
});

test('a zone knows when its summer begins, and every turn has a fortune of its own', () => {
  const told = compile(drawGolden({ flow: {
    variables: { one: 'number', two: 'number' },
    nodes: { start: 'start', now: { ask: { question: '{{now()}}' } }, again: { end: { text: '{{now()}}' } } }, edges: ['start -> now', 'now -> again'],
  } }, nodeTypes), nodeTypes);
  const said = (zone: string | undefined) => playOn({ description: 'x', clock, ...(zone && { zone }), conversation: [{ user: 'hi' }, { later: 'PT2H' }, { user: 'later' }] }, told).conversation.flatMap((line) => ('bot' in line ? [line.bot] : []));
  const hours = (texts: unknown[]) => texts.map((text) => /(\d\d?):\d\d/.exec(String(text))?.[0]);
  expect(hours(said('Europe/Paris'))).toEqual(['12:30', '3:30']);
  expect(hours(said(undefined))).toEqual(['11:30', '1:30']);
  expect(said('Nowhere/Land')).toEqual(said(undefined));
});
