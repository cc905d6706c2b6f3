import { needs } from '../policy.ts';

/** Who may have texts translated: whoever may put the proposals into a drawing. */
export const translationPolicy = { propose: needs('bots.edit') };
