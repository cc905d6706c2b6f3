import type { ChannelForDoor } from '@parley/db/queries/channelForDoor';
import type { Performers } from '../actions/index.ts';
import type { Callbacks } from '../callbacks/createCallbacks.ts';
import type { Context } from '../lib/context.ts';
import type { Models } from '../models/createModels.ts';
import type { Requests } from '../requests/createRequests.ts';
import type { TurnBus } from './bus.ts';
import type { TurnMetrics } from './metrics.ts';
import type { LoadedRelease } from './releases.ts';

/** Times that tests shorten. */
export interface TurnTimes {
  /** How long a lane is held without a beat. */
  leaseMs: number;
  /** Turns running longer than this are extended, this often. */
  beatMs: number;
  /** A turn's own deadline. */
  turnMs: number;
  sweepMs: number;
  /** Pauses before the second and the third attempt. */
  backoffMs: readonly number[];
  /** How long a delivery lease lasts. */
  deliveryLeaseMs: number;
}

/** The times of a real installation (DESIGN section 7). */
export const turnTimes: TurnTimes = { leaseMs: 10_000, beatMs: 3_000, turnMs: 60_000, sweepMs: 1_000, backoffMs: [1_000, 5_000], deliveryLeaseMs: 30_000 };

/** What the stages of a turn share. */
export interface TurnContext extends Pick<Context, 'clock' | 'db' | 'keys' | 'log' | 'publicFetch' | 'sandbox'> {
  /** This process's name as a holder of lanes. */
  owner: string;
  times: TurnTimes;
  performers: Performers;
  requests: Requests;
  callbacks: Callbacks;
  models: Models;
  bus: TurnBus;
  metrics: TurnMetrics;
  /** A file's address for other systems. */
  fileUrl(id: string): string;
  release(id: string): Promise<LoadedRelease>;
  channel(id: string): Promise<ChannelForDoor | undefined>;
  /** False while the process drains: turns are finished, no new ones taken. */
  takesWork(): boolean;
}
