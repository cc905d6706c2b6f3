import type { Random } from '../lib/id.ts';
import { invariant } from '../lib/invariant.ts';

/** A whole number from 0 to `limit` - 1. */
export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

/** Whether something with this probability happens. */
export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** One of several, each as likely. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[below(random, items.length)];
  invariant(item !== undefined, 'there is something to pick from');
  return item;
}

/** Some of several, in their order. */
export function some<Item>(random: Random, items: readonly Item[], probability = 0.5): Item[] {
  return items.filter(() => chance(random, probability));
}
