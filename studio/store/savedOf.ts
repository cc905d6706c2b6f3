import type { FlowState } from './flowStore.ts';

/** Where the latest changes of a drawing are. */
export function savedOf({ pending, offline, refused, collisions }: FlowState): 'saved' | 'saving' | 'offline' | 'refused' {
  if (offline && pending.length > 0) return 'offline';
  if (pending.length > 0) return 'saving';
  return refused || collisions.length > 0 ? 'refused' : 'saved';
}
