/*
 * The way a field is written, for Mantine's `attributes`: its own `dir` goes to the box around the field, which knows nothing of what is
 * written inside.
 */

/** What people write goes the way of its script, whatever the way of the page. */
export const byItsScript = { input: { dir: 'auto' } } as const;

/** Addresses and code go from left to right, whatever stands in them. */
export const leftToRight = { input: { dir: 'ltr' } } as const;
