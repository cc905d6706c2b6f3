import { needs } from '../policy.ts';

/** Who may read conversations; personal values are hidden from whoever lacks `personal.read`. */
export const sessionPolicy = {
  list: needs('conversations.read'),
  get: needs('conversations.read'),
  turns: needs('conversations.read'),
  snapshot: needs('conversations.read'),
};
