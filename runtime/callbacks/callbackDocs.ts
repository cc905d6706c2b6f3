import * as z from 'zod';
import { errorSchema } from '@parley/shared/api/common';
import { callbackBodySchema } from './door.ts';

const reference = z.object({ reference: z.string() });
const awaited = z.object({
  inputs: z.record(z.string(), z.json()),
  codes: z.array(z.object({ code: z.string(), label: z.string() })),
  outputs: z.array(z.object({ name: z.string(), type: z.json(), required: z.boolean().optional() })),
  expiresAt: z.iso.datetime(),
}).meta({ id: 'CallbackAwaited' });
const refusals = (...statuses: number[]) => Object.fromEntries(statuses.map((status) => [status, { json: errorSchema }]));

/** What the API's docs say about callbacks. */
export const callbackDocs = [
  {
    method: 'get', path: '/callbacks/:reference', id: 'callbackAwaited', tag: 'Callbacks', summary: 'What a conversation waits for; changes nothing', secured: false,
    params: reference, query: undefined, body: undefined, answers: { 200: { json: awaited }, ...refusals(404, 410, 429) },
  },
  {
    method: 'post', path: '/callbacks/:reference', id: 'callBack', tag: 'Callbacks', summary: 'Answer a conversation that waits, once', secured: false,
    params: reference, query: undefined, body: callbackBodySchema, answers: { 200: { json: z.object({ status: z.literal('taken') }).meta({ id: 'CallbackTaken' }) }, ...refusals(400, 404, 410, 413, 429) },
  },
] as const;
