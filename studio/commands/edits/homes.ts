import type { Flow } from '@parley/shared/flow/document';
import { insideOf } from './things.ts';
import type { SizeOf } from './things.ts';

/** Which frames stand around what. */
export interface Homes {
  /** All frames, one before those it stands in. */
  frames: readonly string[];
  /** The frames around a card, note or frame, the innermost first. */
  around: (id: string) => readonly string[];
}

/** Tells which frames each card, note and frame stands in; of two frames that cover each other one is taken to stand in the other. */
export function homesOf(flow: Flow, sizeOf?: SizeOf): Homes {
  const area = (id: string): number => (flow.frames?.[id]?.width ?? 0) * (flow.frames?.[id]?.height ?? 0);
  const frames = Object.keys(flow.frames ?? {}).toSorted((a, b) => area(a) - area(b));
  const place = new Map(frames.map((id, at) => [id, at]));
  const around = new Map<string, string[]>();
  for (const [at, frame] of frames.entries()) {
    for (const id of insideOf(flow, frame, sizeOf)) {
      if ((place.get(id) ?? -1) >= at) continue;
      const known = around.get(id);
      if (known) known.push(frame);
      else around.set(id, [frame]);
    }
  }
  return { frames, around: (id) => around.get(id) ?? [] };
}
