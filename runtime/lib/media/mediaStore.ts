import type { Readable } from 'node:stream';

/** A file's content as it was kept. */
export interface KeptContent {
  /** In hex; what it is asked for by. */
  sha256: string;
  bytes: number;
}

/** Part of a content, both ends included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where the bytes of files are: content by its hash, each once. Who may read what is not its business. */
export interface MediaStore {
  /** Keeps a content as it streams in. When the stream throws, nothing is kept and the same error is thrown. */
  put(content: AsyncIterable<Buffer>): Promise<KeptContent>;
  /** Reads a content, whole or in part; undefined when it is not here. */
  open(sha256: string, range?: ByteRange): Promise<Readable | undefined>;
  /**
   * Deletes what nothing refers to any more: `referred` is asked batch by batch and gives those of the hashes that something refers
   * to. What was put lately stays, because its row may still be on its way. Gives how many contents went.
   */
  sweep(referred: (sha256s: string[]) => Promise<ReadonlySet<string>>): Promise<number>;
}
