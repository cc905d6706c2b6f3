/** How long an answer may be used again: what an author changes counts within a second. */
export const keptMs = 1_000;
const most = 2_000;

/** Remembers what `read` gave for a second, so that a busy door does not ask the database for every request. Failures are not kept. */
export function briefly<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const kept = new Map<Key, { value: Promise<Value>; until: number }>();
  return (key) => {
    const now = performance.now();
    const known = kept.get(key);
    if (known && known.until > now) return known.value;
    const value = read(key);
    if (kept.size >= most) kept.clear();
    kept.set(key, { value, until: now + keptMs });
    value.catch(() => kept.delete(key));
    return value;
  };
}
