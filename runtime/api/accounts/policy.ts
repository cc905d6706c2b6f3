import { needs } from '../policy.ts';

/** Who may see and change other accounts; owners are touched by owners only (`requireMayGive`). */
export const accountPolicy = {
  list: needs('accounts.manage'),
  invite: needs('accounts.manage'),
  inviteAgain: needs('accounts.manage'),
  change: needs('accounts.manage'),
};
