import type { Locator, Page } from '@playwright/test';

/** The history as an author sees it: its line, and the stage beside it. */
export class HistoryView {
  readonly page: Page;
  readonly line: Locator;
  readonly comparison: Locator;

  constructor(page: Page) {
    this.page = page;
    this.line = page.getByRole('list', { name: 'History', exact: true });
    this.comparison = page.getByRole('region', { name: 'Comparison' });
  }

  /** Opens the history from the views of the designer. */
  async open(): Promise<void> {
    await this.page.getByRole('radio', { name: 'History' }).click();
  }

  /** A line of the history by its words. */
  row(words: string | RegExp): Locator {
    return this.line.locator(':scope > li').filter({ hasText: words });
  }

  /** Chooses an entry of a line's menu. */
  async act(words: string | RegExp, action: string): Promise<void> {
    await this.row(words).getByRole('button', { name: /^More for/ }).first().click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  /** The canvas of a version. */
  canvas(version: string | RegExp): Locator {
    return this.page.getByRole('application', { name: typeof version === 'string' ? `Canvas, ${version}` : version });
  }

  /** A line of the comparison by the name of the thing. */
  change(name: string | RegExp): Locator {
    return this.comparison.getByRole('list', { name: 'What is different' }).getByRole('listitem').filter({ hasText: name });
  }
}
