import { errorSchema } from '@parley/shared/api/common';
import type * as z from 'zod';
import { collectJsonSchemas } from './jsonSchemas.ts';
import type { JsonSchema, JsonSchemas } from './jsonSchemas.ts';
import type { Route } from './route.ts';

/** An address as the docs know it: routes of the API are described by themselves, others by hand beside their code. */
export type Documented = Pick<Route, 'method' | 'path' | 'id' | 'tag' | 'summary' | 'params' | 'query' | 'body' | 'upload'> & {
  /** Answers by status: JSON of a schema, text or a file of a type, or nothing. */
  answers: Record<number, { json: z.ZodType } | { text: string } | { file: string } | null>;
  secured: boolean;
};

/** An OpenAPI 3.1 document: plain JSON. */
export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: JsonSchema };
}

/** One method of one address. */
export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  security?: Record<string, string[]>[];
  parameters?: JsonSchema[];
  requestBody?: JsonSchema;
  responses: Record<string, { description: string; content?: Record<string, { schema: JsonSchema }> }>;
}

const words: Readonly<Record<number, string>> = {
  202: 'Taken; the answer comes later',
  400: 'Something in the request cannot be read; `fields` says what',
  401: 'Nobody is signed in',
  403: 'The account may not do this',
  404: 'There is no such thing',
  409: 'It has changed, or is there already',
  410: 'It is over',
  413: 'The body is too large',
  422: 'It cannot be done as things are; `fields` says why',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not ready, or on its way down',
};

/** A route of the API as the docs know it. */
export function documentRoute(route: Route): Documented {
  const { method, path, id, tag, summary, params, query, body, upload, reply, refusals = {} } = route;
  const own = Object.fromEntries(Object.entries(refusals).flatMap(([status, schema]) => (schema ? [[Number(status), { json: schema }]] : [])));
  const usual = Object.fromEntries(usualRefusals(route).map((status) => [status, { json: errorSchema }]));
  const good = 'json' in reply ? { json: reply.json } : 'file' in reply ? { file: reply.file } : { text: reply.text.split(';')[0] ?? reply.text };
  return { method, path, id, tag, summary, params, query, body, ...(upload && { upload }), secured: route.policy.who !== 'anyone', answers: { [reply.status]: good, ...usual, ...own } };
}

/** Which refusals a route of this kind may give. */
function usualRefusals({ params, body, query, upload }: Route): number[] {
  return [...(body || query ? [400] : []), 401, 403, ...(params || query ? [404] : []), 409, 410, ...(body || upload ? [413, 422] : []), 429, 500];
}

/** The document made last, and what of. */
let made: { of: readonly (Route | Documented)[]; document: OpenApiDocument } | undefined;

/** The document of these routes and of what is described by hand; made once as long as they are the same. */
export function openApiOf(routes: readonly Route[], documented: readonly Documented[]): OpenApiDocument {
  const of = [...routes, ...documented];
  if (made?.of.length !== of.length || made.of.some((each, at) => each !== of[at])) made = { of, document: makeOpenApi([...routes.map(documentRoute), ...documented]) };
  return made.document;
}

/** Makes the document from the same schemas that parse requests and that the studio reads answers by. */
export function makeOpenApi(documented: readonly Documented[]): OpenApiDocument {
  const schemas = collectJsonSchemas();
  const paths: OpenApiDocument['paths'] = {};
  // Answers first: their shapes have the plain names.
  const answered = documented.map((route) => ({ route, responses: responsesOf(route, schemas) }));
  for (const { route, responses } of answered) {
    const path = route.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: { ...operationOf(route, schemas), responses } };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Parley', version: '1', description: 'Ids are opaque strings. Lists are `{items, next?}`: give `next` back as `after`. Every refusal is `{error: {code, message, fields, requestId}}`.' },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: schemas.components, securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', description: 'From `POST /api/v1/auth/sign-in`' } } },
  };
}

function operationOf({ id, tag, summary, params, query, body, upload, secured }: Documented, schemas: JsonSchemas): Omit<Operation, 'responses'> {
  const parameters = [...parametersOf(params, 'path', schemas), ...parametersOf(query, 'query', schemas)];
  return {
    operationId: id, tags: [tag], summary,
    ...(secured ? { security: [{ accessToken: [] }] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: schemas.of(body, 'input') } } } } : {}),
    ...(upload ? { requestBody: { required: true, content: { '*/*': { schema: { type: 'string', format: 'binary' } } } } } : {}),
  };
}

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query', schemas: JsonSchemas): JsonSchema[] {
  return Object.entries(schema?.shape ?? {}).map(([name, inner]) => ({
    name, in: where, required: where === 'path' || !inner.safeParse(undefined).success, schema: schemas.of(inner, 'input'),
  }));
}

function responsesOf({ answers }: Documented, schemas: JsonSchemas): Operation['responses'] {
  return Object.fromEntries(Object.entries(answers).map(([status, answer]) => {
    const description = words[Number(status)] ?? 'Done';
    if (!answer) return [status, { description }];
    if ('text' in answer) return [status, { description, content: { [answer.text]: { schema: { type: 'string' } } } }];
    if ('file' in answer) return [status, { description, content: { [answer.file]: { schema: { type: 'string', format: 'binary' } } } }];
    return [status, { description, content: { 'application/json': { schema: schemas.of(answer.json, 'output') } } }];
  }));
}
