import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message of a prompt, as it came over the wire. */
export interface WireMessage {
  role: string;
  content: string;
  tool_calls?: { id: string; type: string; function: { name: string; arguments: string } }[];
  tool_call_id?: string;
}

/** One request for a chat completion, as it came over the wire. */
export interface WireRequest {
  model: string;
  messages: WireMessage[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  temperature?: number;
  max_tokens?: number;
  max_completion_tokens?: number;
  tools?: { type: string; function: { name: string; description?: string; parameters: WireSchema; strict?: boolean } }[];
  tool_choice?: string;
  response_format?: { type: string; json_schema?: { name: string; strict?: boolean; schema: WireSchema } };
}

/** As much of a JSON schema as strict mode takes. */
interface WireSchema {
  type: string;
  properties?: Record<string, WireSchema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: WireSchema;
  enum?: string[];
}

/** What a model of the endpoint does with a request. */
export type Mood =
  /** Answers with these pieces, one chunk each; `gapMs` between them. `until` holds the rest back until it resolves. */
  | { says: string[]; gapMs?: number; until?: Promise<void> }
  | { status: number; message?: string; param?: string }
  /** Asks for a function with these arguments, in two pieces. */
  | { calls: string; arguments: object }
  /** Takes the request and never answers. */
  | { hangs: true }
  /** Says this much and then breaks the connection. */
  | { breaksAfter: string[] }
  | { declines: string };

/** An endpoint that speaks OpenAI's protocol. */
export interface ModelEndpoint {
  /** Its base address, with /v1. */
  url: string;
  /** Every request for a chat completion, in order, refused ones included. */
  asked: WireRequest[];
  /** What a model does from now on, decided for each request. */
  on(model: string, mood: Mood | ((request: WireRequest) => Mood)): void;
  stop(): Promise<void>;
}

/** What an endpoint insists on. */
export interface EndpointOptions {
  key?: string;
  /** Most tokens of one request, at four characters each; beyond it is refused as the real one does. */
  contextTokens?: number;
}

/**
 * Starts an endpoint that speaks the wire format of https://platform.openai.com/docs/api-reference/chat: chat completions as JSON or as
 * server-sent events with usage in the last chunk, embeddings, errors in their envelope. What a strict schema must have is checked.
 */
export async function startModelEndpoint({ key = 'sk-test', contextTokens = 8_000 }: EndpointOptions = {}): Promise<ModelEndpoint> {
  const moods = new Map<string, (request: WireRequest) => Mood>();
  const asked: WireRequest[] = [];

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => refuse(response, 500, String(error)));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (request.headers.authorization !== `Bearer ${key}`) return refuse(response, 401, 'Incorrect API key provided.', undefined, 'invalid_api_key');
    if (request.method === 'POST' && request.url === '/v1/embeddings') return embed(JSON.parse(body) as { model: string; input: string }, response);
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') return refuse(response, 404, `Unknown request URL: ${request.method} ${request.url}.`);
    const wanted = JSON.parse(body) as WireRequest;
    asked.push(wanted);
    const mood = moods.get(wanted.model)?.(wanted);
    if (!mood) return refuse(response, 404, `The model '${wanted.model}' does not exist.`, undefined, 'model_not_found');
    const problem = problemOf(wanted, contextTokens);
    if (problem) return refuse(response, 400, problem.message, problem.param);
    if ('status' in mood) return refuse(response, mood.status, mood.message ?? 'Something is wrong.', mood.param);
    if ('hangs' in mood) return;
    await speak(wanted, mood, response);
  }

  function embed({ model, input }: { model: string; input: string }, response: ServerResponse): void {
    if (!moods.has(model)) return refuse(response, 404, `The model '${model}' does not exist.`, undefined, 'model_not_found');
    const tokens = tokensIn(input);
    json(response, 200, { object: 'list', model, data: [{ object: 'embedding', index: 0, embedding: [0.1, 0.2, 0.3] }], usage: { prompt_tokens: tokens, total_tokens: tokens } });
  }

  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    on: (model, mood) => moods.set(model, typeof mood === 'function' ? mood : () => mood),
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

async function speak(wanted: WireRequest, mood: Exclude<Mood, { status: number } | { hangs: true }>, response: ServerResponse): Promise<void> {
  const pieces = 'says' in mood ? mood.says : 'breaksAfter' in mood ? mood.breaksAfter : [];
  const limit = wanted.max_completion_tokens ?? wanted.max_tokens ?? Infinity;
  const whole = pieces.join('');
  const cut = whole.slice(0, limit * 4);
  const finish = cut.length < whole.length ? 'length' : 'stop';
  const usage = { prompt_tokens: tokensIn(wanted.messages.map(({ content }) => content).join('')), completion_tokens: tokensIn(cut), total_tokens: 0 };
  usage.total_tokens = usage.prompt_tokens + usage.completion_tokens;
  const head = { id: 'chatcmpl-1', created: 1_790_000_000, model: wanted.model };
  if (!wanted.stream) return json(response, 200, { ...head, object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content: cut }, finish_reason: finish }], usage });
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const chunk = (delta: object, finished: string | null): void => {
    response.write(`data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finished }] })}\n\n`);
  };
  chunk({ role: 'assistant', content: '' }, null);
  if ('declines' in mood) chunk({ refusal: mood.declines }, null);
  if ('calls' in mood) {
    const given = JSON.stringify(mood.arguments);
    chunk({ tool_calls: [{ index: 0, id: 'call_x', type: 'function', function: { name: mood.calls, arguments: '' } }] }, null);
    for (const piece of [given.slice(0, 5), given.slice(5)]) chunk({ tool_calls: [{ index: 0, function: { arguments: piece } }] }, null);
  }
  let left = cut;
  for (const [place, piece] of pieces.entries()) {
    if (left === '') break;
    if (place > 0 && 'says' in mood && mood.gapMs) await later(mood.gapMs);
    if (place > 0 && 'says' in mood) await mood.until;
    chunk({ content: left.slice(0, piece.length) }, null);
    left = left.slice(piece.length);
  }
  if ('breaksAfter' in mood) {
    // What was written must be on its way before the connection is gone.
    await later(50);
    response.destroy();
    return;
  }
  chunk({}, 'calls' in mood ? 'tool_calls' : finish);
  if (wanted.stream_options?.include_usage) response.write(`data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: [], usage })}\n\n`);
  response.end('data: [DONE]\n\n');
}

/** What the real endpoint refuses with 400. */
function problemOf({ messages, response_format: format, temperature, max_completion_tokens: most, tools }: WireRequest, contextTokens: number): { message: string; param: string } | undefined {
  if (!Array.isArray(messages) || messages.length === 0) return { message: "Invalid 'messages': empty array.", param: 'messages' };
  if (messages.some(({ role, content }) => !['system', 'user', 'assistant', 'tool'].includes(role) || typeof content !== 'string')) return { message: "Invalid value in 'messages'.", param: 'messages' };
  const tokens = tokensIn(messages.map(({ content }) => content).join(''));
  if (tokens > contextTokens) return { message: `This model's maximum context length is ${contextTokens} tokens. However, your messages resulted in ${tokens} tokens.`, param: 'messages' };
  if (temperature !== undefined && (temperature < 0 || temperature > 2)) return { message: "Invalid 'temperature': must be between 0 and 2.", param: 'temperature' };
  if (most !== undefined && most < 1) return { message: "Invalid 'max_completion_tokens': integer below minimum value.", param: 'max_completion_tokens' };
  const tool = toolProblem(messages, tools);
  if (tool) return tool;
  if (!format || format.type !== 'json_schema') return undefined;
  if (!format.json_schema || !/^[\w-]{1,64}$/.test(format.json_schema.name)) return { message: "Invalid 'response_format.json_schema.name'.", param: 'response_format.json_schema.name' };
  const problem = format.json_schema.strict ? strictProblem(format.json_schema.schema, []) : undefined;
  return problem === undefined ? undefined : { message: `Invalid schema for response_format 'answer': ${problem}`, param: 'response_format' };
}

/** Every answer of a function belongs to a call before it, and every call is answered; strict functions have strict schemas. */
function toolProblem(messages: readonly WireMessage[], tools: WireRequest['tools']): { message: string; param: string } | undefined {
  const open = new Set<string>();
  for (const { role, tool_calls: calls = [], tool_call_id: answered } of messages) {
    if (role === 'tool' && !open.delete(answered ?? '')) return { message: "Messages with role 'tool' must be a response to a preceding message with 'tool_calls'.", param: 'messages' };
    if (role !== 'tool' && open.size > 0) return { message: "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'.", param: 'messages' };
    for (const { id } of calls) open.add(id);
  }
  if (open.size > 0) return { message: "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'.", param: 'messages' };
  for (const { function: { name, parameters, strict } } of tools ?? []) {
    if (!/^[\w-]{1,64}$/.test(name)) return { message: "Invalid 'tools[0].function.name'.", param: 'tools' };
    const problem = strict ? strictProblem(parameters, []) : undefined;
    if (problem !== undefined) return { message: `Invalid schema for function '${name}': ${problem}`, param: 'tools' };
  }
  return undefined;
}

function strictProblem(schema: WireSchema, path: readonly string[]): string | undefined {
  const at = `In context=(${path.join(', ')})`;
  if (schema.type === 'array') return schema.items ? strictProblem(schema.items, [...path, 'items']) : `${at}, array schema missing items.`;
  if (schema.type !== 'object') return undefined;
  if (schema.additionalProperties !== false) return `${at}, 'additionalProperties' is required to be supplied and to be false.`;
  const names = Object.keys(schema.properties ?? {});
  if (names.some((name) => !schema.required?.includes(name))) return `${at}, 'required' is required to be supplied and to be an array including every key in properties.`;
  return Object.entries(schema.properties ?? {}).map(([name, inner]) => strictProblem(inner, [...path, 'properties', name])).find((problem) => problem !== undefined);
}

const tokensIn = (text: string): number => Math.ceil(text.length / 4);
const later = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, message: string, param?: string, code?: string): void {
  json(response, status, { error: { message, type: status === 429 ? 'rate_limit_exceeded' : status >= 500 ? 'server_error' : 'invalid_request_error', param: param ?? null, code: code ?? null } });
}
