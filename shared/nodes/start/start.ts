import * as z from 'zod';
import type { Transition } from '../../machine/machine.ts';
import { channelLimits } from '../../messages/limits.ts';
import { defineNode } from '../defineNode.ts';
import { children, keywords, oneOf, order, ordered } from '../fieldKinds.ts';

const { web, rest, whatsapp, telegram } = channelLimits;
const channels = { any: 'Every channel', web: web.label, rest: rest.label, whatsapp: whatsapp.label, telegram: telegram.label } as const;

const opening = z.object({
  keywords: keywords('Words', { help: 'Separated by commas, in any of the bot’s languages. Empty: everybody on the channel begins here.' }),
  channel: oneOf('On', channels, ['any', 'web', 'rest', 'whatsapp', 'telegram']),
  order,
});
type Opening = z.infer<typeof opening>;

/** Where a conversation or a called flow begins. */
export const start = defineNode({
  type: 'start',
  label: 'Start',
  group: 'ends',
  icon: 'player-play',
  doc: 'Begins the conversation. First words such as “book”, or a channel, can take people straight to what they came for.',
  schema: z.object({
    openings: children('Other beginnings', opening, { label: 'Beginning', add: 'Add a beginning', max: 20 }, {
      help: 'When the first message has one of these words, or comes by this channel, the conversation begins there. In a flow that is called, they count for nothing.',
    }),
  }),
  defaults: () => ({ openings: {} }),
  exits: (data) => [
    { id: 'next', label: Object.keys(data.openings).length > 0 ? 'Anything else' : 'Begins' },
    ...ordered(data.openings).map(([id, each]) => ({ id, label: nameOf(each) })),
  ],
  summary: (data) => ordered(data.openings).map(([, each]) => (each.keywords.trim() || each.channel !== 'any' ? nameOf(each, each.keywords.trim()) : '')).filter(Boolean).join(' · '),
  compile(data, context) {
    // Without words and without a channel it would take everybody, wherever they come from: it says nothing yet.
    const openings = ordered(data.openings).filter(([, { keywords: words, channel }]) => words.trim() !== '' || channel !== 'any');
    const next = context.exit('next');
    if (openings.length === 0 || context.inSubflow) return { '': { always: [next] } };
    const options = openings.map(([id, { keywords: words, channel }]) => ({ id, ...(words.trim() && { words: context.text('openings', id, 'keywords') }), ...(channel !== 'any' && { channel }) }));
    return {
      '': {
        wait: { for: 'message', recogniser: { kind: 'keywords', options } },
        on: {
          answer: [...openings.map(([id]): Transition => ({ ...context.exit(id), guard: { is: 'option', option: id } })), next],
          invalid: [next],
          timeout: [next],
        },
      },
    };
  },
});

/** The first of its words, and where it counts. */
function nameOf({ keywords: words, channel }: Opening, said = words.split(',')[0]?.trim() ?? ''): string {
  if (channel === 'any') return said || 'First words';
  return said ? `${said} (${channels[channel]})` : channels[channel];
}
