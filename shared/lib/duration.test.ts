import { expect, test } from 'vitest';
import { durationOf, durationWords, writeDuration } from './duration.ts';

test.each([
  ['PT30M', { amount: 30, unit: 'M' }], ['PT90S', { amount: 90, unit: 'S' }], ['PT24H', { amount: 1, unit: 'D' }], ['P2D', { amount: 2, unit: 'D' }], ['PT1H30M', { amount: 90, unit: 'M' }],
  ['', undefined], ['30 min', undefined],
])('%s is shown as %o', (iso, shown) => expect(durationOf(iso)).toEqual(shown));

test.each([[30, 'M', 'PT30M'], [2, 'D', 'P2D'], [5, 'S', 'PT5S'], [undefined, 'M', ''], [0, 'H', '']] as const)('%s %s is written %s', (amount, unit, iso) => expect(writeDuration(amount, unit)).toBe(iso));

test.each([['PT10S', '10 seconds'], ['PT1H', '1 hour'], ['P3D', '3 days'], ['PT1H30M', '90 minutes'], ['soon', 'soon'], ['', '']])('%s is said as “%s”', (iso, said) => expect(durationWords(iso)).toBe(said));
