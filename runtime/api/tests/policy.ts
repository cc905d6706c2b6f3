import { needs } from '../policy.ts';

/** Who may see and keep the conversations a bot is tested with. */
export const testPolicy = {
  list: needs('bots.read'),
  keep: needs('bots.edit'),
  change: needs('bots.edit'),
  delete: needs('bots.edit'),
};
