import type { KeyboardEvent } from 'react';

/** Which way an arrow key goes along a row: 1 = on, -1 = back, 0 = another key. The row's reading direction decides which side is on. */
export function sideways({ key, currentTarget }: Pick<KeyboardEvent<Element>, 'key' | 'currentTarget'>): -1 | 0 | 1 {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return 0;
  const on = getComputedStyle(currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  return key === on ? 1 : -1;
}
