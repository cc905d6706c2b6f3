import { needs } from '../policy.ts';

/** Who may see, make and change bots. */
export const botPolicy = {
  list: needs('bots.read'),
  get: needs('bots.read'),
  create: needs('bots.edit'),
  change: needs('bots.manage'),
};
