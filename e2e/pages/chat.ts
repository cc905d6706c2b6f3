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

  /** Taps one of the options that can be tapped now, by its label; a note under the label does not matter. */
  async tap(label: string): Promise<void> {
    await this.root.getByRole('group').getByRole('button').filter({ has: this.root.getByText(label, { exact: true }) }).click();
  }

  /** The bot said this, as the last thing or before it. */
  async hears(text: string | RegExp): Promise<void> {
    await expect(this.log.locator('.bubble.bot').filter({ hasText: text }).last()).toBeVisible();
  }

  /** The last thing in the conversation is the bot's, and begins so. */
  async hearsLast(text: string): Promise<void> {
    await expect.poll(async () => (await this.bubbles()).at(-1)).toMatch(new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
  }

  /** Every bubble in order: what was said by whom. */
  async bubbles(): Promise<string[]> {
    return this.log.locator('.bubble:not(.dots)').allInnerTexts();
  }

  /** The contact leaves: their browser is closed with all it kept. */
  async close(): Promise<void> {
    if ('context' in this.root) await this.root.context().close();
  }
}
