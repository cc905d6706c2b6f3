/** How many options may be chosen together, as a sentence can say it. */
export interface HowMany {
  says: 'any' | 'exactly' | 'upTo' | 'atLeast' | 'between';
  least: number;
  most: number;
}

/** Puts the limits of a question with several answers into the kind of sentence people read; more than there are options is no limit. */
export function howMany({ least, most }: { least: number; most: number }, options: number): HowMany {
  const limits = { least: Math.max(1, least), most: Math.max(1, Math.min(most, options)) };
  if (limits.least >= limits.most) return { says: 'exactly', ...limits };
  const free = limits.most >= options;
  if (limits.least === 1) return { says: free ? 'any' : 'upTo', ...limits };
  return { says: free ? 'atLeast' : 'between', ...limits };
}
