import { expect, test } from '@playwright/test';
import { runExpressionTable } from '@parley/shared/expressions/runExpressionTable';
import { build } from 'esbuild';
import { root } from '../stack.ts';

test('the table of expressions means the same in the browser as in Node', async ({ page }) => {
  const here = runExpressionTable();
  expect(here.failed).toEqual([]);

  const { outputFiles } = await build({
    stdin: { contents: `import { runExpressionTable } from '@parley/shared/expressions/runExpressionTable'; globalThis.expressionTable = runExpressionTable();`, resolveDir: `${root}/e2e` },
    bundle: true, write: false, format: 'iife', platform: 'browser', target: 'es2022', conditions: ['source'],
  });
  await page.setContent('<!doctype html><title>Expressions</title>');
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  const there = await page.evaluate(() => (globalThis as unknown as { expressionTable: unknown }).expressionTable);
  expect(there).toEqual(here);
  expect(here.passed).toBeGreaterThanOrEqual(100);
});
