import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Express, Router } from 'express';
import { collectDefaultMetrics } from 'prom-client';
import { Server as SocketServer } from 'socket.io';
import { defaultLimits } from '../api/app.ts';
import type { App, Limits } from '../api/app.ts';
import { docsDocs, mountDocs } from '../api/docs.ts';
import { routes } from '../api/index.ts';
import { answerErrors } from '../api/middleware/errors.ts';
import { requestId } from '../api/middleware/requestId.ts';
import { mountRoutes } from '../api/mount.ts';
import { openApiOf } from '../api/openapi.ts';
import type { Documented, OpenApiDocument } from '../api/openapi.ts';
import type { Route } from '../api/route.ts';
import { createTrialEar } from '../callbacks/createTrialEar.ts';
import type { QuickDoor } from '../channels/plainRequest.ts';
import type { Context } from '../lib/context.ts';
import { notFound } from '../lib/refusal.ts';
import { createSetupGate } from '../people/setupGate.ts';
import { socketAdapter } from '../sockets/adapter.ts';
import { announceTo, serveStudio } from '../sockets/studio.ts';
import { protect } from './contentSecurity.ts';
import { healthDocs, mountHealth } from './health.ts';
import type { Readiness } from './health.ts';
import { measureRequests } from './httpMetrics.ts';
import { mediaDocs, mountMedia } from './media.ts';
import { mountPages } from './pages.ts';

/** What channels bring: their doors with a chain of their own, what the docs say of them, and their sockets. */
export interface Doors {
  router: Router;
  /** Looked at before the framework. */
  quick: QuickDoor;
  docs: readonly Documented[];
  serveSockets(io: SocketServer): void;
}

/** How a web service differs from the usual one: for tests and for what is mounted beside the API. */
export interface WebOptions {
  doors?: Doors;
  limits?: Partial<Limits>;
  routes?: readonly Route[];
  /** Where the studio is built. */
  dist?: string;
}

/** The running web service. */
export interface Web {
  server: Express;
  io: SocketServer;
  app: App;
  /** Made when it is first asked for: a start need not wait for it. */
  readonly document: OpenApiDocument;
  /** Gives the port it listens on. */
  start(): Promise<number>;
  /** Takes no new connections, lets requests under way finish (at most `ms`), then ends. */
  stop(ms: number): Promise<void>;
}

/** Builds the web service: doors of channels first, then the API, its docs and the pages, on one port. */
export function createWeb(context: Context, options: WebOptions = {}): Web {
  const server = express();
  const quick = options.doors?.quick;
  const http = createServer(quick ? (request, response) => void quick(request, response, () => server(request, response)) : server);
  const io = new SocketServer(http, { serveClient: false, adapter: socketAdapter(context), maxHttpBufferSize: 1_000_000, cors: { origin: false }, transports: ['websocket', 'polling'] });
  const app: App = { ...context, announce: announceTo(io), setup: createSetupGate(context.env, context.keys), trialEar: createTrialEar(context), limits: { ...defaultLimits, ...options.limits } };
  const mounted = options.routes ?? routes;
  const state: Readiness = { ready: false };
  const document = (): OpenApiDocument => openApiOf(mounted, [...(options.doors?.docs ?? []), ...mediaDocs, ...healthDocs, ...docsDocs]);

  server.disable('x-powered-by').disable('etag').set('trust proxy', context.env.trustProxy).set('query parser', 'simple');
  // A message pays for nothing it does not need: doors come before everything else.
  if (options.doors) server.use(options.doors.router);
  collectDefaultMetrics({ register: context.metrics });
  server.use(requestId, measureRequests(context.metrics));
  mountHealth(server, context, state);
  server.use('/api', protect('data', context.env));
  mountDocs(server, context.env, document);
  mountRoutes(server, app, mounted);
  mountMedia(server, context);
  server.use(['/api', '/channels', '/callbacks', '/media'], () => {
    throw notFound('address');
  });
  mountPages(server, context, options.dist);
  server.use(() => {
    throw notFound('page');
  });
  server.use(answerErrors(context.log));

  serveStudio(io, app);
  options.doors?.serveSockets(io);
  return {
    server, io, app,
    get document() {
      return document();
    },
    start: () => new Promise((resolve, reject) => {
      http.once('error', reject);
      http.listen(context.env.port, () => {
        state.ready = true;
        resolve(portOf(http.address()));
      });
    }),
    stop: async (ms) => {
      state.ready = false;
      const closed = new Promise<void>((resolve) => { http.close(() => resolve()); });
      // Sockets first: an upgraded connection would keep the server open for ever.
      await io.close();
      http.closeIdleConnections();
      const late = setTimeout(() => http.closeAllConnections(), ms);
      await closed;
      clearTimeout(late);
    },
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The web service listens on no port.');
  return address.port;
}
