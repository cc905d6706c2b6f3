import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One delivery as it came in, in the order of arrival. */
export interface Delivered {
  deliveryId: string;
  turnId: string;
  from: string;
  texts: string[];
  attempt: number;
  doubt: boolean;
}

/** Somebody else's system that takes a bot's answers. */
export interface CallbackReceiver {
  url: string;
  /** Every request that was taken, repeats included. */
  received: Delivered[];
  /** Requests whose signature or shape was wrong. */
  refused: string[];
  /** Checks signatures with the secret of the channel from now on. */
  trust(secret: string): void;
  stop(): Promise<void>;
}

/** What a receiver does besides taking what comes; each gets how many requests came before. */
export interface Moods {
  /** Takes the delivery but answers 500, so that the sender cannot know. */
  takesButFails?: (count: number) => boolean;
  /** Answers this many milliseconds late. */
  lateBy?: (count: number) => number;
}

/**
 * Starts a receiver of rest callbacks. It speaks the wire format of `runtime/channels/rest`: JSON body, `parley-delivery`,
 * `parley-attempt`, `parley-doubt`, `parley-time`, `parley-signature` = hex HMAC-SHA256 over `<time>.<body>`; older than 5 minutes is refused.
 */
export async function startCallbackReceiver(moods: Moods = {}): Promise<CallbackReceiver> {
  const received: Delivered[] = [];
  const refused: string[] = [];
  let secret: string | undefined;
  let count = 0;

  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString();
      const header = (name: string) => String(request.headers[name] ?? '');
      count += 1;
      if (secret && !signed(secret, header('parley-time'), header('parley-signature'), body)) {
        refused.push(`bad signature of ${header('parley-delivery')}`);
        response.writeHead(401).end();
        return;
      }
      const { deliveryId, turnId, from, messages } = JSON.parse(body) as { deliveryId: string; turnId: string; from: string; messages: { text?: string; body?: string }[] };
      if (deliveryId !== header('parley-delivery')) refused.push(`the header says ${header('parley-delivery')}, the body ${deliveryId}`);
      received.push({ deliveryId, turnId, from, texts: messages.map(({ text, body: asked }) => text ?? asked ?? ''), attempt: Number(header('parley-attempt')), doubt: header('parley-doubt') === '1' });
      const fails = moods.takesButFails?.(count) ?? false;
      setTimeout(() => response.writeHead(fails ? 500 : 204).end(), moods.lateBy?.(count) ?? 0);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answers`,
    received,
    refused,
    trust: (given) => { secret = given; },
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

function signed(secret: string, time: string, signature: string, body: string): boolean {
  if (!/^\d+$/.test(time) || Math.abs(Date.now() / 1_000 - Number(time)) > 300) return false;
  const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
