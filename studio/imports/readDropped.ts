import type { ReadExport } from '@parley/shared/exchange/readExport';
import type { Clip } from '../commands/edits/clip.ts';

/** What is in a file that was dropped on a drawing: a copied piece of one, or the bot of an export with what became of its parts. */
export type Dropped = { ok: true; piece: Clip } | ReadExport;

/** Reads the text of a file in a worker, which is loaded when first needed. Leaving off (`signal`) rejects and ends it. */
export function readDropped(text: string, signal: AbortSignal): Promise<Dropped> {
  const worker = new Worker(new URL('./readDropped.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Dropped>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Dropped>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    signal.addEventListener('abort', () => reject(new Error('Left off')));
    worker.postMessage(text);
  }).finally(() => worker.terminate());
}
