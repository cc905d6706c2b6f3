const steps: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400], ['hour', 3_600], ['minute', 60]];

/** A moment as people say it: "2 min ago"; under a minute "just now" as the language has it. */
export function timeAgo(at: string | number, now = Date.now()): string {
  const seconds = Math.max(0, (now - new Date(at).getTime()) / 1_000);
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });
  for (const [unit, size] of steps) if (seconds >= size) return words.format(-Math.floor(seconds / size), unit);
  return words.format(0, 'second');
}
