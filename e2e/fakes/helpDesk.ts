import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's help desk, which numbers its tickets. */
export interface HelpDesk {
  url: string;
  host: string;
  /** The subjects of its tickets, in order. */
  subjects: string[];
  stop(): Promise<void>;
}

/** Starts a help desk: `POST /tickets` with `{ticket: {subject, details}}` opens a ticket and gives `{ticket: {number}}`; a third one is too much. */
export async function startHelpDesk(): Promise<HelpDesk> {
  const subjects: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => { body += chunk.toString(); }).on('end', () => {
      const json = (status: number, answer: object): void => { response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer)); };
      if (request.method !== 'POST' || request.url !== '/tickets') return json(404, {});
      if (subjects.length === 2) return json(429, { error: 'Too many tickets.' });
      const { ticket } = JSON.parse(body) as { ticket?: { subject?: unknown } };
      if (typeof ticket?.subject !== 'string') return json(422, { error: 'A subject is needed.' });
      subjects.push(ticket.subject);
      return json(201, { ticket: { number: `T-${subjects.length}` } });
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`, host, subjects,
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}
