import { nodeTypes } from '@parley/shared/nodes/index';
import { readExport } from '@parley/shared/exchange/readExport';
import { readClip } from '../commands/edits/clip.ts';
import type { Dropped } from './readDropped.ts';

// Beside the page, because a file of 20 MB takes seconds.
globalThis.addEventListener('message', ({ data }: MessageEvent<string>) => {
  const piece = readClip(data);
  const dropped: Dropped = piece ? { ok: true, piece } : readExport(data, nodeTypes);
  globalThis.postMessage(dropped);
});
