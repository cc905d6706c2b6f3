import { describe, expect, test } from 'vitest';
import { faults } from './faults/index.mjs';
import { faulty } from './lib/plantFault.mjs';

describe('the faults that `npm run faults` plants', () => {
  test.each(faults)('$section $rule: its place is in the source', (fault) => {
    expect(faulty(fault)).not.toBe('');
  });
});
