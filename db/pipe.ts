import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import type { LaneRow } from './laneRows.ts';
import { createPipeWidth } from './pipeWidth.ts';
import type { Pace, PipeWidth } from './pipeWidth.ts';
import { refuseInsideTransaction } from './transaction.ts';

/** One prepared statement. A lane function is called exactly as `SELECT cols FROM fn($1, ...)`: any other form is not delegated on a distributed database. */
export interface PipeCall {
  name: string;
  text: string;
  values: unknown[];
}

/** What runs single statements, each a transaction of its own: a pool, or a pipe. */
export interface PipeRunner {
  query<Row extends pg.QueryResultRow = LaneRow>(call: PipeCall): Promise<{ rows: Row[] }>;
}

/** A runner of its own, with its connections. */
export interface Pipe extends PipeRunner {
  /** Lets what is under way come to its end, and closes. */
  end(): Promise<void>;
}

/** How a pipe reaches its server. */
export interface PipeOptions {
  config: pg.ClientConfig;
  /** Connections it opens at most. */
  most: number;
  /** Told of connections lost. */
  onLost: (error: Error) => void;
  /** How many of them are in use; found by what each brings unless told. */
  width?: PipeWidth;
}

/** A connection has as much under way as may wait there when the last of it waits longer than this. */
const waitMs = 2;
/** A call that takes so long waits for a lock or a frozen server: no other is sent after it. */
const stuckMs = 100;

interface Line {
  client: pg.Client;
  opened: Promise<unknown>;
  isOpen: boolean;
  inFlight: number;
  /** How long one call takes here, a moving average in milliseconds; at first as long as on the others. */
  callMs: number;
  pace: Pace;
  /** Since when it is at the call that is answered next. */
  busySince: number;
  /** Puts off writing to the end of this turn of the event loop. */
  gather(): void;
}

/**
 * Runs calls many at a time over few connections, without waiting for one answer before the next call is sent (pipelining: a batch of
 * single calls, the only one that a distributed database delegates). All calls of one turn of the event loop leave in one write. A call that
 * fails fails alone; those on a lost connection all fail, and nobody knows whether they happened: as ever.
 */
export function createPipe({ config, most, onLost, width = createPipeWidth(most) }: PipeOptions): Pipe {
  const lines: Line[] = [];
  const paces = (): Pace[] => lines.slice(0, width.inUse()).map(({ pace }) => pace);

  // Answers come many in one piece: where one piece ends and the next begins is the place to count.
  let isAboutToLook = false;
  const look = (): void => {
    isAboutToLook = false;
    width.look(paces(), performance.now());
  };
  const lookLater = (): void => {
    if (!isAboutToLook) setImmediate(look);
    isAboutToLook = true;
  };

  const drop = (line: Line): void => {
    const index = lines.indexOf(line);
    if (index >= 0) lines.splice(index, 1);
  };

  const openLine = (): Line => {
    const stream = config.stream?.() ?? new Socket();
    const client = new pg.Client({ ...config, stream: () => stream, pipeline: true });
    const line: Line = { client, opened: Promise.resolve(), isOpen: false, inFlight: 0, callMs: lines[0]?.callMs ?? 0, pace: { busyMs: 0, answers: 0 }, busySince: 0, gather: gatherer(stream) };
    client.on('error', (error) => {
      drop(line);
      onLost(error);
    });
    client.on('end', () => drop(line));
    // Who waits for it hears why it could not be opened; those who have another line need not know.
    line.opened = client.connect().then(
      () => {
        line.isOpen = true;
        line.busySince = performance.now();
      },
      (error: unknown) => {
        drop(line);
        if (lines.some(({ isOpen }) => isOpen)) width.refused(performance.now());
        throw error;
      },
    );
    line.opened.catch(() => undefined);
    lines.push(line);
    return line;
  };

  const choose = (): Line => {
    const now = performance.now();
    const isStuck = (line: Line): boolean => line.inFlight > 0 && now - line.busySince > stuckMs;
    let best: Line | undefined;
    let bestWaits = Infinity;
    for (const [n, line] of lines.entries()) {
      // Those that are not in use stand in for the stuck ones.
      if (n >= width.inUse() && bestWaits < Infinity) break;
      if (!line.isOpen || isStuck(line)) continue;
      if (line.inFlight === 0 || line.inFlight * line.callMs < waitMs) return line;
      if (line.inFlight < bestWaits) [best, bestWaits] = [line, line.inFlight];
    }
    if (best) {
      width.full(paces(), now);
      if (lines.length < width.inUse()) openLine();
    }
    return best ?? lines.find(({ isOpen }) => !isOpen) ?? (lines.length < most ? openLine() : leastOf(lines));
  };

  const send = <Row extends pg.QueryResultRow>(line: Line, call: PipeCall): Promise<{ rows: Row[] }> => new Promise((resolve, reject) => {
    if (line.inFlight === 1) line.busySince = performance.now();
    line.gather();
    line.client.query(queryOf<Row>(call, (error, result) => {
      line.inFlight -= 1;
      const now = performance.now();
      const took = now - line.busySince;
      line.busySince = now;
      line.callMs += (took - line.callMs) / 16;
      line.pace.busyMs += took;
      line.pace.answers += 1;
      if (width.isLooking()) lookLater();
      if (error) reject(error);
      else resolve(result);
    }));
  });

  return {
    async query<Row extends pg.QueryResultRow = LaneRow>(call: PipeCall) {
      refuseInsideTransaction();
      const line = choose();
      line.inFlight += 1;
      if (line.isOpen) return send<Row>(line, call);
      try {
        await line.opened;
      } catch (error) {
        // No more are to be had: it waits with the others on one that is there.
        const others = lines.filter(({ isOpen }) => isOpen);
        if (others.length === 0) throw error;
        const other = leastOf(others);
        other.inFlight += 1;
        return send<Row>(other, call);
      }
      return send<Row>(line, call);
    },
    async end() {
      await Promise.all([...lines].map(async ({ opened, client }) => {
        await opened.catch(() => undefined);
        await client.end();
      }));
    },
  };
}

/** The call as `pg` runs it. Given as a config it would be copied property by property first, a tenth of what sending it costs. */
function queryOf<Row extends pg.QueryResultRow>({ name, text, values }: PipeCall, told: (error: Error | undefined, result: { rows: Row[] }) => void) {
  return Object.assign(new pg.Query<Row>(text, values, told), { name });
}

/** The one with the fewest calls under way. */
const leastOf = (lines: readonly Line[]): Line => lines.reduce((least, line) => (line.inFlight < least.inFlight ? line : least));

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
