import { needs } from '../policy.ts';

/** Who may run which code; it is pure, isolated and rate limited. What is drawn in a bot may be run by whoever may read it. */
export const sandboxPolicy = { run: needs('bots.edit'), runDrawn: needs('bots.read') };
