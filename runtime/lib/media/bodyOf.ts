import type { Request } from 'express';
import { Refusal } from '../refusal.ts';

/**
 * The body of an upload, piece by piece. Whoever stops reading leaves the connection open, so that the refusal arrives; the rest
 * of the body is then read past.
 */
export async function* bodyOf(request: Request): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      if (Buffer.isBuffer(chunk)) yield chunk;
    }
  } catch (error) {
    // The sender is gone: nobody reads this, and nothing failed here.
    if (request.destroyed) throw new Refusal('malformed', 'The request ended before its body did.');
    throw error;
  } finally {
    request.resume();
  }
}
