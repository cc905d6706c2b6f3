import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's checkout, which says once what became of a payment. */
export interface Checkout {
  /** Where it listens, as an address begins: `http://127.0.0.1:4000`. */
  url: string;
  host: string;
  /** What every call back was answered with, in order. */
  answers: number[];
  stop(): Promise<void>;
}

/**
 * Starts a checkout. `POST /links` with `{amount, payer, callback}` gives `{link}`: the same for the same `Idempotency-Key`. The link,
 * like `GET /pay?amount=15&callback=<address>`, shows a page with one button, which pays, calls the address back as systems do (from
 * server to server, as JSON) and shows what that was answered with. An amount of 0 cannot be paid and is declined.
 */
export async function startCheckout(): Promise<Checkout> {
  const answers: number[] = [];
  const links = new Map<string, string>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://checkout.example');
    const json = (status: number, body: object): void => { response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)); };
    const show = (inside: string): void => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><html lang="en"><title>Checkout</title><main><h1>Checkout</h1>${inside}</main></html>`);
    };
    if (pathname === '/links') {
      bodyOf(request).then((body) => {
        const { amount, payer = '', callback } = JSON.parse(body) as { amount?: unknown; payer?: unknown; callback?: unknown };
        if (typeof amount !== 'number' || typeof callback !== 'string') return json(422, { error: 'An amount and a callback are needed.' });
        const key = String(request.headers['idempotency-key'] ?? links.size);
        const link = links.get(key) ?? `http://${request.headers.host}/pay?${new URLSearchParams({ amount: String(amount), payer: String(payer), receipt: `R-${links.size + 1}`, callback }).toString()}`;
        links.set(key, link);
        return json(201, { link });
      }, () => json(400, {}));
      return;
    }
    const amount = Number(searchParams.get('amount'));
    const receipt = searchParams.get('receipt');
    if (request.method !== 'POST') return show(`<form method="post"><button>Pay ${amount}</button></form>`);
    const values = receipt ? { receipt } : { amount };
    const body = JSON.stringify(amount > 0 ? { code: 'paid', values } : { code: 'declined' });
    fetch(searchParams.get('callback') ?? '', { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then(({ status }) => {
      answers.push(status);
      show(`<p>Told the shop: ${status}</p>`);
    }, (error: unknown) => show(`<p>The shop cannot be reached: ${String(error)}</p>`));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`, host, answers,
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString();
  return body;
}
