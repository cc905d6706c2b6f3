import { parseFlow } from '@parley/shared/flow/parseFlow';
import type { Flow } from '@parley/shared/flow/document';
import { nodeTypes } from '@parley/shared/nodes/index';

/** A small bot that can be published: greets, asks for a name (personal), offers two things, answers. `greeting` makes versions differ. */
export function menuBot(greeting = 'Welcome.'): Flow {
  const node = (type: string, x: number, data: Record<string, unknown>) => ({ type, x, y: 0, data });
  const to = (from: string, exit: string, target: string) => ({ from, exit, to: target });
  const text = { kind: 'text' } as const;
  const parsed = parseFlow({
    schema: 1,
    kind: 'bot',
    languages: ['en'],
    variables: { name: { name: 'name', type: text, personal: true, order: 1 }, topic: { name: 'topic', type: text, order: 2 } },
    nodes: {
      start: node('start', 0, { openings: {} }),
      greet: node('message', 300, { kind: 'text', text: greeting }),
      who: node('ask', 600, { question: 'What is your name?', expects: 'text', save: 'name' }),
      menu: node('choice', 900, { body: 'What next, {{name}}?', options: { hours: { label: 'Hours', order: 1 }, prices: { label: 'Prices', order: 2 } }, save: 'topic' }),
      hours: node('end', 1200, { text: 'Open from 8 to 20, {{name}}.' }),
      prices: node('end', 1200, { text: 'A day costs 6 €, {{name}}.' }),
    },
    edges: { e1: to('start', 'next', 'greet'), e2: to('greet', 'next', 'who'), e3: to('who', 'answered', 'menu'), e4: to('menu', 'hours', 'hours'), e5: to('menu', 'prices', 'prices') },
    notes: {},
    translations: {},
    settings: {
      channels: ['rest'], zone: 'UTC', sessionHours: 24, errorText: 'Something went wrong.', unreadableText: 'That is no answer.', waitingText: 'One moment.',
      silenceAfter: 'PT1H', missingTranslationsAccepted: false, consentText: '', shortcuts: {},
    },
  }, nodeTypes);
  if (!parsed.ok) throw new Error(`The test's bot is no document: ${JSON.stringify(parsed.problems)}`);
  return parsed.flow;
}
