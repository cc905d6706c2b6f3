import { studioEvents } from '@parley/shared/api/sockets';
import type { Room, StudioEvents } from '@parley/shared/api/sockets';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { currentToken, onToken } from './client.ts';

type Handlers = { [Name in keyof StudioEvents]?: (event: StudioEvents[Name]) => void };

/** Stays in a room while the page is open: hears what changes there; `onBack` after every (re)connection. */
export function joinRooms(rooms: () => readonly Room[], handlers: Handlers, onBack: () => void): () => void {
  const socket: Socket = io('/studio', { autoConnect: false, transports: ['websocket', 'polling'], auth: (give) => { void currentToken().then((accessToken) => give({ accessToken })); } });
  socket.on('connect', () => {
    for (const room of rooms()) socket.emit('join', room, () => undefined);
    onBack();
  });
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
    if (accessToken && socket.connected) socket.emit('renew', { accessToken }, () => undefined);
  });
  socket.connect();
  return () => {
    stop();
    socket.close();
  };
}
