import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import type { LaneRow } from './laneRows.ts';
import { refuseInsideTransaction } from './transaction.ts';

/** One call of a lane function, exactly as `SELECT cols FROM fn($1, ...)`: any other form is not delegated on a distributed database. */
export interface LaneCall {
  name: string;
  text: string;
  values: unknown[];
}

/** What runs calls of lane functions, each a transaction of its own: a pool, or a pipe. */
export interface LaneRunner {
  query(call: LaneCall): Promise<{ rows: LaneRow[] }>;
}

/** A runner of its own, with its connections. */
export interface LanePipe extends LaneRunner {
  /** Lets what is under way come to its end, and closes. */
  end(): Promise<void>;
}

/** How a pipe reaches its server. */
export interface LanePipeOptions {
  config: pg.ClientConfig;
  /** Connections it opens at most. */
  most: number;
  /** Told of connections lost. */
  onLost: (error: Error) => void;
}

/**
 * A connection is given another call while those before it are answered within this time; then another one is used. Where a
 * commit takes long (a slow disk) calls spread over the connections and share its writing; where it is short they travel together.
 */
const waitMs = 2;

interface Line {
  client: pg.Client;
  opened: Promise<unknown>;
  isOpen: boolean;
  inFlight: number;
  /** How long one call takes here, a moving average in milliseconds; at first as long as on the others. */
  callMs: number;
  answeredAt: number;
  /** Puts off writing to the end of this turn of the event loop. */
  gather(): void;
}

/**
 * Runs calls many at a time over few connections, without waiting for one answer before the next call is sent (pipelining: a batch of
 * single calls, the only one that a distributed database delegates). All calls of one turn of the event loop leave in one write. A call that
 * fails fails alone; those on a lost connection all fail, and nobody knows whether they happened: as ever.
 */
export function createLanePipe({ config, most, onLost }: LanePipeOptions): LanePipe {
  const lines: Line[] = [];

  const drop = (line: Line): void => {
    const index = lines.indexOf(line);
    if (index >= 0) lines.splice(index, 1);
  };

  const openLine = (): Line => {
    const stream = config.stream?.() ?? new Socket();
    const client = new pg.Client({ ...config, stream: () => stream, pipeline: true });
    const line: Line = { client, opened: Promise.resolve(), isOpen: false, inFlight: 0, callMs: lines[0]?.callMs ?? 0, answeredAt: 0, gather: gatherer(stream) };
    client.on('error', (error) => {
      drop(line);
      onLost(error);
    });
    client.on('end', () => drop(line));
    line.opened = client.connect().then(
      () => { line.isOpen = true; },
      (error: unknown) => {
        drop(line);
        throw error;
      },
    );
    lines.push(line);
    return line;
  };

  const choose = (): Line => {
    let best: Line | undefined;
    for (const line of lines) {
      if (line.inFlight === 0 || line.inFlight * line.callMs < waitMs) return line;
      if (!best || line.inFlight < best.inFlight) best = line;
    }
    return best && lines.length >= most ? best : openLine();
  };

  const send = (line: Line, call: LaneCall): Promise<{ rows: LaneRow[] }> => new Promise((resolve, reject) => {
    const sentAt = performance.now();
    line.gather();
    line.client.query<LaneRow>(call, (error, result) => {
      line.inFlight -= 1;
      const now = performance.now();
      // What is answered behind another one took since then.
      const took = now - Math.max(sentAt, line.answeredAt);
      line.answeredAt = now;
      line.callMs += (took - line.callMs) / 16;
      if (error) reject(error);
      else resolve(result);
    });
  });

  return {
    async query(call) {
      refuseInsideTransaction();
      const line = choose();
      line.inFlight += 1;
      if (!line.isOpen) {
        try {
          await line.opened;
        } catch (error) {
          line.inFlight -= 1;
          throw error;
        }
      }
      return send(line, call);
    },
    async end() {
      await Promise.all([...lines].map(async ({ opened, client }) => {
        await opened.catch(() => undefined);
        await client.end();
      }));
    },
  };
}

/** Holds a stream's writes back until the end of this turn of the event loop, however often it is asked. */
function gatherer(stream: Duplex): () => void {
  let holding = false;
  const write = (): void => {
    holding = false;
    stream.uncork();
  };
  return () => {
    if (holding) return;
    holding = true;
    stream.cork();
    setImmediate(write);
  };
}
