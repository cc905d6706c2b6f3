import type { Incoming } from '@parley/shared/messages/incoming';

/** What a contact said, in the bot's language and as text where it was speech; the original is kept in the log. */
export interface Inbound {
  message: Incoming;
  /** Speech that nobody can turn into text here: the contact is told so. */
  unheard: boolean;
}

/** Language in. Without a provider texts pass through, and speech is heard only where a recording is what was asked for. */
export function inbound(message: Incoming, { takesAudio }: { takesAudio: boolean }): Inbound {
  return { message, unheard: message.type === 'audio' && !takesAudio };
}
