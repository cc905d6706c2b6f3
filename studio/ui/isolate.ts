const strongRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/;

/** Keeps words that read from right to left together when they stand within a sentence, whatever comes beside them; others stay as they are. */
export function isolate(words: string): string {
  return strongRightToLeft.test(words) ? `\u2068${words}\u2069` : words;
}
