import { callbackTrialSchema, triedCallbackSchema } from '@parley/shared/api/callbackTrials';
import type { TryCallbackBody } from '@parley/shared/api/callbackTrials';
import { emptySchema } from '@parley/shared/api/common';
import { ask } from './client.ts';

/** Seconds one request waits; another one goes on waiting. */
const waitSeconds = 15;

/** Makes a real address to be called back at, for one person in the simulator. */
export const tryCallback = (botId: string, body: TryCallbackBody) => ask({ method: 'POST', path: `/bots/${botId}/callback-trials`, body, answer: triedCallbackSchema });

/** What was called back there; waits for it a while. */
export const hearCallbackTrial = (id: string, signal: AbortSignal) => ask({ path: `/callback-trials/${id}`, query: { wait: waitSeconds }, answer: callbackTrialSchema, signal });

/** Goes on without it. */
export const leaveCallbackTrial = (id: string) => ask({ method: 'DELETE', path: `/callback-trials/${id}`, answer: emptySchema });
