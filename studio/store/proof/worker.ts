import { answerJob } from './answerJob.ts';
import { drawings } from './drawings.ts';
import type { FromWorker, ToWorker } from './jobs.ts';

/** The studio's one worker: proves what is drawn and writes its code, beside the page and never in it. */
const kept = drawings();

globalThis.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('fed' in data) {
    kept.feed(data);
    return;
  }
  const { id } = data;
  let back: FromWorker;
  try {
    back = { id, ok: true, answer: answerJob(kept, data) };
  } catch (error) {
    back = { id, ok: false, error: error instanceof Error ? error.message : String(error) };
  }
  globalThis.postMessage(back);
});
