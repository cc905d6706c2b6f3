import type { Json } from '@parley/shared/lib/json';
import { create } from 'zustand';

/** A text somebody types and has not applied: what it was made from, and how it reads now. */
export interface Draft {
  base: Json;
  text: string;
}

/** Texts under way by `<flow>/<path>`, kept while other things are looked at. They are this page's alone and never in the drawing. */
export const useDrafts = create<Readonly<Record<string, Draft>>>(() => ({}));

/** Keeps a text, or with undefined drops it. */
export function keepDraft(key: string, draft: Draft | undefined): void {
  const { [key]: _, ...others } = useDrafts.getState();
  useDrafts.setState(draft ? { ...others, [key]: draft } : others, true);
}
