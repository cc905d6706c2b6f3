import { needs } from '../policy.ts';

/** Who may see and open channels. */
export const channelPolicy = {
  list: needs('bots.read'),
  create: needs('bots.edit'),
  change: needs('bots.edit'),
  delete: needs('bots.edit'),
  tryOut: needs('bots.read'),
};
