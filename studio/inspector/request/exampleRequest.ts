import type { TryRequestBody } from '@parley/shared/api/requests';
import { compile } from '@parley/shared/compiler/compile';
import { templateOf } from '@parley/shared/engine/collect';
import { prepare } from '@parley/shared/engine/prepare';
import { fits } from '@parley/shared/expressions/fits';
import type { Expression, Facts, Parts, Template, ValueType } from '@parley/shared/expressions/types';
import { variablesOf } from '@parley/shared/expressions/variablesOf';
import { sampleValue } from '@parley/shared/engine/sampleValue';
import type { FlowSet } from '@parley/shared/flow/document';
import type { Json } from '@parley/shared/lib/json';
import type { TextRef } from '@parley/shared/machine/action';
import { evaluateHttpRequest } from '@parley/shared/machine/httpRequest';
import type { HttpRequestTemplate } from '@parley/shared/machine/httpRequest';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';

/** A variable that a request reads, and a value to begin with. */
export interface ExampleVariable {
  name: string;
  type: ValueType;
  text: string;
}

/** A node's request, ready to be made with example values. */
export interface ExampleRequest {
  variables: ExampleVariable[];
  /** The request with these values (as typed) in it; throws a sentence when it cannot be made. */
  make(values: Readonly<Record<string, string>>): TryRequestBody;
}

/** Reads an example value as typed; undefined when it is none of its type. Numbers, lists and objects are typed as JSON. */
export function readExample(type: ValueType, text: string): Json | undefined {
  const value = ['number', 'boolean', 'list', 'object', 'file'].includes(type.kind) ? parsed(text) : text;
  return fits(type, value) ? value : undefined;
}

/** The request a node asks for as drawn now; undefined when there is none. */
export function exampleRequest(set: FlowSet, { flow, node, nodeTypes }: { flow: string; node: string; nodeTypes: NodeTypes }): ExampleRequest | undefined {
  const machine = compile(set, nodeTypes);
  const action = machine.flows[flow]?.states[node]?.entry.find(({ type }) => type === 'httpRequest');
  const prepared = prepare(machine).flows.get(flow);
  if (action?.type !== 'httpRequest' || !prepared) return undefined;
  const { type: _, ...template } = action;
  const language = set.flows[flow]?.languages[0] ?? 'en';
  const templateAt = (ref: TextRef): Template => templateOf(machine.texts[ref.text] ?? {}, language, machine.languages);
  const variables = [...new Set(expressionsIn(template, templateAt).flatMap(variablesOf))].flatMap((name): ExampleVariable[] => {
    const variable = prepared.variable(name);
    return variable ? [{ name, type: variable.type, text: shown(isEmpty(variable.initial) ? sampleValue(variable.type) : variable.initial) }] : [];
  });
  return {
    variables,
    make(values) {
      const read = (name: string): Json | undefined => {
        const variable = variables.find((known) => known.name === name);
        return variable && readExample(variable.type, values[name] ?? variable.text);
      };
      const facts: Facts = { now: new Date().toISOString(), zone: 'UTC', offsets: [{ from: '1970-01-01T00:00:00.000Z', minutes: 0 }], language, seed: 1, channel: 'web', contact: { id: 'example', name: '' } };
      const text = (ref: TextRef): Parts => {
        const { parts, errors: [first] } = prepared.template(templateAt(ref))(read, facts);
        if (first) throw new Error(first.error);
        return parts;
      };
      const value = (expression: Expression): Json => {
        const got = prepared.expression(expression)(read, facts);
        if (!got.ok) throw new Error(got.error);
        return got.value;
      };
      const { method, url, query, headers, credential, body, timeoutMs, maxBytes } = evaluateHttpRequest(template, text, value);
      return { method, url, query, headers, timeoutMs, maxBytes, ...(credential !== undefined && { credential }), ...(body && { body }) };
    },
  };
}

function expressionsIn({ url, query, headers, body }: HttpRequestTemplate, template: (ref: TextRef) => Template): string[] {
  const texts = [url, ...[...query, ...headers].map(({ value }) => value), ...(body?.as === 'text' ? [body.text] : body?.as === 'form' ? body.fields.map(({ value }) => value) : [])];
  const shownIn = texts.flatMap((ref) => template(ref).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.cel])));
  return [...shownIn, ...(body?.as === 'json' ? body.json.map(({ value }) => value.cel) : [])];
}

const shown = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
const isEmpty = (value: Json): boolean => value === '' || value === 0 || value === false || value === null || (typeof value === 'object' && Object.keys(value).length === 0);

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
