import { needs } from '../policy.ts';

/** Who may see which plugins there are, and who may make, change and try them. */
export const pluginPolicy = {
  list: needs('bots.read'),
  create: needs('bots.edit'),
  change: needs('bots.edit'),
  delete: needs('bots.edit'),
  try: needs('bots.edit'),
};
