import { proposedSchema } from '@parley/shared/api/translations';
import type { Proposed, ProposeBody } from '@parley/shared/api/translations';
import { ask } from './client.ts';

/** Has texts of a bot translated as proposals; nothing is changed by it. */
export function proposeTranslations(bot: string, body: ProposeBody, signal: AbortSignal): Promise<Proposed> {
  return ask({ method: 'POST', path: `/bots/${bot}/translations`, body, answer: proposedSchema, signal });
}
