import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's checkout, which says once what became of a payment. */
export interface Checkout {
  /** Where it listens, as an address begins: `http://127.0.0.1:4000`. */
  url: string;
  /** What every call back was answered with, in order. */
  answers: number[];
  stop(): Promise<void>;
}

/**
 * Starts a checkout: `GET /pay?amount=15&callback=<address>` shows a page with one button, which pays, calls the address back as
 * systems do (from server to server, as JSON) and shows what that was answered with.
 */
export async function startCheckout(): Promise<Checkout> {
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://checkout.example');
    const show = (inside: string): void => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><html lang="en"><title>Checkout</title><main><h1>Checkout</h1>${inside}</main></html>`);
    };
    if (request.method !== 'POST') return show(`<form method="post"><button>Pay ${Number(searchParams.get('amount'))}</button></form>`);
    const body = JSON.stringify({ code: 'paid', values: { amount: Number(searchParams.get('amount')) } });
    fetch(searchParams.get('callback') ?? '', { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then(({ status }) => {
      answers.push(status);
      show(`<p>Told the shop: ${status}</p>`);
    }, (error: unknown) => show(`<p>The shop cannot be reached: ${String(error)}</p>`));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, answers,
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}
