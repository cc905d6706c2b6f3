import type { CallableModel } from '@parley/db/queries/models';
import OpenAI from 'openai';
import type { Keys } from '../lib/keys.ts';

/** A client of an endpoint. The owner chose its address, so it may be in a private network. Nothing of it is read from the environment. */
export function openEndpoint({ baseUrl, key, endpoint }: Pick<CallableModel, 'baseUrl' | 'key' | 'endpoint'>, keys: Pick<Keys, 'open'>): OpenAI {
  const apiKey = key === null ? 'none' : keys.open(key, endpoint);
  return new OpenAI({
    baseURL: baseUrl, apiKey, organization: null, project: null, maxRetries: 0, logLevel: 'off',
    // The models of a role are the retries; an answer that comes word by word may take as long as its call is given.
    timeout: 600_000,
    ...(key === null && { defaultHeaders: { Authorization: null } }),
  });
}
