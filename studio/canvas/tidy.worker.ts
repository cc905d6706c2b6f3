import { layoutCards } from './layoutCards.ts';
import type { TidyAsk } from './tidy.ts';

// Beside the page, because 1,000 nodes take most of a second.
globalThis.addEventListener('message', ({ data }: MessageEvent<TidyAsk>) => globalThis.postMessage(layoutCards(data)));
