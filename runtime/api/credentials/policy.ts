import { needs } from '../policy.ts';

/** Who may see which credentials there are, and who may make and change them. Secrets are shown to nobody. */
export const credentialPolicy = {
  list: needs('bots.read'),
  create: needs('bots.edit'),
  change: needs('bots.edit'),
  delete: needs('bots.edit'),
};
