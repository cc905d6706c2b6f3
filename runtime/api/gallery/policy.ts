import { needs } from '../policy.ts';

/** Who may see what a bot can begin with. */
export const galleryPolicy = {
  list: needs('bots.read'),
};
