import { readAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { Connection } from './connection.ts';
import type { Batch, Host } from './connection.ts';
import type { Engine } from './engine.ts';
import { closeStatementFrame, queryFrame, syncFrame } from './frames.ts';
import { Listeners } from './listeners.ts';

/** How long one client may keep all others waiting, in milliseconds. */
export interface Limits {
  /** Idle inside a transaction: the client is disconnected and its transaction rolled back (10,000). */
  transaction: number;
  /** Running one batch: the backend cannot be interrupted, so it is ended, and started again if it has a directory (60,000). */
  statement: number;
}

/** Where a backend gets its engine, and whom it tells when one was lost. */
export interface BackendOptions {
  start(onLost: (reason: string) => void): Promise<Engine>;
  /** False when losing the engine loses the data. */
  restartable: boolean;
  limits: Limits;
  onLost(error: Error): void;
}

/** One PostgreSQL session shared in turns by any number of connections, as if each had its own. */
export class Backend implements Host {
  readonly #options: BackendOptions;
  readonly #connections = new Set<Connection>();
  readonly #waiting = new Set<Connection>();
  readonly #leaving = new Set<Connection>();
  readonly #listeners = new Listeners();
  #engine: Promise<Engine>;
  #version = '';
  /** The connection whose transaction or unfinished query the session is in; nobody else runs before it is over. */
  #owner: Connection | undefined;
  #busy = false;
  #idleTimer: NodeJS.Timeout | undefined;
  #lastId = 0;
  #closed = false;

  constructor(options: BackendOptions) {
    this.#options = options;
    this.#engine = this.#begin();
  }

  /** A new connection, to be given to a `pg` client as its stream. */
  connect(): Connection {
    const connection = new Connection(this, ++this.#lastId);
    this.#connections.add(connection);
    return connection;
  }

  /** Resolves with the server's version once queries can be run; rejects when they never will. */
  async ready(): Promise<string> {
    if (this.#closed) throw new Error('The embedded database is closed.');
    await this.#engine;
    return this.#version;
  }

  /** A gz image of the data directory. No transaction may be open. */
  async dump(): Promise<Buffer> {
    return (await this.#engine).dump();
  }

  /** Disconnects everybody and shuts the engine down in order. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const connection of this.#connections) connection.fail('57P01', 'The embedded database was closed.');
    clearTimeout(this.#idleTimer);
    const engine = await this.#engine.catch(() => undefined);
    await engine?.close();
  }

  /** A connection has something to run. */
  submit(connection: Connection): void {
    this.#waiting.add(connection);
    this.#next();
  }

  /** A connection is gone: what it had open is undone before anybody else runs. */
  drop(connection: Connection): void {
    if (!this.#connections.delete(connection)) return;
    this.#waiting.delete(connection);
    this.#leaving.add(connection);
    this.#next();
  }

  async #begin(): Promise<Engine> {
    const engine = await this.#options.start((reason) => this.#lose(reason));
    const answer = await engine.execute(queryFrame('show server_version'));
    this.#version = /\d+(?:\.\d+)+/.exec(answer.toString('latin1'))?.[0] ?? '18';
    return engine;
  }

  /** Starts the next thing to do: the owner's, else a departure, else whoever has waited longest. */
  #next(): void {
    if (this.#busy || this.#closed) return;
    clearTimeout(this.#idleTimer);
    const leaving = this.#owner ? (this.#leaving.has(this.#owner) ? this.#owner : undefined) : first(this.#leaving);
    if (leaving) return this.#occupy((engine) => this.#clearUp(engine, leaving));
    const connection = this.#owner ?? first(this.#waiting);
    const batch = connection?.takeBatch();
    if (!connection || !batch) return this.#watchOwner();
    this.#waiting.delete(connection);
    // Asked again behind those who wait already.
    if (connection.hasBatch) this.#waiting.add(connection);
    this.#occupy((engine) => this.#run(engine, connection, batch));
  }

  #occupy(work: (engine: Engine) => Promise<void>): void {
    this.#busy = true;
    const { statement } = this.#options.limits;
    const timer = setTimeout(() => this.#lose(`A query ran for more than ${statement / 1000} s in the embedded database, which runs one at a time.`), statement);
    this.#engine.then(work).catch(() => undefined).finally(() => {
      clearTimeout(timer);
      this.#busy = false;
      this.#next();
    });
  }

  async #run(engine: Engine, connection: Connection, batch: Batch): Promise<void> {
    connection.staged.push(...batch.changes);
    const asked = this.#engine;
    const answer = readAnswer(await engine.execute(batch.bytes));
    // The engine was lost meanwhile, and with it the session this answer tells of.
    if (asked !== this.#engine) return;
    this.#owner = answer.status === 'I' ? undefined : connection;
    const needed = this.#listeners.settle(connection, answer);
    if (needed.length > 0) await engine.execute(queryFrame(needed.map((channel) => `listen ${quoted(channel)};`).join(' ')));
    this.#deliver(connection, answer);
  }

  /** Notifications come before the answer's end, so that a client which notified itself has heard it when its query resolves. */
  #deliver(connection: Connection, answer: Answer): void {
    if (answer.notifications.length > 0) this.#listeners.deliver(answer.notifications);
    connection.send(answer.bytes);
  }

  async #clearUp(engine: Engine, connection: Connection): Promise<void> {
    this.#leaving.delete(connection);
    const frames: Buffer[] = [];
    if (this.#owner === connection) frames.push(syncFrame, queryFrame('rollback'));
    const left = this.#listeners.forget(connection);
    if (left.length > 0) frames.push(queryFrame(left.map((channel) => `unlisten ${quoted(channel)};`).join(' ')));
    const statements = [...connection.statements];
    if (statements.length > 0) frames.push(...statements.map(closeStatementFrame), syncFrame);
    if (frames.length > 0) this.#listeners.deliver(readAnswer(await engine.execute(Buffer.concat(frames))).notifications);
    if (this.#owner === connection) this.#owner = undefined;
  }

  #watchOwner(): void {
    const owner = this.#owner;
    if (!owner) return;
    const { transaction } = this.#options.limits;
    this.#idleTimer = setTimeout(() => {
      owner.fail('25P03', `A transaction was left idle for ${transaction / 1000} s and rolled back: the embedded database has one session, and all others were waiting for it.`);
    }, transaction);
  }

  #lose(reason: string): void {
    if (this.#closed) return;
    const { restartable, onLost } = this.#options;
    const message = `${reason} ${restartable ? 'It was started again; what was committed is there.' : 'It was in memory only and is gone.'}`;
    const killed = this.#engine.then((engine) => engine.kill(), () => undefined);
    this.#engine = restartable ? killed.then(() => this.#begin()) : Promise.reject(new Error(message));
    this.#engine.catch(onLost);
    this.#owner = undefined;
    for (const connection of this.#connections) connection.fail('57P02', message);
    this.#leaving.clear();
    if (restartable) onLost(new Error(message));
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function first<Item>(items: Set<Item>): Item | undefined {
  const { value } = items.values().next();
  return value;
}
