import { expect } from '@playwright/test';
import type { FrameLocator, Locator, Page } from '@playwright/test';

/** The chat page, or the frame the embed opens: what a contact sees and does. */
export class Chat {
  readonly log: Locator;
  readonly field: Locator;
  private readonly root: Page | FrameLocator;

  constructor(root: Page | FrameLocator) {
    this.root = root;
    this.log = root.getByRole('log');
    this.field = root.getByRole('textbox');
  }

  /** Types and sends. */
  async say(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  /** Taps one of the options that can be tapped now. */
  async tap(label: string): Promise<void> {
    await this.root.getByRole('button', { name: label, exact: true }).click();
  }

  /** The bot said this, as the last thing or before it. */
  async hears(text: string | RegExp): Promise<void> {
    await expect(this.log.locator('.bubble.bot').filter({ hasText: text }).last()).toBeVisible();
  }

  /** Every bubble in order: what was said by whom. */
  async bubbles(): Promise<string[]> {
    return this.log.locator('.bubble:not(.dots)').allInnerTexts();
  }
}
