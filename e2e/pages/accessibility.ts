import axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';

/** WCAG 2.2, levels A and AA. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What of the page is looked at, and in which colours. */
export interface Looked {
  /** A CSS selector; unset = the whole page. */
  within?: string;
  /** Unset = light, then dark, and light again. */
  scheme?: 'light' | 'dark';
  /** What is to be seen, for the reader of a failure. */
  what?: string;
}

/** What axe finds on the page as it is, in light by every rule and in dark by its colours, for it has nothing else of its own. */
export async function accessibility(page: Page, { within, scheme, what = 'the page' }: Looked = {}): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of scheme ? [scheme] : (['light', 'dark'] as const)) {
    await page.emulateMedia({ colorScheme });
    const runOnly = colorScheme === 'light' || scheme ? { type: 'tag' as const, values: tags } : { type: 'rule' as const, values: ['color-contrast'] };
    const violations = await run(page, within, { runOnly, resultTypes: ['violations'] });
    found.push(...violations.map(({ id, at }) => `${what}, ${colorScheme}: ${id} ${at.join(', ')}`));
  }
  if (!scheme) await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** One run of axe in the page, which is given it once: to read it anew for every run was half of the time. No page here has frames. */
async function run(page: Page, within: string | undefined, options: RunOptions): Promise<{ id: string; at: string[] }[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async ([selector, how]) => {
    const { axe: engine } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await engine.run(selector ?? document, how);
    return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(' ')) }));
  }, [within, options] as const);
}
