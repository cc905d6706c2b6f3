import { sessionMessages } from '@parley/db/queries/laneMessages';
import { outbound } from '@parley/shared/host/outbound';
import { incomingMessageSchema, outgoingSchema } from '@parley/shared/api/messages';
import type { Incoming } from '@parley/shared/messages/incoming';
import type { Outgoing } from '@parley/shared/messages/outgoing';
import * as z from 'zod';
import type { HistoryLine } from '../models/prompts/prompt.ts';
import type { TurnContext } from './turnContext.ts';
import type { TurnRun } from './turnRun.ts';

const rowSchema = z.discriminatedUnion('direction', [
  z.object({ direction: z.literal('in'), body: z.object({ message: incomingMessageSchema }) }),
  z.object({ direction: z.literal('out'), body: z.object({ message: outgoingSchema }) }),
]);

/** The last lines of a session as they were committed, oldest first. */
export async function historyOf({ db }: Pick<TurnContext, 'db'>, session: { lane: string; session: number }, most: number): Promise<HistoryLine[]> {
  const rows = await sessionMessages(db.lanes, { ...session, most });
  return rows.flatMap((row) => {
    const read = rowSchema.parse(row);
    return read.direction === 'in' ? lineOf('contact', heard(read.body.message)) : lineOf('bot', said(read.body.message));
  });
}

/** The same with what the turn under way has heard and said. */
export async function historyIn(context: Pick<TurnContext, 'db'>, run: TurnRun, session: { lane: string; session: number }, most: number): Promise<HistoryLine[]> {
  const { event, work } = run.turn;
  const now = event.type === 'message' && !work.told ? lineOf('contact', heard(event.message)) : [];
  const answered = run.said.flatMap(({ message, language }) => lineOf('bot', said(outbound(message, language ?? run.facts.language).message)));
  return [...await historyOf(context, session, most), ...now, ...answered].slice(-most);
}

const lineOf = (by: HistoryLine['by'], text: string): HistoryLine[] => (text.trim() ? [{ by, text }] : []);

/** What the contact said, in words; '' for what has none. */
function heard(message: Incoming): string {
  switch (message.type) {
    case 'text':
    case 'edited': return message.text;
    case 'choiceReply': return message.label ?? message.option;
    case 'choicesReply': return message.label ?? message.options.join(', ');
    case 'image':
    case 'video':
    case 'document': return message.caption ?? `(${message.type})`;
    case 'audio': return '(audio)';
    case 'location': return message.label ?? `${message.latitude}, ${message.longitude}`;
    case 'contact': return message.name;
    case 'formReply': return JSON.stringify(message.values);
    case 'dialogReply':
    case 'reaction':
    case 'callback':
    case 'start':
    case 'unsupported': return '';
  }
}

/** What the bot said, in words. */
function said(message: Outgoing): string {
  switch (message.type) {
    case 'text': return message.text;
    case 'choices': return `${message.body} [${message.options.map(({ label }) => label).join(' | ')}]`;
    case 'form': return message.body;
    case 'image':
    case 'video':
    case 'document': return message.caption ?? `(${message.type})`;
    case 'audio': return '(audio)';
    case 'typing': return '';
  }
}
