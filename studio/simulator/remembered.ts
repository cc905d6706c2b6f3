import type { History } from './history.ts';
import type { OutsideAnswer } from './host/outsideAt.ts';
import type { Circumstances } from './ready.ts';
import type { SimulatedChannel } from './SimulatorProps.ts';

/** What is kept of a bot's simulator while its panel is not on the screen. */
export interface Remembered {
  history?: History;
  /** What the drawing did when it was last talked to (`Ready.same`). */
  hadWith?: string;
  channel?: SimulatedChannel;
  circumstances?: Circumstances;
  /** What other systems always answer, by `keyOf`. */
  standing?: Readonly<Record<string, OutsideAnswer>>;
}

const bots = new Map<string, Remembered>();

/** So many bots are remembered, those talked to last. */
const most = 5;

/** What is remembered of the bot with this main flow. Opening another flow or panel must not lose a conversation. */
export function recall(main: string): Readonly<Remembered> {
  return bots.get(main) ?? {};
}

/** Keeps more of a bot's simulator, until some others have been kept since. */
export function remember(main: string, more: Remembered): void {
  const kept = { ...bots.get(main), ...more };
  bots.delete(main);
  bots.set(main, kept);
  const [oldest] = bots.keys();
  if (bots.size > most && oldest !== undefined) bots.delete(oldest);
}
