import type { Locator, Page } from '@playwright/test';

/** The table of texts and translations. */
export class Texts {
  readonly page: Page;
  readonly grid: Locator;
  readonly detail: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid', { name: 'Texts by language' });
    this.detail = page.getByRole('complementary', { name: 'Text', exact: true });
  }

  /** The line of an original; heads of groups are lines, too. */
  row(original: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByRole('gridcell') }).filter({ hasText: original });
  }

  /** A translation: the first language is 0. */
  cell(original: string, language: number): Locator {
    return this.row(original).getByRole('gridcell').nth(language);
  }

  /** Narrows the table to a state. */
  async show(state: string): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'State' }).getByRole('radio', { name: new RegExp(`^${state} ?\\d+$`) }).click();
  }

  /** Chooses something for all shown texts of a language. */
  async forAll(language: string, what: RegExp | string): Promise<void> {
    await this.grid.getByRole('button', { name: `Actions for ${language}` }).click();
    await this.page.getByRole('menuitem', { name: what }).click();
  }

  /** Opens the menu of files and chooses in it. */
  async file(what: RegExp | string): Promise<void> {
    await this.page.getByRole('button', { name: 'Import and export' }).click();
    await this.page.getByRole('menuitem', { name: what }).click();
  }
}
