import OpenAI from 'openai';
import type { ModelFault } from './modelFailure.ts';

/** What an error of the client means. */
export function faultOf(error: unknown): ModelFault {
  if (error instanceof OpenAI.APIUserAbortError || error instanceof OpenAI.APIConnectionTimeoutError) return 'timedOut';
  if (error instanceof OpenAI.APIConnectionError) return 'unreachable';
  const status = error instanceof OpenAI.APIError ? error.status : undefined;
  if (status === 401 || status === 403) return 'signedOut';
  if (status === 404) return 'missing';
  if (status === 429) return 'busy';
  if (status === 408 || status === 504) return 'timedOut';
  return status !== undefined && status >= 400 && status < 500 ? 'refused' : 'broken';
}
