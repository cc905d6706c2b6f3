import type { Incoming } from '@parley/shared/messages/incoming';
import type { Ground } from '../host/talk.ts';
import type { SimulatedChannel } from '../SimulatorProps.ts';
import type { Simulation } from '../useSimulation.ts';

/** What everything on the phone stands on. */
export interface OnPhone {
  channel: SimulatedChannel;
  name: string;
  /** The bot's own, for the web chat; unset = the product's ink. */
  colour?: string | undefined;
  simulation: Simulation;
  ground: Ground;
  /** What a new conversation begins with. */
  opening: Incoming;
}
