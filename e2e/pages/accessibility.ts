import { AxeBuilder } from '@axe-core/playwright';
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
    // Without a page of its own for the result, and without the list of what is right: a fifth of the time. No page here has frames.
    const axe = new AxeBuilder({ page }).options({ runOnly, resultTypes: ['violations'] }).setLegacyMode(true);
    const { violations } = await (within ? axe.include(within) : axe).analyze();
    found.push(...violations.map(({ id, nodes }) => `${what}, ${colorScheme}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`));
  }
  if (!scheme) await page.emulateMedia({ colorScheme: 'light' });
  return found;
}
