import * as z from 'zod';

/** What an account may do, from most to least. */
export const accessLevels = ['owner', 'admin', 'editor', 'analyst', 'agent', 'member'] as const;
export const accessSchema = z.enum(accessLevels).meta({ id: 'Access' });
export type Access = z.infer<typeof accessSchema>;

/** What a policy asks for. */
export const rights = [
  'bots.read', 'bots.comment', 'bots.edit', 'bots.publish', 'bots.manage', 'conversations.read', 'personal.read', 'accounts.manage', 'owners.manage', 'audit.read', 'models.manage',
] as const;
export type Right = (typeof rights)[number];

/** Who has which right; the studio hides by it what the server would refuse. */
export const rightsOf: Readonly<Record<Access, readonly Right[]>> = {
  owner: rights,
  admin: rights.filter((right) => right !== 'owners.manage'),
  editor: ['bots.read', 'bots.comment', 'bots.edit', 'bots.publish', 'conversations.read'],
  analyst: ['bots.read', 'bots.comment', 'conversations.read'],
  agent: ['bots.read', 'bots.comment', 'conversations.read', 'personal.read'],
  member: [],
};

/** Whether an account of this access has a right. */
export function mayUse(access: Access, right: Right): boolean {
  return rightsOf[access].includes(right);
}
