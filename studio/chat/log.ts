import type { ChatMessage, Say, StreamFrame } from '@parley/shared/api/chat';

/** Something said here that the log does not hold yet. */
export interface Pending extends Say {
  /** Set when the server refused it for good; the reason is shown beside it. */
  refused?: string;
}

/** All the page shows. The numbered messages are the truth; pending ones and streamed pieces only bridge the time until they arrive. */
export interface ChatLog {
  messages: ChatMessage[];
  pending: Pending[];
  /** The answer being made: text so far, by the turn and action that makes it. */
  streaming: { turn: string; action: number; attempt: number; seq: number; text: string } | undefined;
  /** The bot is at work on an answer. */
  working: boolean;
}

export const emptyLog: ChatLog = { messages: [], pending: [], streaming: undefined, working: false };

/** The number of the last message seen: where a resumed connection goes on. */
export const lastNo = (log: ChatLog): number => log.messages.at(-1)?.no ?? 0;

/** Takes in messages of the log: each number once, in order; a pending message that has arrived is no longer pending. */
export function receive(log: ChatLog, items: ChatMessage[]): ChatLog {
  const known = new Set(log.messages.map(({ no }) => no));
  const fresh = items.filter(({ no }) => !known.has(no));
  if (fresh.length === 0) return log;
  const arrived = new Set(fresh.flatMap((item) => (item.direction === 'in' ? [item.id] : [])));
  const answered = fresh.some((item) => item.direction === 'out');
  return {
    messages: [...log.messages, ...fresh].sort((a, b) => a.no - b.no),
    pending: log.pending.filter(({ id }) => !arrived.has(id)),
    // A turn is committed whole: whatever comes of it says that its answer is no longer being made.
    streaming: fresh.some((item) => item.turn === log.streaming?.turn) ? undefined : log.streaming,
    working: answered ? false : log.working,
  };
}

/** Shows something said before the server has it. */
export const say = (log: ChatLog, said: Say): ChatLog => ({ ...log, pending: [...log.pending, said] });

/** Marks a pending message as refused; it stays, so that nothing typed is lost. */
export const refuse = (log: ChatLog, id: string, refused: string): ChatLog => ({ ...log, pending: log.pending.map((item) => (item.id === id ? { ...item, refused } : item)) });

/** Drops a refused message to be said again or not at all. */
export const drop = (log: ChatLog, id: string): ChatLog => ({ ...log, pending: log.pending.filter((item) => item.id !== id) });

/** Adds a streamed piece: a newer attempt clears, a repeated or older piece is ignored. */
export function stream(log: ChatLog, frame: StreamFrame): ChatLog {
  const now = log.streaming;
  const same = now && now.turn === frame.turn && now.action === frame.action;
  if (same && (frame.attempt < now.attempt || (frame.attempt === now.attempt && frame.seq <= now.seq))) return log;
  if (log.messages.some((item) => item.turn === frame.turn)) return log;
  const before = same && frame.attempt === now.attempt ? now.text : '';
  return { ...log, streaming: { ...frame, text: before + frame.text } };
}

/** The bot is at work, or not any more: then nothing is being made either, also where a turn said nothing in the end. */
export const work = (log: ChatLog, working: boolean): ChatLog => ({ ...log, working, streaming: working ? log.streaming : undefined });

/** The options that can still be tapped, or the form that can still be filled in: those of the last question, until something is said after it. */
export function openChoices(log: ChatLog): number | undefined {
  if (log.pending.some(({ refused }) => !refused)) return undefined;
  for (const item of log.messages.toReversed()) {
    if (item.direction === 'in') return undefined;
    if (item.message.type === 'choices' || item.message.type === 'form') return item.no;
  }
  return undefined;
}

/** Which of the bot's languages the visitor chose last, by its question or in the page's menu; undefined while they have not. */
export function chosenLanguage(log: ChatLog, languages: readonly string[]): string | undefined {
  const chosen = log.messages.flatMap((item) => (item.direction === 'in' ? languageIn(item.message) ?? [] : []));
  // A reply may also ask for more languages to choose from.
  return chosen.findLast((language) => languages.includes(language));
}

function languageIn(message: Extract<ChatMessage, { direction: 'in' }>['message']): string | undefined {
  if (message.type === 'dialogReply' && message.dialog === 'language') return message.value;
  const option = message.type === 'choiceReply' ? message.option : '';
  return option.startsWith('language:') ? option.slice('language:'.length) : undefined;
}
