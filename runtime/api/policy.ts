import type { Access, Right } from '@parley/shared/api/access';
import { accessLevels, mayUse } from '@parley/shared/api/access';

/** Who may use a route, an event or a room. Every one has exactly one; there is no default. */
export type Policy =
  /** No account needed. `because` says why that is safe. */
  | { who: 'anyone'; because: string }
  /** Any account that is not suspended. */
  | { who: 'signedIn' }
  | { who: 'holders'; right: Right };

/** Open to the world, for a stated reason. */
export function anyone(because: string) {
  return { who: 'anyone', because } as const satisfies Policy;
}

/** Open to every account. */
export const signedIn = { who: 'signedIn' } as const satisfies Policy;

/** Open to accounts that have the right. */
export function needs(right: Right) {
  return { who: 'holders', right } as const satisfies Policy;
}

/** Whether an account of this access passes. */
export function passes(policy: Policy, access: Access): boolean {
  return policy.who !== 'holders' || mayUse(access, policy.right);
}

/** The access levels a policy lets through, as the rights walk compares them. */
export function admitted(policy: Policy): Access[] {
  return accessLevels.filter((access) => passes(policy, access));
}
