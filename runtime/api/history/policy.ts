import { needs } from '../policy.ts';

/** Who may see what drawings were, and give moments names. Going back is an edit like any other, or a release made live. */
export const historyPolicy = {
  list: needs('bots.read'),
  state: needs('bots.read'),
  diff: needs('bots.read'),
  bringBack: needs('bots.edit'),
  listNamed: needs('bots.read'),
  name: needs('bots.edit'),
  rename: needs('bots.edit'),
  removeName: needs('bots.edit'),
};
