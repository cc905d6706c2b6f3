import type { History } from './history.ts';
import type { Circumstances } from './ready.ts';
import type { CallbackTrial, SimulatedChannel } from './SimulatorProps.ts';

/** What is kept of a simulated conversation while its panel is not on the screen. */
export interface Remembered {
  history?: History;
  /** What the drawing did when it was last talked to (`Ready.same`). */
  hadWith?: string;
  channel?: SimulatedChannel;
  circumstances?: Circumstances;
  /** A real address it waits at. */
  trial?: CallbackTrial | undefined;
}

const talks = new Map<string, Remembered>();

/** So many conversations are remembered, those had last. */
const most = 5;

/** What is remembered under a name: of a bot, its main flow. Opening another flow or panel must not lose a conversation. */
export function recall(name: string): Readonly<Remembered> {
  return talks.get(name) ?? {};
}

/** Keeps more of a conversation, until some others have been kept since. */
export function remember(name: string, more: Remembered): void {
  const kept = { ...talks.get(name), ...more };
  talks.delete(name);
  talks.set(name, kept);
  const [oldest] = talks.keys();
  if (talks.size > most && oldest !== undefined) talks.delete(oldest);
}
