import type { CardPlaces, FramedCards } from '@parley/shared/layout/cards';

/** Finds places for cards, in a worker that is loaded when first needed. */
export function tidy(ask: FramedCards): Promise<CardPlaces> {
  const worker = new Worker(new URL('./tidy.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<CardPlaces>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<CardPlaces>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(ask);
  }).finally(() => worker.terminate());
}
