import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { Backend } from './backend.ts';
import type { Limits } from './backend.ts';
import { lockDirectory } from './directoryLock.ts';
import { startEngine } from './engine.ts';
import { unpackImage } from './unpack.ts';
import { startUpkeep } from './upkeep.ts';

/** The embedded PostgreSQL, open. */
export interface Embedded {
  /** A new connection, for the `stream` of a `pg` client. */
  stream(): Duplex;
  /** A gz image of all data. */
  dump(): Promise<Buffer>;
  close(): Promise<void>;
}

/** How to open the embedded PostgreSQL. */
export interface EmbeddedOptions {
  /** Where data live for good; in memory when unset. */
  directory?: string | undefined;
  /** The file of the image a new database starts from; a new directory needs one. */
  image?: string | undefined;
  limits?: Partial<Limits> | undefined;
  /** Told of each time the engine was lost and started again, or is gone. */
  onLost?: ((error: Error) => void) | undefined;
}

/** An embedded database that opens while the rest of the program is still being loaded. */
export interface Begun {
  /** Rejects as `openEmbedded` does. */
  opened: Promise<Embedded>;
  /** Told of losses; set by whoever takes it over. */
  onLost: (error: Error) => void;
}

/** Begins to open the database of a directory that has one already; undefined where it has none, which takes more than that. */
export function beginEmbedded(directory: string): Begun | undefined {
  if (!hasData(directory)) return undefined;
  const begun: Begun = { opened: openEmbedded({ directory, onLost: (error) => begun.onLost(error) }), onLost: () => undefined };
  // Heard by whoever takes it over, a moment later.
  begun.opened.catch(() => undefined);
  return begun;
}

/** PGlite's major version of PostgreSQL: a data directory of another one cannot be read. */
const major = '18';

/** Opens the embedded PostgreSQL; the directory is this process's alone until it is closed. */
export async function openEmbedded({ directory, image, limits, onLost = () => undefined }: EmbeddedOptions): Promise<Embedded> {
  const lock = directory === undefined ? undefined : lockDirectory(directory);
  try {
    const data = directory === undefined ? undefined : prepareData(directory, image);
    const backend = new Backend({
      start: (lost) => startEngine(data === undefined ? { image } : { directory: data }, lost),
      restartable: data !== undefined,
      limits: { transaction: 10_000, statement: 60_000, ...limits },
      onLost,
    });
    try {
      await backend.ready();
    } catch (error) {
      await backend.close();
      throw error;
    }
    const stopUpkeep = startUpkeep(() => backend.connect(), onLost);
    return {
      stream: () => backend.connect(),
      dump: () => backend.dump(),
      async close() {
        await stopUpkeep();
        await backend.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** Whether this directory holds a database already. */
export function hasData(directory: string): boolean {
  return existsSync(path.join(directory, 'pgdata'));
}

/** The data's own folder, filled from the image when new. Filled aside and renamed: a start that is killed leaves no half database. */
function prepareData(directory: string, image: string | undefined): string {
  const data = path.join(directory, 'pgdata');
  if (hasData(directory)) {
    const version = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
    if (version !== major) throw new Error(`Expected the data in ${data} to be of PostgreSQL ${major}, got ${version}. Start the version of Parley that made it and export the bots.`);
    return data;
  }
  const making = path.join(directory, 'pgdata.new');
  rmSync(making, { recursive: true, force: true });
  if (image === undefined) throw new Error(`Expected an image to fill the new data directory ${directory} from, got none.`);
  unpackImage(image, making);
  renameSync(making, data);
  return data;
}
