import pg from 'pg';
import type { Database } from '../../client.ts';

/** One thing the client must do on either database. */
export interface Scenario {
  name: string;
  /** Where it holds; both unless said. */
  only?: Database['kind'];
  /** Runs on a database shared by all scenarios; `connect` opens a client of its own, ended afterwards. */
  run(db: Database, connect: () => Promise<pg.Client>): Promise<void>;
}

/** Cuts a client's connection without a word. */
export function cut(client: pg.Client): void {
  const { stream }: { stream: { destroy(): void } } = Reflect.get(client, 'connection');
  client.on('error', () => undefined);
  stream.destroy();
}

/** The code of a database error; anything else as it is. */
export const codeOf = (error: unknown) => (error instanceof pg.DatabaseError ? error.code : error);
/** The code a promise fails with; `nothing` when it does not. */
export const failure = (promise: Promise<unknown>) => promise.then(() => 'nothing', codeOf);

/** The next notification on any channel. */
export const heard = (client: pg.Client) => new Promise<string>((resolve) => client.once('notification', ({ channel, payload }) => resolve(`${channel}: ${payload}`)));

/** Collects notifications until one says `end`. */
export const heardUntilEnd = (client: pg.Client) =>
  new Promise<string[]>((resolve) => {
    const all: string[] = [];
    client.on('notification', ({ channel, payload }) => (payload === 'end' ? resolve(all) : all.push(`${channel}: ${payload}`)));
  });
