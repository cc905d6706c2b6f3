import { needs } from '../policy.ts';

/** Who may see, draw and publish flows. */
export const flowPolicy = {
  list: needs('bots.read'),
  create: needs('bots.edit'),
  rename: needs('bots.edit'),
  delete: needs('bots.edit'),
  readDraft: needs('bots.read'),
  saveDraft: needs('bots.edit'),
  addOps: needs('bots.edit'),
  readOps: needs('bots.read'),
  verify: needs('bots.read'),
  publish: needs('bots.publish'),
};
