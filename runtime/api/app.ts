import type { StudioEvents } from '@parley/shared/api/sockets';
import type { TrialEar } from '../callbacks/createTrialEar.ts';
import type { Context } from '../lib/context.ts';
import type { SetupGate } from '../people/setupGate.ts';

/** Tells the studios that have something open what changed there. */
export interface Announce {
  batch(event: StudioEvents['batch']): void;
  published(event: StudioEvents['published']): void;
  session(event: StudioEvents['session']): void;
  thread(event: StudioEvents['thread']): void;
  flows(event: StudioEvents['flows']): void;
  /** Tells accounts that a comment calls them, wherever they are. */
  mentioned(accounts: readonly string[], event: StudioEvents['mentioned']): void;
  /** Ends an account's connections, so that its next one has the access it has now. */
  accessChanged(account: string): void;
}

/** The rate limits there are. */
export type LimitName = 'api' | 'signIn' | 'refresh';

/** Requests allowed per minute and address. */
export type Limits = Readonly<Record<LimitName, number>>;

/** What the routes work with: the process's context and what belongs to the web service. */
export interface App extends Context {
  announce: Announce;
  setup: SetupGate;
  trialEar: TrialEar;
  limits: Limits;
}

/** The limits of a real installation. */
export const defaultLimits: Limits = { api: 1_200, signIn: 20, refresh: 60 };
