/** The units a duration is shown in. */
export type DurationUnit = 'S' | 'M' | 'H' | 'D';

const seconds: Record<DurationUnit, number> = { S: 1, M: 60, H: 3_600, D: 86_400 };

/** An ISO 8601 duration as a whole number of its largest fitting unit; undefined when it is empty or unreadable. */
export function durationOf(iso: string): { amount: number; unit: DurationUnit } | undefined {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso);
  if (!parts || iso === '' || iso === 'P') return undefined;
  const total = Number(parts[1] ?? 0) * 86_400 + Number(parts[2] ?? 0) * 3_600 + Number(parts[3] ?? 0) * 60 + Number(parts[4] ?? 0);
  const unit = (['D', 'H', 'M', 'S'] as const).find((name) => total % seconds[name] === 0 && total >= seconds[name]) ?? 'S';
  return { amount: total / seconds[unit], unit };
}

/** Writes a number of units as ISO 8601; nothing or 0 = ''. 24 hours stay hours. */
export function writeDuration(amount: number | undefined, unit: DurationUnit): string {
  if (!amount) return '';
  return unit === 'D' ? `P${amount}D` : `PT${amount}${unit}`;
}

const words: Record<DurationUnit, string> = { S: 'second', M: 'minute', H: 'hour', D: 'day' };

/** A duration as people say it, `10 seconds`, `1 hour`; what cannot be read stays as it is. */
export function durationWords(iso: string): string {
  const read = durationOf(iso);
  return read ? `${read.amount} ${words[read.unit]}${read.amount === 1 ? '' : 's'}` : iso;
}
