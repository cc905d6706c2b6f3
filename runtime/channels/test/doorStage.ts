import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Server as SocketServer } from 'socket.io';
import { afterAll } from 'vitest';
import type { Stage } from '../../turns/test/stage.ts';
import type { Turns } from '../../turns/createTurns.ts';
import { createDoors } from '../doors.ts';

/** The doors of a stage's channels, on a port of their own. */
export interface DoorStage {
  url: string;
  io: SocketServer;
  stop(): Promise<void>;
}

/** Opens the doors; closed after the file's tests. */
export async function openDoors(stage: Stage, turns: Turns = stage.turns): Promise<DoorStage> {
  const server = express();
  const doors = createDoors(stage.context, turns);
  const http = createServer((request, response) => void doors.quick(request, response, () => server(request, response)));
  const io = new SocketServer(http, { serveClient: false });
  server.use(doors.router);
  doors.serveSockets(io);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= new Promise((resolve) => {
    void io.close(() => resolve());
    http.closeAllConnections();
  }));
  afterAll(stop);
  return { url: `http://127.0.0.1:${port}`, io, stop };
}
