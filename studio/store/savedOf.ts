import type { Halt } from './door.ts';
import type { FlowState } from './flowStore.ts';

/** Where the latest changes of a drawing are. */
export function savedOf({ pending, offline, halted, refused, collisions, unfit }: FlowState): 'saved' | 'saving' | 'offline' | 'refused' | Halt {
  if (halted && pending.length > 0) return halted;
  if (offline && pending.length > 0) return 'offline';
  if (pending.length > 0) return 'saving';
  return refused || collisions.length > 0 || unfit.length > 0 ? 'refused' : 'saved';
}
