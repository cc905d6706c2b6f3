/** Cards and edges to lay out. */
export interface TidyAsk {
  nodes: { id: string; width: number; height: number }[];
  edges: { id: string; from: string; to: string }[];
}
export type TidyAnswer = Record<string, { x: number; y: number }>;

/** Finds places for cards, in a worker that is loaded when first needed. */
export function tidy(ask: TidyAsk): Promise<TidyAnswer> {
  const worker = new Worker(new URL('./tidy.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<TidyAnswer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<TidyAnswer>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(ask);
  }).finally(() => worker.terminate());
}
