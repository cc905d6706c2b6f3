import type { StudioEvents } from '@parley/shared/api/sockets';
import type { Server, Socket } from 'socket.io';
import type { Announce, App } from '../api/app.ts';
import { callerOf } from '../api/middleware/authenticate.ts';
import { passes } from '../api/policy.ts';
import type { Caller } from '../api/route.ts';
import { accessTokenSeconds } from '../people/accessTokens.ts';
import { studioIncoming } from './events.ts';
import type { StudioSocket } from './events.ts';
import { createPointRelay, pointBudget } from './points.ts';
import { createPresence } from './presence.ts';
import { roomName } from './rooms.ts';

/** The name of the studio's namespace. */
export const studioNamespace = '/studio';

/** Serves the studios that are open: whoever is signed in may connect, and joins the rooms its access lets it into. */
export function serveStudio(io: Server, app: App): void {
  const space = io.of(studioNamespace);
  const people = createPresence(space, app.log);
  const relay = createPointRelay(space, { severalProcesses: app.db.kind !== 'embedded' });
  space.use(async (socket, next) => {
    const token: unknown = socket.handshake.auth['accessToken'];
    next(await letIn(app, socket, typeof token === 'string' ? token : ''));
  });
  space.on('connection', (socket: Socket) => {
    const caller: Caller = socket.data.caller;
    const budget = pointBudget();
    let pointing: string | undefined;
    let ending = endWithToken(socket);
    const self: StudioSocket = {
      id: socket.id,
      caller,
      join: (room) => socket.join(room),
      leave: (room) => socket.leave(room),
      isIn: (room) => socket.rooms.has(room),
      renewed: (renewed) => {
        clearTimeout(ending);
        self.caller = renewed;
        socket.data = { caller: renewed };
        ending = endWithToken(socket);
      },
      peopleChanged: people.changed,
      mayPoint: budget.take,
      point: (point) => {
        // In one flow at a time.
        if (pointing !== undefined && pointing !== point.flowId) self.left(pointing);
        pointing = point.flowId;
        relay.tell(point.flowId, { ...who(), point });
      },
      left: (flowId) => {
        if (pointing !== flowId) return;
        pointing = undefined;
        relay.tell(flowId, { ...who(), point: null });
      },
    };
    const who = () => ({ from: socket.id, by: { id: self.caller.id, name: self.caller.name } });
    void socket.join(accountRoom(caller.id));
    for (const [name, event] of Object.entries(studioIncoming)) {
      socket.on(name, (payload: unknown, ack: unknown) => {
        const answer = (given: unknown): void => {
          if (typeof ack === 'function') ack(given);
        };
        if (!passes(event.policy, self.caller.access)) {
          answer({ ok: false, code: 'forbidden', message: `Your access (${self.caller.access}) does not include this.` });
          return;
        }
        event.handle(app, self, payload).then(answer, (error: unknown) => {
          app.log.error({ err: error, event: name }, 'a socket event failed');
          socket.disconnect(true);
        });
      });
    }
    let rooms: string[] = [];
    socket.on('disconnecting', () => {
      rooms = [...socket.rooms];
    });
    socket.on('disconnect', () => {
      clearTimeout(ending);
      if (pointing !== undefined) self.left(pointing);
      for (const room of rooms) if (room.startsWith('flow:')) people.changed(room.slice('flow:'.length));
    });
  });
}

/** What `next` is to be told: nothing for who may come in, else why not. */
async function letIn(app: App, socket: Socket, token: string): Promise<Error | undefined> {
  try {
    socket.data = { caller: await callerOf(app, token) };
    return undefined;
  } catch {
    return new Error('signedOut');
  }
}

/** Tells the rooms what changed in them; over all processes when the adapter reaches them. */
export function announceTo(io: Server): Announce {
  const space = io.of(studioNamespace);
  const tell = <Name extends keyof StudioEvents>(room: string, name: Name, event: StudioEvents[Name]): void => {
    space.to(room).emit(name, event);
  };
  return {
    batch: (event) => tell(roomName({ kind: 'flow', id: event.flowId }), 'batch', event),
    published: (event) => tell(roomName({ kind: 'bot', id: event.botId }), 'published', event),
    session: (event) => {
      // Every process hears of every turn; each tells its own studios, and does nothing where nobody looks.
      const room = roomName({ kind: 'bot', id: event.botId });
      if (space.adapter.rooms.has(room)) space.local.to(room).emit('session', event);
    },
    thread: (event) => tell(roomName({ kind: 'bot', id: event.botId }), 'thread', event),
    flows: (event) => tell(roomName({ kind: 'bot', id: event.botId }), 'flows', event),
    mentioned: (accounts, event) => {
      for (const account of accounts) tell(accountRoom(account), 'mentioned', event);
    },
    accessChanged: (account) => space.in(accountRoom(account)).disconnectSockets(true),
  };
}

/** Everything of one account, so that it can be sent away when its access changes. */
function accountRoom(account: string): string {
  return `account:${account}`;
}

/** A connection lives as long as the token it came with; `renew` brings the next one. */
function endWithToken(socket: Socket): NodeJS.Timeout {
  return setTimeout(() => socket.disconnect(true), accessTokenSeconds * 1000).unref();
}
