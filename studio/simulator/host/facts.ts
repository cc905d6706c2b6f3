import type { Facts } from '@parley/shared/expressions/types';
import type { Ground, Talk } from './talk.ts';

/** What expressions may know in the turn under way. The seed is the turn's number, so that a conversation replays. */
export function factsOf(ground: Ground, talk: Pick<Talk, 'now' | 'turn' | 'contact'>): Facts {
  const { languages } = ground.prepared.machine;
  return {
    now: talk.now,
    zone: ground.zone,
    offsets: ground.offsets(talk.now),
    language: spoken(talk.contact.language, languages) ?? spoken(ground.contact.language, languages) ?? languages[0] ?? 'en',
    seed: talk.turn,
    channel: ground.channel,
    contact: { id: 'simulated', name: ground.contact.name },
  };
}

/** The bot's language that is the wanted one, or the same one of another country. */
function spoken(wanted: string | undefined, languages: readonly string[]): string | undefined {
  if (!wanted) return undefined;
  const base = wanted.split('-')[0]?.toLowerCase();
  return languages.find((language) => language.toLowerCase() === wanted.toLowerCase()) ?? languages.find((language) => language.split('-')[0]?.toLowerCase() === base);
}
