import type { Express } from 'express';

/** One address the server really answers. */
export interface Mounted {
  method: string;
  path: string;
}

interface Layer {
  name: string;
  route?: { path: unknown; methods?: Record<string, boolean>; stack: { method?: string }[] };
  handle: { stack?: Layer[] };
}

/** Every address mounted on a server, read from its router, in order. Routers mounted below a path cannot be read and throw. */
export function walkServer(server: Express): Mounted[] {
  return walk((server.router as unknown as { stack: Layer[] }).stack);
}

function walk(stack: readonly Layer[]): Mounted[] {
  return stack.flatMap((layer) => {
    if (layer.handle.stack) return walk(layer.handle.stack);
    if (!layer.route) return [];
    const path = layer.route.path;
    const paths = Array.isArray(path) ? path : [path];
    const methods = [...new Set(layer.route.stack.flatMap(({ method }) => (method ? [method] : [])))];
    return paths.flatMap((each) => methods.map((method) => ({ method: method.toUpperCase(), path: String(each) })));
  });
}
