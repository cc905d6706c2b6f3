import { needs } from '../policy.ts';

/** Who may see, make and change bots, and take them along as files. */
export const botPolicy = {
  list: needs('bots.read'),
  get: needs('bots.read'),
  create: needs('bots.edit'),
  change: needs('bots.manage'),
  export: needs('bots.read'),
  import: needs('bots.edit'),
  duplicate: needs('bots.edit'),
  useCredential: needs('bots.edit'),
  fileSchema: needs('bots.read'),
};
