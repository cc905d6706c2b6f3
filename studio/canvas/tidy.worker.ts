import type { FramedCards } from '@parley/shared/layout/cards';
import { placeFrames } from '@parley/shared/layout/placeFrames';

// Beside the page, because 1,000 nodes take most of a second.
globalThis.addEventListener('message', ({ data }: MessageEvent<FramedCards>) => globalThis.postMessage(placeFrames(data)));
