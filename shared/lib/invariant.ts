/** Throws with `message` when `condition` does not hold; for what our own code guarantees, never for a person's input. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`);
}
