import { Duplex } from 'node:stream';
import { FrameReader, errorFrame, frameOf, frameType, queryFrame, readText, textsOf, welcomeFrames } from './frames.ts';
import type { Frame } from './frames.ts';
import { failingSql, sessionEffects } from './statements.ts';
import type { SessionChange } from './statements.ts';

/** What the backend runs at once: messages up to and including a Query, Sync or Flush, and what they do to the session. */
export interface Batch {
  bytes: Buffer;
  changes: SessionChange[];
}

/** What a connection needs of the backend behind it. */
export interface Host {
  /** Resolves with the server's version once queries can be run. */
  ready(): Promise<string>;
  /** The connection has something to run. */
  submit(connection: Connection): void;
  /** The connection is gone. */
  drop(connection: Connection): void;
}

const startupCodes = { protocol3: 196_608, ssl: 80_877_103, gssEncryption: 80_877_104 } as const;

/** One client's connection to the embedded backend, as the `stream` of an ordinary `pg` client. */
export class Connection extends Duplex {
  /** Channels whose notifications go to this client. */
  readonly channels = new Set<string>();
  /** What LISTEN and UNLISTEN of the open transaction will change when it commits. */
  staged: SessionChange[] = [];
  readonly #backend: Host;
  readonly #id: number;
  readonly #reader = new FrameReader();
  readonly #batches: Batch[] = [];
  /** The client's names of prepared statements to the backend's, which all clients share. */
  readonly #statements = new Map<string, string>();
  #frames: Frame[] = [];
  #changes: SessionChange[] = [];
  #ready = false;

  constructor(backend: Host, id: number) {
    super({ emitClose: true });
    this.#backend = backend;
    this.#id = id;
  }

  /** The names by which the backend knows this client's prepared statements. */
  get statements(): Iterable<string> {
    return this.#statements.values();
  }

  /** Whether something waits to be run. */
  get hasBatch(): boolean {
    return this.#batches.length > 0;
  }

  /** Takes the oldest thing to run. */
  takeBatch(): Batch | undefined {
    return this.#batches.shift();
  }

  /** Sends bytes to the client. */
  send(bytes: Buffer): void {
    if (this.destroyed || this.readableEnded) return;
    try {
      this.push(bytes);
    } catch (error) {
      // A listener of the client's threw. As on a socket that is nobody's to catch, and the backend serves the others.
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  /** Ends the connection from the server's side, saying why. */
  fail(code: string, message: string): void {
    if (this.destroyed) return;
    this.#backend.drop(this);
    this.send(errorFrame({ severity: 'FATAL', code, message }));
    this.push(null);
    // The client must have read the reason before the stream is gone.
    setImmediate(() => this.destroy());
  }

  /** `pg` calls these on a socket; here there is nothing between the two ends. */
  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#reader.add(chunk);
    this.#receive();
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#reader.add(Buffer.concat(chunks.map(({ chunk }) => chunk)));
    this.#receive();
    done();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#leave();
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#backend.drop(this);
    done(error);
  }

  #leave(): void {
    this.#backend.drop(this);
    if (!this.destroyed) this.push(null);
  }

  #receive(): void {
    for (let frame = this.#reader.next(); frame; frame = this.#reader.next()) {
      if (this.#ready) this.#take(frame);
      else if (!this.#greet(frame)) return;
    }
  }

  /** Answers the messages before the first query; false while the backend is still starting. */
  #greet(frame: Frame): boolean {
    const code = frame.readInt32BE(4);
    if (code === startupCodes.ssl || code === startupCodes.gssEncryption) {
      this.send(Buffer.from('N'));
      return true;
    }
    if (code !== startupCodes.protocol3) {
      this.#leave();
      return false;
    }
    this.#reader.start();
    this.#backend.ready().then(
      (version) => {
        this.#ready = true;
        this.send(welcomeFrames(version, this.#id));
        this.#receive();
      },
      (error: unknown) => this.fail('57P03', error instanceof Error ? error.message : String(error)),
    );
    return false;
  }

  #take(frame: Frame): void {
    const type = frame[0];
    if (type === frameType.terminate) return this.#leave();
    this.#frames.push(type === undefined ? frame : this.#translate(type, frame));
    if (type !== frameType.query && type !== frameType.sync && type !== frameType.flush) return;
    this.#batches.push({ bytes: Buffer.concat(this.#frames), changes: this.#changes });
    this.#frames = [];
    this.#changes = [];
    this.#backend.submit(this);
  }

  /** Gives prepared statements their shared names and replaces what the backend must not see. */
  #translate(type: number, frame: Frame): Frame {
    if (type === frameType.query) {
      const sql = this.#watch(readText(frame, 5).text);
      return sql === undefined ? frame : queryFrame(sql);
    }
    if (type === frameType.parse) {
      const name = readText(frame, 5);
      const query = readText(frame, name.next);
      const sql = this.#watch(query.text);
      if (name.text === '' && sql === undefined) return frame;
      return frameOf(type, Buffer.concat([textsOf(this.#shared(name.text), sql ?? query.text), frame.subarray(query.next)]));
    }
    if (type === frameType.bind) {
      const portal = readText(frame, 5);
      const name = readText(frame, portal.next);
      if (name.text === '') return frame;
      return frameOf(type, Buffer.concat([textsOf(portal.text, this.#shared(name.text)), frame.subarray(name.next)]));
    }
    if (type === frameType.describe || type === frameType.close) {
      const { text } = readText(frame, 5);
      return text.length > 1 && text.startsWith('S') ? frameOf(type, textsOf(`S${this.#shared(text.slice(1))}`)) : frame;
    }
    return frame;
  }

  /** Notes what a query does to the session; returns another text when it must not run. */
  #watch(sql: string): string | undefined {
    const { changes, refusal } = sessionEffects(sql);
    if (changes.length > 0) this.#changes.push(...changes);
    return refusal === undefined ? undefined : failingSql(refusal);
  }

  #shared(name: string): string {
    if (name === '') return '';
    const known = this.#statements.get(name);
    if (known !== undefined) return known;
    const shared = `c${this.#id}_${this.#statements.size}`;
    this.#statements.set(name, shared);
    return shared;
  }
}
