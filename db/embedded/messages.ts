/** Where the backend's data live: a directory, or this process's memory; `image` fills a new one. */
export interface EngineStart {
  directory?: string | undefined;
  /** File of a gz image of a data directory. */
  image?: string | undefined;
}

/** What the main thread asks of the thread that runs PostgreSQL. */
export type EngineRequest =
  | { id: number; do: 'execute'; batch: Uint8Array }
  | { id: number; do: 'dump' }
  | { id: number; do: 'close' };

/** What comes back: `id` 0 is the start itself. An error is the engine's own failure, never a query's. */
export type EngineReply = { id: number; output?: Uint8Array; error?: string };
