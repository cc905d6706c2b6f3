import type { Expression, Parts, ValueType } from '../expressions/types.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { TextRef } from './textRef.ts';

/** Methods of HTTP a flow can use. */
export const httpMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const;
export type HttpMethod = (typeof httpMethods)[number];

/** Steps into a JSON value: keys of objects, places of lists. */
export type JsonSteps = (string | number)[];

/** A header, a query parameter or a field of a form. */
export interface Named<Text> {
  name: string;
  value: Text;
}

/** What a request carries. JSON is built as JSON: each field is a value at a place, never pasted text. */
export type HttpBody<Text, Body> =
  | { as: 'json'; json: Body }
  | { as: 'form'; fields: Named<Text>[] }
  | { as: 'text'; text: Text; mime: string };

/** A request to another system; `Text` and `Body` before and after evaluation. */
export interface HttpRequest<Text, Body> {
  method: HttpMethod;
  url: Text;
  query: Named<Text>[];
  headers: Named<Text>[];
  /** Id of the credential that goes along. */
  credential?: string;
  body?: HttpBody<Text, Body>;
  /** For all attempts together. */
  timeoutMs: number;
  maxBytes: number;
  /** How often it is tried in all. */
  attempts: number;
  /** Doing it twice is as good as once. */
  repeatable: boolean;
  /** A header by which the other side knows repeats; its value is the same for every attempt. */
  keyHeader?: string;
  /** Answers with ways out of their own, the first that fits counts. */
  ranges: { exit: string; from: number; to: number }[];
  /** What is taken from the body of a good answer, by name. */
  picks: HttpPick[];
}

/** One value taken from an answer. */
export interface HttpPick {
  as: string;
  path: JsonSteps;
  type: ValueType;
  /** May be missing or null: then it is the type's zero. */
  optional: boolean;
}

/** A field of a JSON body before evaluation. */
export interface JsonField {
  path: string[];
  value: Expression;
}

/** A request as the machine holds it, and as the engine gives it out. */
export type HttpRequestTemplate = HttpRequest<TextRef, JsonField[]>;
export type EvaluatedHttpRequest = HttpRequest<Parts, JsonObject>;

/** What a request gave: how it ended (an exit of the node), the status of the answer (0 = none), and what was taken from it. */
export interface HttpResult {
  outcome: string;
  status: number;
  values: Record<string, Json>;
}

/** A request with its values and texts evaluated: values first, for they may fail where a text is only left empty. */
export function evaluateHttpRequest(request: HttpRequestTemplate, text: (ref: TextRef) => Parts, value: (expression: Expression) => Json): EvaluatedHttpRequest {
  const named = (list: Named<TextRef>[]): Named<Parts>[] => list.map((entry) => ({ name: entry.name, value: text(entry.value) }));
  const { url, query, headers, body, ...rest } = request;
  const sent = body && { body: bodyOf(body) };
  return { ...rest, url: text(url), query: named(query), headers: named(headers), ...sent };

  function bodyOf(given: NonNullable<HttpRequestTemplate['body']>): NonNullable<EvaluatedHttpRequest['body']> {
    switch (given.as) {
      case 'json': return { as: 'json', json: buildJson(given.json.map((field) => ({ path: field.path, value: value(field.value) }))) };
      case 'form': return { as: 'form', fields: named(given.fields) };
      case 'text': return { as: 'text', text: text(given.text), mime: given.mime };
    }
  }
}

/** An object with these values at their places; of two at one place the later counts. */
export function buildJson(fields: readonly { path: readonly string[]; value: Json }[]): JsonObject {
  const groups = new Map<string, { path: readonly string[]; value: Json }[]>();
  for (const { path: [key, ...rest], value } of fields) {
    if (key === undefined) continue;
    const inside = rest.length === 0 ? [] : (groups.get(key) ?? []).filter(({ path }) => path.length > 0);
    groups.set(key, [...inside, { path: rest, value }]);
  }
  return Object.fromEntries([...groups].map(([key, inside]) => {
    const [first] = inside;
    return [key, first?.path.length === 0 ? first.value : buildJson(inside)];
  }));
}
