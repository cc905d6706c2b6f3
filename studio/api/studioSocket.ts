import { studioEvents } from '@parley/shared/api/sockets';
import type { Point, Room, StudioEvents } from '@parley/shared/api/sockets';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { currentToken, onToken, renewedToken } from './client.ts';

type Handlers = { [Name in keyof StudioEvents]?: (event: StudioEvents[Name]) => void };

/** An open line to the server about what is open here. */
export interface StudioLine {
  /** Enters the rooms that came since. */
  enter(): void;
  /** Tells what this person does now; lost while there is no connection. */
  point(point: Point): void;
  /** This studio among others, while there is a connection. */
  id(): string | undefined;
  close(): void;
}

/** The first wait before coming back, doubled with each that fails. */
const againMs = 1_000;
const mostMs = 30_000;
/** Well before a token runs out (10 minutes): whoever only looks stays connected. */
const aheadMs = 8 * 60_000;

/**
 * Stays in rooms while the page is open: hears what changes there. `onBack` after every (re)connection; `onSentAway` when the server
 * ended it (the token ran out, the access changed, somebody signed out): the line comes back by itself with a new token.
 */
export function joinRooms(rooms: () => readonly Room[], handlers: Handlers, { onBack, onSentAway }: { onBack: () => void; onSentAway: () => void }): StudioLine {
  const socket: Socket = io('/studio', { autoConnect: false, transports: ['websocket', 'polling'], auth: (give) => { void currentToken().then((accessToken) => give({ accessToken }), () => give({})); } });
  let entered = new Set<string>();
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = againMs;
  const enter = (): void => {
    for (const room of rooms()) {
      const key = `${room.kind} ${room.id}`;
      if (entered.has(key)) continue;
      entered.add(key);
      socket.emit('join', room, () => undefined);
    }
  };
  socket.on('connect', () => {
    entered = new Set();
    wait = againMs;
    enter();
    onBack();
  });
  // socket.io comes back by itself from a lost connection, not from a refusal.
  const comeBack = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      renewedToken().then((token) => { if (token && !closed) socket.connect(); }, comeBack);
    }, wait);
    wait = Math.min(mostMs, wait * 2);
  };
  socket.on('disconnect', (reason) => {
    if (reason !== 'io server disconnect' || closed) return;
    onSentAway();
    comeBack();
  });
  socket.on('connect_error', () => { if (!socket.active && !closed) comeBack(); });
  for (const [name, schema] of Object.entries(studioEvents)) {
    socket.on(name, (event: unknown) => {
      const parsed = schema.safeParse(event);
      if (!parsed.success) return;
      // Each event is parsed by the schema of its own name.
      const handler = handlers[name as keyof StudioEvents] as ((event: unknown) => void) | undefined;
      handler?.(parsed.data);
    });
  }
  const stop = onToken((accessToken) => {
    if (!accessToken) return;
    if (socket.connected) socket.emit('renew', { accessToken }, () => undefined);
    else if (!socket.active && !closed) socket.connect();
  });
  const ahead = setInterval(() => { if (socket.connected) void renewedToken().catch(() => undefined); }, aheadMs);
  socket.connect();
  return {
    enter: () => { if (socket.connected) enter(); },
    point: (point) => { socket.volatile.emit('point', point); },
    id: () => socket.id,
    close: () => {
      closed = true;
      clearTimeout(timer);
      clearInterval(ahead);
      stop();
      socket.close();
    },
  };
}
