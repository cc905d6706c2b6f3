import { Router } from 'express';
import type { Server } from 'socket.io';
import type { Context } from '../lib/context.ts';
import type { Intake } from './channel.ts';
import { doorDocs } from './doorDocs.ts';
import { doorErrors } from './doorChain.ts';
import { createRestDoor } from './rest/door.ts';
import { mountWebDoor } from './web/door.ts';
import { serveChat } from './web/sockets.ts';
import { createWebChats } from './web/webChats.ts';

/** The doors of all channels: mounted before everything else, with their own small chain. */
export function createDoors(context: Pick<Context, 'clock' | 'db' | 'env' | 'keys' | 'log' | 'media' | 'models' | 'publicFetch'>, intake: Intake) {
  const chats = createWebChats(context, intake);
  const router = Router();
  const rest = createRestDoor(context, intake);
  rest.mount(router);
  mountWebDoor(router, context, { intake, chats });
  router.use('/channels', doorErrors(context.log));
  return { router, quick: rest.quick, docs: doorDocs, serveSockets: (io: Server): void => serveChat(io, context, { intake, chats }) };
}
