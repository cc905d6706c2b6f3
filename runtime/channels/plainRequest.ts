import type { IncomingMessage, ServerResponse } from 'node:http';
import { doorBytes, notJson, unreadable } from './doorChain.ts';

/**
 * A way in beside the framework's, for what is asked most: it answers a plain request it knows by itself and leaves every other
 * one, untouched, to `next`. A router, its layers and a body reader for every encoding are a tenth of what a turn costs.
 */
export type QuickDoor = (request: IncomingMessage, response: ServerResponse, next: () => void) => void | Promise<void>;

const plainType = /^[^;]*(?:; ?charset=utf-8)?$/i;

/** Whether a request has a body that `readPlain` reads: of a length told beforehand and allowed here, neither packed nor in another encoding. */
export function isPlain({ headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length']);
  return length > 0 && length <= doorBytes && headers['content-encoding'] === undefined && plainType.test(headers['content-type'] ?? '');
}

/** Reads a plain request's body as JSON; one that cannot be read is refused. */
export function readPlain(request: IncomingMessage): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('error', () => reject(unreadable()));
    request.on('end', () => {
      try {
        resolve(JSON.parse(textOf(pieces)));
      } catch {
        reject(notJson());
      }
    });
  });
}

/** Without the mark some systems begin a file with. */
function textOf(pieces: readonly Buffer[]): string {
  const [first] = pieces;
  const text = (first && pieces.length === 1 ? first : Buffer.concat(pieces)).toString();
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
