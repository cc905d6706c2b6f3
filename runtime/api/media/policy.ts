import { needs } from '../policy.ts';

/** Who may see and give files of a bot; what a contact sent is a part of their conversation. */
export const mediaPolicy = {
  list: needs('bots.read'),
  read: needs('conversations.read'),
  upload: needs('bots.edit'),
  delete: needs('bots.edit'),
};
