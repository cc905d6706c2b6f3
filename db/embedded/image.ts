import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../migrate.ts';
import type { Migration } from '../migrations/index.ts';

/** Versions that an image depends on besides the migrations; a test compares them with what is installed. */
export const imageVersions = { '@electric-sql/pglite': '0.5.14', '@electric-sql/pglite-pgvector': '0.0.15', 'graphile-worker': '0.17.3' } as const;

const keptImages = 3;

/** The name of the image of a database with exactly these migrations. */
export function imageName(list: readonly Migration[]): string {
  const parts = [JSON.stringify(imageVersions), ...list.map((migration) => `${migration.name} ${hashOf(migration)}`)];
  return `${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24)}.tar.gz`;
}

/** The file of the image called `name` in `cache`, made by `build` if it is not there; several processes may ask at once. */
export async function cachedImage(cache: string, name: string, build: () => Promise<Buffer>): Promise<string> {
  const file = path.join(cache, name);
  if (existsSync(file)) return file;
  const image = await build();
  mkdirSync(cache, { recursive: true });
  const making = path.join(cache, `${randomUUID()}.new`);
  writeFileSync(making, image);
  renameSync(making, file);
  removeOld(cache);
  return file;
}

/** Keeps the newest images, so that switching between branches stays fast and the folder small. */
function removeOld(cache: string): void {
  const images = readdirSync(cache).filter((name) => name.endsWith('.tar.gz')).map((name) => ({ name, at: statSync(path.join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
  for (const { name } of images.sort((a, b) => b.at - a.at).slice(keptImages)) rmSync(path.join(cache, name), { force: true });
}
