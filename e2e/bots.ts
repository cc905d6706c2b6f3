import type { Api } from './api.ts';

/** A bot as the journeys make it. */
export interface MadeBot {
  id: string;
  slug: string;
  flowId: string;
}

/** Makes a bot with this drawing. */
export async function makeBot(api: Api, name: string, flow: Record<string, unknown>): Promise<MadeBot> {
  const bot = await api.post<MadeBot>('/api/v1/bots', { name });
  await draw(api, bot, flow);
  return bot;
}

/** Replaces a bot's drawing. */
export async function draw(api: Api, bot: MadeBot, flow: Record<string, unknown>): Promise<void> {
  const { revision } = await api.get<{ revision: number }>(`/api/v1/flows/${bot.flowId}/draft`);
  await api.put(`/api/v1/flows/${bot.flowId}/draft`, { revision, flow });
}

/** Publishes a bot's drawing, warnings accepted; gives the release. */
export async function publishBot(api: Api, bot: MadeBot): Promise<{ id: string; no: number }> {
  return (await api.post<{ release: { id: string; no: number } }>(`/api/v1/flows/${bot.flowId}/publish`, { acceptWarnings: true })).release;
}

/** Opens a rest channel; its address takes messages. */
export async function restChannel(api: Api, bot: MadeBot, callbackUrl?: string): Promise<{ id: string; address: string; callbackSecret?: string }> {
  const { id, token, callbackSecret } = await api.post<{ id: string; token: string; callbackSecret?: string }>(`/api/v1/bots/${bot.id}/channels`, { type: 'rest', ...(callbackUrl ? { callbackUrl } : {}) });
  return { id, address: `${api.url}/channels/rest/${token}/messages`, ...(callbackSecret ? { callbackSecret } : {}) };
}

/** A straight drawing: says `greeting`, asks `question`, says `thanks` with the answer, ends. Small enough to read in a test. */
export function smallFlow({ greeting, question, thanks, languages = ['en'], translations = {} }: { greeting: string; question: string; thanks: string; languages?: string[]; translations?: Record<string, unknown> }): Record<string, unknown> {
  const node = (type: string, x: number, data: Record<string, unknown>) => ({ type, x, y: 80, data });
  return {
    schema: 1, kind: 'bot', languages, notes: {}, translations,
    variables: { answer: { name: 'answer', type: { kind: 'text' }, order: 1 } },
    nodes: {
      start: node('start', 0, { openings: {} }), greeting: node('message', 300, { kind: 'text', text: greeting }),
      question: node('ask', 600, { question, expects: 'text', save: 'answer' }), thanks: node('end', 900, { text: thanks }),
    },
    edges: { e1: { from: 'start', exit: 'next', to: 'greeting' }, e2: { from: 'greeting', exit: 'next', to: 'question' }, e3: { from: 'question', exit: 'answered', to: 'thanks' } },
    settings: {
      channels: ['web', 'rest'], zone: 'Europe/Paris', sessionHours: 24, errorText: 'Something went wrong.', unreadableText: 'Sorry, I did not understand that.', waitingText: 'One moment.',
      silenceAfter: 'PT12H', missingTranslationsAccepted: false, consentText: '', shortcuts: {},
    },
  };
}
