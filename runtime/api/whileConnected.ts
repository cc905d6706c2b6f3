import type { Socket } from 'node:net';

/** Does work for whoever asked, with a signal that ends it when they leave before the answer. */
export async function whileConnected<Result>(socket: Socket, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const gone = new AbortController();
  const stop = (): void => gone.abort();
  socket.once('close', stop);
  try {
    return await work(gone.signal);
  } finally {
    socket.off('close', stop);
  }
}
