import { needs } from '../policy.ts';

/** Who may read what is said about a bot, and say something: whoever sees the bot may ask about it, whether or not they may draw. */
export const commentPolicy = {
  list: needs('bots.read'),
  colleagues: needs('bots.read'),
  mentions: needs('bots.read'),
  start: needs('bots.comment'),
  reply: needs('bots.comment'),
  resolve: needs('bots.comment'),
  read: needs('bots.read'),
  /** One’s own; the command refuses others’. */
  change: needs('bots.comment'),
  /** One’s own, and anybody’s with the right to manage bots. */
  delete: needs('bots.comment'),
};
