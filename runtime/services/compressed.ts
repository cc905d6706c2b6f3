import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { RequestHandler } from 'express';

/** Encodings in the order they are preferred in, by the ending the build gives their files (scripts/lib/compress.mjs). */
const encodings = [['br', '.br'], ['gzip', '.gz']] as const;

/** What a built file is called: nothing else is looked for. */
const plain = /^(?:\/[\w-][\w.~-]*)+$/;

/**
 * Has what was compressed when it was built sent so, to whoever takes that; mounted before `express.static` of the same folder.
 * Looked up for each request: the folder is swapped for a newer one while the server runs.
 */
export function preferCompressed(folder: string): RequestHandler {
  return (request, response, next) => {
    const file = request.path;
    if (request.method !== 'GET' || !plain.test(file) || request.headers.range !== undefined) {
      next();
      return;
    }
    const found = encodings.filter(([, ending]) => existsSync(join(folder, file + ending)));
    if (found.length > 0) response.vary('accept-encoding');
    const chosen = found.find(([encoding]) => request.acceptsEncodings(encoding) !== false);
    if (chosen) {
      response.set('content-encoding', chosen[0]).type(extname(file));
      request.url = request.url.replace(file, file + chosen[1]);
    }
    next();
  };
}
