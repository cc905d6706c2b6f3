import type { Namespace } from 'socket.io';
import type { Log } from '../lib/log.ts';
import { roomName } from './rooms.ts';

/** Who has which flow open. */
export interface Presence {
  /** Somebody came or went: everybody in the flow is told who is there now. */
  changed(flowId: string): void;
}

/** Tells the people in a flow of one another; lists of one flow are made one after the other, so that the last one told is the newest. */
export function createPresence(space: Namespace, log: Log): Presence {
  /** Flows whose list is being made; true = something changed meanwhile. */
  const telling = new Map<string, boolean>();
  const tell = async (flowId: string): Promise<void> => {
    const room = roomName({ kind: 'flow', id: flowId });
    const people = new Map<string, string>();
    for (const { data } of await space.in(room).fetchSockets()) people.set(data.caller.id, data.caller.name);
    space.to(room).emit('people', { flowId, people: [...people].map(([id, name]) => ({ id, name })) });
  };
  const tellUntilQuiet = async (flowId: string): Promise<void> => {
    try {
      do {
        telling.set(flowId, false);
        await tell(flowId);
      } while (telling.get(flowId));
    } finally {
      telling.delete(flowId);
    }
  };
  return {
    changed(flowId) {
      if (telling.has(flowId)) {
        telling.set(flowId, true);
        return;
      }
      tellUntilQuiet(flowId).catch((err: unknown) => log.warn({ err }, 'who has a flow open could not be told'));
    },
  };
}
