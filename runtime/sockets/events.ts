import { pointSchema, renewSchema, roomSchema } from '@parley/shared/api/sockets';
import type { JoinAck, Point } from '@parley/shared/api/sockets';
import * as z from 'zod';
import type { App } from '../api/app.ts';
import { callerOf } from '../api/middleware/authenticate.ts';
import { needs, passes, signedIn } from '../api/policy.ts';
import type { Policy } from '../api/policy.ts';
import type { Caller } from '../api/route.ts';
import { roomKinds, roomName } from './rooms.ts';

/** A studio's socket as the events see it. */
export interface StudioSocket {
  readonly id: string;
  caller: Caller;
  join(room: string): Promise<void> | void;
  leave(room: string): Promise<void> | void;
  isIn(room: string): boolean;
  /** Says anew who asks; the connection ends when the token does. */
  renewed(caller: Caller, token: string): void;
  /** Tells everybody in a flow who is there. */
  peopleChanged(flowId: string): void;
  /** Takes one point off what this connection may send; false = too many. */
  mayPoint(): boolean;
  /** Tells the others in its flow what this one does. */
  point(point: Point): void;
  /** Tells the others that this one does nothing any more in a flow. */
  left(flowId: string): void;
}

/** Something a studio may send: who may, what it looks like, what it does. */
export interface StudioEvent {
  policy: Policy;
  handle(app: App, socket: StudioSocket, payload: unknown): Promise<JoinAck>;
}

const malformed: JoinAck = { ok: false, code: 'malformed', message: 'The event does not look as it should.' };

/** Every event a studio may send. */
export const studioIncoming: Readonly<Record<'join' | 'leave' | 'renew' | 'point', StudioEvent>> = {
  join: {
    policy: signedIn,
    handle: async (app, socket, payload) => {
      const room = roomSchema.extend({ id: z.uuid() }).safeParse(payload);
      if (!room.success) return malformed;
      const kind = roomKinds[room.data.kind];
      if (!passes(kind.policy, socket.caller.access)) return { ok: false, code: 'forbidden', message: `Your access (${socket.caller.access}) does not include this.` };
      if (!(await kind.exists(app, room.data.id))) return { ok: false, code: 'notFound', message: `There is no such ${room.data.kind}.` };
      await socket.join(roomName(room.data));
      if (room.data.kind === 'flow') socket.peopleChanged(room.data.id);
      return { ok: true };
    },
  },
  leave: {
    policy: signedIn,
    handle: async (_app, socket, payload) => {
      const room = roomSchema.safeParse(payload);
      if (!room.success) return malformed;
      await socket.leave(roomName(room.data));
      if (room.data.kind === 'flow') {
        socket.left(room.data.id);
        socket.peopleChanged(room.data.id);
      }
      return { ok: true };
    },
  },
  renew: {
    policy: signedIn,
    handle: async (app, socket, payload) => {
      const parsed = renewSchema.safeParse(payload);
      if (!parsed.success) return malformed;
      const caller = await callerOf(app, parsed.data.accessToken).catch(() => undefined);
      if (!caller || caller.id !== socket.caller.id) return { ok: false, code: 'signedOut', message: 'Sign in again.' };
      socket.renewed(caller, parsed.data.accessToken);
      return { ok: true };
    },
  },
  point: {
    policy: needs('bots.read'),
    handle: async (_app, socket, payload) => {
      // Counted before it is read: a flood costs next to nothing.
      if (!socket.mayPoint()) return { ok: false, code: 'tooMany', message: 'Too many points. The last ones were not told.' };
      const point = pointSchema.safeParse(payload);
      if (!point.success) return malformed;
      // Whoever is in the room was let in by its policy, and is sent away when its access changes.
      if (!socket.isIn(roomName({ kind: 'flow', id: point.data.flowId }))) return { ok: false, code: 'notFound', message: 'Join the flow first.' };
      socket.point(point.data);
      return { ok: true };
    },
  },
};
