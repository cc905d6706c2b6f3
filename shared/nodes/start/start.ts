import * as z from 'zod';
import type { Transition } from '../../machine/machine.ts';
import { defineNode } from '../defineNode.ts';
import { children, keywords, order, ordered } from '../fieldKinds.ts';

const opening = z.object({
  keywords: keywords('Words', { help: 'Separated by commas. In any of the bot’s languages.' }),
  order,
});

/** Where a conversation or a called flow begins. */
export const start = defineNode({
  type: 'start',
  label: 'Start',
  group: 'ends',
  icon: 'player-play',
  doc: 'Begins the conversation. First words such as “book” can take people straight to what they came for.',
  schema: z.object({
    openings: children('First words', opening, { label: 'First words', add: 'Add first words', max: 20 }, {
      help: 'When the first message has one of these words, the conversation begins there. In a flow that is called, they count for nothing.',
    }),
  }),
  defaults: () => ({ openings: {} }),
  exits: (data) => [
    { id: 'next', label: Object.keys(data.openings).length > 0 ? 'Anything else' : 'Begins' },
    ...ordered(data.openings).map(([id, { keywords: words }]) => ({ id, label: words.split(',')[0]?.trim() || 'First words' })),
  ],
  summary: (data) => ordered(data.openings).map(([, { keywords: words }]) => words.trim()).filter(Boolean).join(' · '),
  compile(data, context) {
    const openings = ordered(data.openings);
    const next = context.exit('next');
    if (openings.length === 0 || context.inSubflow) return { '': { always: [next] } };
    return {
      '': {
        wait: { for: 'message', recogniser: { kind: 'keywords', options: openings.map(([id]) => ({ id, words: context.text('openings', id, 'keywords') })) } },
        on: {
          answer: [...openings.map(([id]): Transition => ({ ...context.exit(id), guard: { is: 'option', option: id } })), next],
          invalid: [next],
          timeout: [next],
        },
      },
    };
  },
});
