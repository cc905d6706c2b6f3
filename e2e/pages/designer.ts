import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The designer as an author sees it. */
export class Designer {
  readonly page: Page;
  readonly canvas: Locator;
  readonly palette: Locator;
  readonly inspector: Locator;
  readonly issues: Locator;
  readonly simulator: Locator;

  constructor(page: Page) {
    this.page = page;
    this.canvas = page.getByRole('application', { name: 'Canvas' });
    this.palette = page.getByRole('complementary', { name: 'Palette' });
    this.inspector = page.getByRole('complementary', { name: 'Inspector' });
    this.issues = page.getByRole('region', { name: 'Issues', exact: true });
    this.simulator = page.getByRole('complementary', { name: 'Simulator' });
  }

  /** Opens a bot's drawing and waits until it is there, proven for the first time and at rest. */
  static async open(page: Page, url: string, bot: { id: string; flowId: string }): Promise<Designer> {
    await page.goto(`${url}/bots/${bot.id}/flows/${bot.flowId}`);
    const designer = new Designer(page);
    await expect(designer.card('Start')).toBeVisible();
    // The dock takes its room with the first proof, and the drawing moves for it.
    await expect(designer.issues.getByText(/Checked [\d,]+ node/)).toBeVisible();
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    return designer;
  }

  /** The card of a node by its title or, before it has one, its type. */
  card(title: string): Locator {
    return this.canvas.getByRole('group', { name: new RegExp(`(^|, )${escaped(title)}, `) });
  }

  cards(): Locator {
    return this.canvas.locator('[data-node]');
  }

  edges(): Locator {
    return this.canvas.locator('.react-flow__edge');
  }

  /** Chooses a card with the pointer: one whose middle is seen, for the canvas has nothing to scroll. Any other is gone to by its name. */
  async choose(title: string): Promise<void> {
    const heading = this.card(title).getByRole('heading', { level: 4 });
    await expect(heading).toBeInViewport({ ratio: 0.6, timeout: 5_000 });
    await heading.click();
  }

  /** Goes to a node by its name, as whoever does not see it does. */
  async goTo(title: string): Promise<void> {
    const page = this.canvas.page();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill(title);
    await page.getByRole('dialog').getByRole('group', { name: 'Go to' }).getByRole('option', { name: title }).first().click();
  }

  /** Clicks a node in the palette: it is added after the chosen one. */
  async add(type: string): Promise<void> {
    await this.palette.getByRole('option', { name: type, exact: true }).click();
  }

  /** Drags a node out of the palette to a place of the canvas. */
  async dragOut(type: string, at: { x: number; y: number }): Promise<void> {
    await this.palette.getByRole('option', { name: type, exact: true }).dragTo(this.canvas.locator('.react-flow__pane'), { targetPosition: at });
  }

  /** Drags from a way out of one card onto another card. */
  async connect(from: string, exit: string, to: string): Promise<void> {
    await this.handle(from, exit).dragTo(this.card(to).getByRole('heading', { level: 4 }));
  }

  /** Drags from a card's only way out to empty ground of the canvas, as a hand does: over several places. */
  async dropEdge(from: string, at: { x: number; y: number }): Promise<void> {
    await this.handle(from).hover();
    const page = this.canvas.page();
    const ground = await this.canvas.locator('.react-flow__pane').boundingBox();
    await page.mouse.down();
    await page.mouse.move((ground?.x ?? 0) + at.x, (ground?.y ?? 0) + at.y, { steps: 8 });
    await page.mouse.up();
  }

  /** The handle of a way out; a card with one way out has its handle in the header. */
  handle(title: string, exit?: string): Locator {
    const card = this.card(title);
    return exit ? card.locator('[data-exit]').filter({ hasText: new RegExp(`^${escaped(exit)}$`) }).locator('.react-flow__handle') : card.locator('.react-flow__handle.source');
  }

  /** A field of the inspector by its label. */
  field(label: string): Locator {
    return this.inspector.getByLabel(label, { exact: true });
  }

  /** Renames the chosen node in the inspector. */
  async rename(title: string): Promise<void> {
    await this.inspector.getByLabel('Title').fill(title);
    await this.inspector.getByLabel('Title').press('Enter');
  }

  async saved(): Promise<void> {
    await expect(this.page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();
  }

  async noIssues(): Promise<void> {
    await expect(this.issues.getByText(/^No issues\. Checked/)).toBeVisible();
  }

  /** What the canvas says about what is chosen, as a screen reader hears it. */
  spoken(): Locator {
    return this.canvas.getByRole('status');
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
