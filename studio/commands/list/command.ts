import i18next from 'i18next';

/** One thing that can be done, as the command palette lists it. */
export interface Command {
  id: string;
  group: 'goTo' | 'add' | 'do';
  text: string;
  /** More words to find it by, and where it is. */
  hint: string;
  /** Name of the node type whose glyph stands before it. */
  icon?: string;
  keys?: string;
  /** Shows its effect in whichever view is open; everything else comes back to the drawing first. */
  anywhere?: boolean;
  /** Why it cannot run now; undefined = it can. */
  why?: string | undefined;
  run: () => void;
}

/** A thing to do as its group lists it: `edits` = only where the drawing can be changed. */
export interface Deed extends Omit<Command, 'group' | 'hint'> {
  hint?: string;
  edits?: boolean;
}

/** The studio's words by their key. */
export function t(key: string, options?: Record<string, unknown>): string {
  return i18next.t(key, options ?? {});
}
