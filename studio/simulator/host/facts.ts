import { spoken } from '@parley/shared/host/spoken';
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
    // Another name is another contact: whoever goes by who somebody is can be tried out.
    contact: { id: ground.contact.id ?? (ground.contact.name || 'contact'), name: ground.contact.name },
  };
}
