import { expect, test } from '@playwright/test';
import { bundleSource, importSource } from '../bundleSource.ts';

const runTable = `import { runExpressionTable } from '@parley/shared/expressions/runExpressionTable';`;

test('the table of expressions means the same in the browser as in Node', async ({ page }) => {
  const { here } = await importSource<{ here: { passed: number; failed: unknown[] } }>(`${runTable} export const here = runExpressionTable();`);
  expect(here.failed).toEqual([]);
  expect(here.passed).toBeGreaterThanOrEqual(100);

  await page.setContent('<!doctype html><title>Expressions</title>');
  await page.addScriptTag({ content: await bundleSource(`${runTable} globalThis.expressionTable = runExpressionTable();`, 'iife') });
  const there = await page.evaluate(() => (globalThis as unknown as { expressionTable: unknown }).expressionTable);
  expect(there).toEqual(here);
});
