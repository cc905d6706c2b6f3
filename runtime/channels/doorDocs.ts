import * as z from 'zod';
import { messagesQuerySchema, saySchema } from '@parley/shared/api/chat';
import { errorSchema } from '@parley/shared/api/common';
import { sentFileSchema, uploadQuerySchema } from '@parley/shared/api/media';
import { answerMessageSchema, incomingMessageSchema, outgoingSchema } from '@parley/shared/api/messages';
import { fileKinds } from '@parley/shared/messages/files';
import { restMessageSchema } from './rest/rest.ts';

const token = z.object({ token: z.string() });
const slug = z.object({ slug: z.string() });
const answer = z.object({
  turnId: z.string(),
  messages: z.array(answerMessageSchema),
}).meta({ id: 'RestAnswer' });
const taken = z.object({ turnId: z.string() }).meta({ id: 'RestTaken' });
const bot = z.object({ name: z.string(), colour: z.string(), language: z.string(), languages: z.array(z.string()), paused: z.boolean(), published: z.boolean(), takes: z.array(z.enum(fileKinds)) }).meta({ id: 'ChatBot' });
/** `url`: where its file is, for a day. */
const numbered = { no: z.number().int(), at: z.iso.datetime(), turn: z.string(), url: z.string().optional() };
const chatMessage = z.union([
  z.object({ ...numbered, direction: z.literal('in'), id: z.string(), message: incomingMessageSchema }),
  z.object({ ...numbered, direction: z.literal('out'), message: outgoingSchema, language: z.string(), error: z.boolean().optional() }),
]).meta({ id: 'ChatMessage' });
const refusals = (...statuses: number[]) => Object.fromEntries(statuses.map((status) => [status, { json: errorSchema }]));

/** What the API's docs say about the doors of the channels. */
export const doorDocs = [
  {
    method: 'post', path: '/channels/rest/:token/messages', id: 'restMessage', tag: 'Channels', summary: 'Say something as a contact; `?wait=1` waits for the answer', secured: false,
    params: token, query: z.object({ wait: z.enum(['0', '1']).optional() }), body: restMessageSchema,
    answers: { 200: { json: answer }, 202: { json: taken }, ...refusals(400, 404, 409, 413, 422, 429, 503) },
  },
  {
    method: 'get', path: '/channels/web/:slug', id: 'chatBot', tag: 'Channels', summary: 'What a chat page needs to know of a bot', secured: false,
    params: slug, query: undefined, body: undefined, answers: { 200: { json: bot }, ...refusals(404, 429) },
  },
  {
    method: 'post', path: '/channels/web/:slug/visitors', id: 'chatVisitor', tag: 'Channels', summary: 'Become a visitor: a bearer token for this bot', secured: false,
    params: slug, query: undefined, body: undefined, answers: { 201: { json: z.object({ visitor: z.string() }).meta({ id: 'ChatVisitor' }) }, ...refusals(404, 429) },
  },
  {
    method: 'get', path: '/channels/web/:slug/messages', id: 'chatMessages', tag: 'Channels', summary: 'The log after a message; `wait=1` waits for news', secured: true,
    params: slug, query: messagesQuerySchema, body: undefined, answers: { 200: { json: z.object({ items: z.array(chatMessage) }).meta({ id: 'ChatMessages' }) }, ...refusals(400, 401, 404, 429) },
  },
  {
    method: 'post', path: '/channels/web/:slug/messages', id: 'chatSay', tag: 'Channels', summary: 'Say something as a visitor', secured: true,
    params: slug, query: undefined, body: saySchema, answers: { 202: { json: z.object({ no: z.number().int() }).meta({ id: 'ChatSaid' }) }, ...refusals(400, 401, 404, 413, 429, 503) },
  },
  {
    method: 'post', path: '/channels/web/:slug/media', id: 'chatUpload', tag: 'Channels', summary: 'Give a file as a visitor, to be said in a message; the body as it is', secured: true,
    params: slug, query: uploadQuerySchema, body: undefined, upload: true, answers: { 201: { json: sentFileSchema }, ...refusals(400, 401, 404, 413, 422, 429, 503) },
  },
] as const;
