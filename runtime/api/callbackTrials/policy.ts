import { needs } from '../policy.ts';

/** Who may try out a callback with a real system: whoever may draw it. What comes of it is told to nobody but its maker. */
export const callbackTrialPolicy = { make: needs('bots.edit'), hear: needs('bots.edit'), leave: needs('bots.edit') };
