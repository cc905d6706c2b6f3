import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The directory of the installation, from the sources and from the bundle alike: where `studio/dist` and the lockfile are. */
export const root: string = findRoot(import.meta.dirname);

function findRoot(from: string): string {
  if (existsSync(join(from, 'package-lock.json'))) return from;
  const above = dirname(from);
  // Without a lockfile (an unusual package) the bundle's own place decides: <root>/runtime/dist.
  return above === from ? dirname(dirname(import.meta.dirname)) : findRoot(above);
}
