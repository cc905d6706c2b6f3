import { restingAt, takesVoice } from '@parley/shared/engine/resting';
import { inbound } from '../language/inbound.ts';
import type { Received } from './receive.ts';

/** Language in: what was said, in the bot's language. */
export interface Understood extends Received {
  /** Speech that nothing here turns into text. */
  unheard: boolean;
}

/** Turns speech and other languages into what the flow understands; the original stays in the log. */
export function understand(received: Received): Understood {
  const { event, session } = received;
  if (event.type !== 'message' || event.message.type !== 'audio') return { ...received, unheard: false };
  const resting = session?.snapshot ? restingAt(session.release.prepared, session.snapshot) : undefined;
  const { message, unheard } = inbound(event.message, { takesAudio: takesVoice(resting) });
  return { ...received, event: { ...event, message }, unheard: unheard && session?.isNew !== true };
}
