import { Worker } from 'node:worker_threads';
import type { EngineReply, EngineRequest, EngineStart } from './messages.ts';
import { databaseWorkerFile } from './workerFile.ts';

/** PostgreSQL in a thread of its own, one request at a time in the order they were made. */
export interface Engine {
  /** Runs one batch of protocol messages; a query's error is part of the answer. Rejects when the engine is gone. */
  execute(batch: Buffer): Promise<Buffer>;
  /** A gz image of the data directory. */
  dump(): Promise<Buffer>;
  /** Shuts down in order. */
  close(): Promise<void>;
  /** Ends the thread whatever it is doing; what was committed stays. */
  kill(): Promise<void>;
}

/** Above this many bytes handing a buffer over is cheaper than copying it. */
const worthMoving = 64 * 1024;

/** Starts the engine; `onLost` is told once if its thread ends without being asked to. */
export async function startEngine(start: EngineStart, onLost: (reason: string) => void): Promise<Engine> {
  const worker = new Worker(await databaseWorkerFile(), { workerData: start, name: 'database' });
  const pending = new Map<number, { resolve: (output: Buffer) => void; reject: (error: Error) => void }>();
  let last = 0;
  /** Until it has started, its end is the start's failure and nobody else's news. */
  let ending = true;
  let gone = false;

  const lose = (reason: string) => {
    gone = true;
    const waiting = [...pending.values()];
    pending.clear();
    for (const { reject } of waiting) reject(new Error(reason));
    if (!ending) onLost(reason);
    ending = true;
  };
  worker.on('message', ({ id, output, error }: EngineReply) => {
    const waiting = pending.get(id);
    pending.delete(id);
    if (error !== undefined) waiting?.reject(new Error(error));
    else waiting?.resolve(output ? Buffer.from(output.buffer, output.byteOffset, output.byteLength) : Buffer.alloc(0));
  });
  worker.on('error', (error) => lose(`The embedded database failed: ${error.message}`));
  worker.on('exit', (code) => lose(`The embedded database's thread ended with ${code}.`));

  const ask = (request: EngineRequest, move: ArrayBuffer[] = []): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      if (gone || (ending && request.do !== 'close')) return reject(new Error('The embedded database is closed.'));
      pending.set(request.id, { resolve, reject });
      worker.postMessage(request, move);
    });

  const kill = async () => {
    ending = true;
    await worker.terminate();
  };

  try {
    await new Promise<Buffer>((resolve, reject) => pending.set(0, { resolve, reject }));
  } catch (error) {
    await kill();
    throw new Error(`The embedded database could not start: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  ending = false;
  return {
    execute(batch) {
      const own = batch.buffer instanceof ArrayBuffer && batch.byteLength > worthMoving && batch.byteLength === batch.buffer.byteLength ? [batch.buffer] : [];
      return ask({ id: ++last, do: 'execute', batch }, own);
    },
    dump: () => ask({ id: ++last, do: 'dump' }),
    async close() {
      ending = true;
      if (gone) return;
      await ask({ id: ++last, do: 'close' });
      await worker.terminate();
    },
    kill,
  };
}
