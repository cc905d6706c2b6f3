import type { Room } from '@parley/shared/api/sockets';
import type { App } from '../api/app.ts';
import { needs } from '../api/policy.ts';
import type { Policy } from '../api/policy.ts';

/** A kind of room: who may be in it, and whether there is one of that id. */
export interface RoomKind {
  policy: Policy;
  exists(app: Pick<App, 'models'>, id: string): Promise<boolean>;
}

/** Every kind of room there is. */
export const roomKinds: Readonly<Record<Room['kind'], RoomKind>> = {
  flow: {
    policy: needs('bots.read'),
    exists: async ({ models }, id) => (await models.Flow.count({ where: { id } })) > 0,
  },
  bot: {
    policy: needs('bots.read'),
    exists: async ({ models }, id) => (await models.Bot.count({ where: { id } })) > 0,
  },
};

/** How a room is called on the wire between processes. */
export function roomName({ kind, id }: Room): string {
  return `${kind}:${id}`;
}
