import type { Outgoing } from '@parley/shared/messages/outgoing';
import { expect, test } from 'vitest';
import type { SimulatedChannel } from '../SimulatorProps.ts';
import { fitNotes } from './fitNotes.ts';

const choices = (labels: string[], more: Partial<Extract<Outgoing, { type: 'choices' }>> = {}): Outgoing => ({ type: 'choices', body: 'Which?', options: labels.map((label, at) => ({ id: `o${at}`, label })), wait: 1, ...more });
const file = (type: 'image' | 'video' | 'document', mime: string, bytes: number): Outgoing => ({ type, media: { id: 'm', mime, name: 'x', bytes } });
const numbers = (count: number) => Array.from({ length: count }, (_, at) => `Option ${at + 1}`);

test.each<[SimulatedChannel, string, Outgoing, string[]]>([
  ['web', 'four buttons', choices(numbers(4)), []],
  ['whatsapp', 'three buttons', choices(numbers(3)), []],
  ['whatsapp', 'four buttons', choices(numbers(4)), ['info list']],
  ['whatsapp', 'a long label on a button', choices(['A label of twenty-two c', 'B']), ['info listLong']],
  ['whatsapp', 'notes on buttons', choices([], { options: [{ id: 'a', label: 'A', note: 'more' }] }), ['info listNotes']],
  ['whatsapp', 'eleven rows', choices(numbers(11)), ['info list', 'info pages']],
  ['whatsapp', 'a label no list takes', choices(['A label that is longer than any row']), ['info listLong', 'warn cut choiceLabel']],
  ['whatsapp', 'two alike', choices(['Same', 'Same']), ['info numbered']],
  ['whatsapp', 'a long question', choices(['A'], { body: 'Long. '.repeat(200) }), ['info bodySplit']],
  ['whatsapp', 'a long header', choices(['A'], { header: 'H'.repeat(61) }), ['warn cut header']],
  ['telegram', 'a hundred and one buttons', choices(numbers(101)), ['info pages']],
  ['telegram', 'two alike', choices(['Same', 'Same']), []],
  ['whatsapp', 'a text too long', { type: 'text', text: 'x'.repeat(4_097) }, ['bad tooLong text']],
  ['web', 'a text of emoji counts letters', { type: 'text', text: '🚲'.repeat(4_096) }, []],
  ['whatsapp', 'a gif', file('image', 'image/gif', 1_000), ['bad type']],
  ['telegram', 'a gif', file('image', 'image/gif', 1_000), []],
  ['whatsapp', 'a picture of six megabytes', file('image', 'image/png', 6_000_000), ['bad bytes']],
  ['telegram', 'a film of sixty megabytes in another format', file('video', 'video/webm', 60_000_000), ['bad type', 'bad bytes']],
  ['whatsapp', 'a long caption', { ...file('document', 'application/pdf', 1_000), caption: 'x'.repeat(1_025) } as Outgoing, ['bad tooLong caption']],
])('%s: %s', (channel, _name, message, notes) => expect(fitNotes(channel, message).map(({ tone, says, field }) => [tone, says, field].filter(Boolean).join(' '))).toEqual(notes));
