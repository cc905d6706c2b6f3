import type { CardsToPlace } from '@parley/shared/layout/cards';
import { placeCards } from '@parley/shared/layout/placeCards';

// Beside the page, because 1,000 nodes take most of a second.
globalThis.addEventListener('message', ({ data }: MessageEvent<CardsToPlace>) => globalThis.postMessage(placeCards(data)));
