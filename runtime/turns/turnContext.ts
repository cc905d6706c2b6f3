import type { ChannelForDoor } from '@parley/db/queries/channelForDoor';
import type { ActionResult } from '@parley/shared/machine/action';
import type { Performers } from '../actions/index.ts';
import type { EffectTools } from '../actions/perform.ts';
import type { Callbacks } from '../callbacks/createCallbacks.ts';
import type { Channels } from '../channels/index.ts';
import type { Context } from '../lib/context.ts';
import type { Models } from '../models/createModels.ts';
import type { Requests } from '../requests/createRequests.ts';
import type { TurnBus } from './bus.ts';
import type { InboxEvent } from './inboxEvent.ts';
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
  /** When somebody writes, an effect that has been under way for this long goes on beside the conversation, where its wait says so. */
  patienceMs: number;
  sweepMs: number;
  /** Pauses before the second and the third attempt. */
  backoffMs: readonly number[];
  /** How long a delivery lease lasts. */
  deliveryLeaseMs: number;
}

/** The times of a real installation (DESIGN section 7). */
export const turnTimes: TurnTimes = { leaseMs: 10_000, beatMs: 3_000, turnMs: 60_000, patienceMs: 1_000, sweepMs: 1_000, backoffMs: [1_000, 5_000], deliveryLeaseMs: 30_000 };

/** See `TurnContext`; false = it stays with its turn. */
export type HandOver = (event: Extract<InboxEvent, { type: 'perform' }>, bot: string, later: Promise<ActionResult>) => Promise<boolean>;

/** What the stages of a turn share. */
export interface TurnContext extends Pick<Context, 'clock' | 'db' | 'keys' | 'log' | 'publicFetch' | 'sandbox'> {
  /** This process's name as a holder of lanes. */
  owner: string;
  times: TurnTimes;
  performers: Performers;
  channels: Channels;
  requests: Requests;
  callbacks: Callbacks;
  models: Models;
  fetchMedia: EffectTools['fetchMedia'];
  bus: TurnBus;
  metrics: TurnMetrics;
  /** A file's address for other systems. */
  fileUrl(id: string): string;
  release(id: string): Promise<LoadedRelease>;
  /** Lets an effect that has begun here go on in a lane of its own, as a deferred one; its result comes as an event. */
  handOver: HandOver;
  /** Effects that have begun in this process and whose turns went on without them, by their keys. */
  underWay: Map<string, Promise<ActionResult>>;
  channel(id: string): Promise<ChannelForDoor | undefined>;
  /** False while the process drains: turns are finished, no new ones taken. */
  takesWork(): boolean;
}
