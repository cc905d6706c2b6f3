import { mayUse } from '@parley/shared/api/access';
import type { Access } from '@parley/shared/api/access';
import { Refusal } from '../lib/refusal.ts';

/** Refuses when an account of access `by` may not touch owners and `access` is theirs. */
export function requireMayGive(by: Access, access: Access): void {
  if (access === 'owner' && !mayUse(by, 'owners.manage')) throw new Refusal('forbidden', 'Only an owner can make or change owners.');
}
