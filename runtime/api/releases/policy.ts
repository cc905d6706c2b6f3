import { needs } from '../policy.ts';

/** Who may see releases and make one live. */
export const releasePolicy = {
  list: needs('bots.read'),
  get: needs('bots.read'),
  code: needs('bots.read'),
  project: needs('bots.read'),
  flows: needs('bots.read'),
  diff: needs('bots.read'),
  rollBack: needs('bots.publish'),
};
