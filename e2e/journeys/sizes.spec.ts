import { expect, test } from '@playwright/test';
import { bundleSizes } from '../bench/sizes.ts';

for (const { what, kb, most } of bundleSizes()) {
  if (most === undefined) continue;
  test(`${what}: at most ${most} KB gzipped`, () => {
    // A page that names nothing loads nothing.
    expect(kb).toBeGreaterThan(10);
    expect(kb).toBeLessThanOrEqual(most);
  });
}
