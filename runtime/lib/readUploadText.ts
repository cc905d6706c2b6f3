import type { Request } from 'express';
import { bodyOf } from './media/bodyOf.ts';
import { Refusal } from './refusal.ts';

/** The body of an upload as text. Refused before it is read when its header says that it is too large, else as soon as it is. */
export async function readUploadText(request: Request, most: number): Promise<string> {
  const tooLarge = () => new Refusal('tooLarge', `The file is too large: at most ${most / 1_000_000} MB are taken.`);
  if (Number(request.headers['content-length'] ?? 0) > most) {
    request.resume();
    throw tooLarge();
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of bodyOf(request)) {
    bytes += chunk.length;
    if (bytes > most) throw tooLarge();
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks, bytes));
  } catch {
    throw new Refusal('malformed', 'The file is no text in UTF-8.');
  }
}
