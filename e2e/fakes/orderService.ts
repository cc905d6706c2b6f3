import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's system that knows orders. */
export interface OrderService {
  /** Where it listens, as an address begins: `http://127.0.0.1:4000`. */
  url: string;
  /** The same as the owner of an installation would allow it. */
  host: string;
  /** Every request as it came in: what it asked and what it proved itself with. */
  asked: { path: string; authorization: string }[];
  stop(): Promise<void>;
}

/**
 * Starts a shop's order service: `GET /orders/<number>` with a bearer token. Order 404 is not there, order 99 is never answered,
 * order 1000000 has an answer of two megabytes; without the token it answers 401. It tells back what it was asked with.
 */
export async function startOrderService(token: string): Promise<OrderService> {
  const asked: OrderService['asked'] = [];
  const server = createServer((request, response) => {
    const authorization = request.headers.authorization ?? '';
    const path = request.url ?? '';
    asked.push({ path, authorization });
    const json = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'x-asked-with': authorization }).end(JSON.stringify(body));
    };
    if (authorization !== `Bearer ${token}`) return json(401, { error: 'unauthorised' });
    const number = path.replace('/orders/', '');
    if (number === '99') return;
    if (number === '404') return json(404, { error: 'no such order' });
    if (number === '1000000') return json(200, { order: { eta: 'x'.repeat(2_000_000) } });
    json(200, { order: { number, eta: 'Friday', items: [{ sku: 'wash', count: 2 }] }, askedWith: authorization });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`, host, asked,
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}
