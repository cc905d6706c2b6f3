import type { Expression } from '../expressions/types.ts';

/** Options made of the items of a list. Each expression gives a list with one entry for each item. */
export interface ListedOptions {
  labels: Expression;
  /** What each is worth to the flow. The id of an option comes from it, so that it stays the same wherever its item stands. */
  values: Expression;
  notes?: Expression;
  /** Items after so many are left out. */
  most: number;
}

/** That several options may be chosen together, and how many. */
export interface SeveralOptions {
  least: number;
  most: number;
}
