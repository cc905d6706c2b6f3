import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { parse, serialize } from 'pg-protocol';
import type { Database } from '../../client.ts';

/** A connection without a client: messages go out as written, what comes back is noted by name. */
export interface RawWire {
  /** Writes these messages at once. */
  send(...messages: Buffer[]): void;
  /** Waits until the next message of this name has come since the last call, and returns all names since then. */
  until(name: string): Promise<string[]>;
  /** Cuts the connection without a word. */
  cut(): void;
}

/** Opens a raw connection to the database and goes through the greeting. */
export async function openRawWire(db: Database): Promise<RawWire> {
  const { stream, connectionString } = db.pool.options;
  const url = connectionString === undefined ? undefined : new URL(connectionString);
  const make = (): Duplex => Reflect.apply(Object(stream), undefined, []);
  const made = url ? connect(Number(url.port), url.hostname) : make();
  let names: string[] = [];
  let look = () => undefined;
  parse(made, ({ name }) => {
    names.push(name);
    look();
  });
  made.on('error', () => undefined);
  const wire: RawWire = {
    send: (...messages) => void made.write(Buffer.concat(messages)),
    until: (name) =>
      new Promise((resolve) => {
        look = () => {
          const at = names.indexOf(name);
          if (at < 0) return undefined;
          resolve(names.slice(0, at + 1));
          names = names.slice(at + 1);
          look = () => undefined;
          return undefined;
        };
        look();
      }),
    cut: () => void made.destroy(),
  };
  wire.send(serialize.startup({ user: url?.username ?? 'postgres', database: url?.pathname.slice(1) ?? 'postgres' }));
  await wire.until('readyForQuery');
  return wire;
}
