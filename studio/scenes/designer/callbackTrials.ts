import type { EvaluatedOpenCallback } from '@parley/shared/machine/callback';
import type { TryCallbackBody } from '@parley/shared/api/callbackTrials';
import { ApiFailure, sentenceOf } from '../../api/ApiFailure.ts';
import { hearCallbackTrial, leaveCallbackTrial, tryCallback } from '../../api/callbackTrials.ts';
import type { TryCallback } from '../../simulator/SimulatorProps.ts';

/** Tries out callbacks of this bot with the systems that call them, through the server. */
export function callbackTrials(botId: string): TryCallback {
  return {
    async open({ flow, node, contract, inputs, announce }) {
      try {
        const made = await tryCallback(botId, { flow, node, contract, inputs, ...(announce && { announce: announced(announce) }) });
        return made.ok ? { ...made, told: made.told } : { ...made, refused: true };
      } catch (error) {
        return { ok: false, error: sentenceOf(error), refused: false };
      }
    },
    async hear(id, signal) {
      try {
        return await hearCallbackTrial(id, signal);
      } catch (error) {
        // Deleted after its time.
        if (error instanceof ApiFailure && error.status === 404) return { state: 'over' };
        throw error;
      }
    },
    leave(id) {
      // One that cannot be told runs out by itself.
      leaveCallbackTrial(id).catch(() => undefined);
    },
  };
}

function announced({ request, addressIn }: NonNullable<EvaluatedOpenCallback['announce']>): NonNullable<TryCallbackBody['announce']> {
  const { method, url, query, headers, credential, body, timeoutMs, maxBytes, keyHeader, picks } = request;
  return { addressIn, request: { method, url, query, headers, timeoutMs, maxBytes, picks, ...(credential !== undefined && { credential }), ...(body && { body }), ...(keyHeader !== undefined && { keyHeader }) } };
}
