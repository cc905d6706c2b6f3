import { needs } from '../policy.ts';

/** Who may run code; it is pure, isolated and rate limited. */
export const sandboxPolicy = { run: needs('bots.edit') };
