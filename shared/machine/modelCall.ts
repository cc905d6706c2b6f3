import { isObject, own } from '../expressions/fits.ts';
import type { Expression, Parts, ValueType } from '../expressions/types.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { Authored, Maker } from '../messages/outgoing.ts';
import type { TextRef } from './textRef.ts';

/** What a model is used for; each role has its models in the order in which they are tried. */
export const modelRoles = ['fast', 'best', 'embedding', 'speech'] as const;
export type ModelRole = (typeof modelRoles)[number];

/** The roles that write. */
export const writingRoles = ['fast', 'best'] as const satisfies readonly ModelRole[];
export type WritingRole = (typeof writingRoles)[number];

/** A value a model is asked for: `as` is its name in the result, `name` and `help` are what the model reads. */
export interface ModelField {
  as: string;
  name: string;
  help: string;
  type: ValueType;
}

/** Something a model may choose. */
export interface ModelOption<Text> {
  id: string;
  label: Text;
  description?: Text;
  /** Sentences that mean it, one a line. */
  examples?: Text;
}

/** What a model is to give: a text (shown while it is made, if it is for the contact), typed values, or one of several options. */
export type ModelOutput<Text> =
  | { as: 'text'; mostLetters: number; streams: boolean }
  | { as: 'fields'; fields: ModelField[] }
  /** Below `least` (0 to 1) the outcome is `unsure`. */
  | { as: 'option'; options: ModelOption<Text>[]; least: number };

/** A flow of the bot that a model may call while it makes its answer. */
export interface ModelTool {
  /** A result with the outcome `tool:<id>` asks for it. */
  id: string;
  name: string;
  help: string;
  /** What it takes; `as` = the called flow's variable. */
  takes: ModelField[];
  /** Names of what it gives. */
  gives: string[];
}

/** A call that a model made of a flow, and what that gave; null = it failed. */
export interface ToolStep {
  tool: string;
  arguments: JsonObject;
  result: JsonObject | null;
}

/** The outcome by which a model asks for a flow. */
export const toolOutcome = (id: string): string => `tool:${id}`;

/** A call of a language model; `Text` and `Data` before and after evaluation. */
export interface ModelCall<Text, Data> {
  /** The node that asks, for the record of calls. */
  node: string;
  role: WritingRole;
  instructions: Text;
  /** Values handed over as data, by name: never part of the instructions. */
  data: Data;
  /** How many of the conversation's last messages go along. */
  history: number;
  output: ModelOutput<Text>;
  temperature?: number;
  mostTokens?: number;
  /** For all models that are tried together. */
  timeoutMs: number;
  tools?: ModelTool[];
  /** How many calls of flows it may make for one answer; after them it must give one. */
  mostCalls?: number;
}

/** A call as the machine holds it, and as the engine gives it out, with the language the contact reads. */
/** `exchange` names the calls of flows made so far, kept in the frame. */
export type ModelCallTemplate = ModelCall<TextRef, { name: string; expression: Expression }[]> & { exchange?: string };
export type EvaluatedModelCall = ModelCall<Parts, JsonObject> & { language: string; /** The calls of flows made so far for this answer. */ steps?: ToolStep[] };

/** What a call gave. `outcome`: `done`, the id of the chosen option, `unsure`, or `tool:<id>` with the arguments for that flow. */
export interface ModelResult {
  outcome: string;
  by: Maker;
  text?: string;
  /** By `as` of the fields. */
  values?: Record<string, Json>;
  /** How sure it is of the option, 0 to 1. */
  confidence?: number;
  /** For the flow that is asked for, by its variables. */
  arguments?: JsonObject;
  used: ModelUse;
}

/** What a call took; `model` null = the stand-in. */
export interface ModelUse {
  model: string | null;
  tokensIn: number;
  tokensOut: number;
  cost: number;
}

/** A call with its values and texts evaluated: values first, for they may fail where a text is only left empty. */
export function evaluateModelCall(
  { data, instructions, output, exchange, ...rest }: ModelCallTemplate,
  { language, steps, text, value }: { language: string; /** The steps of an exchange so far. */ steps(exchange: string): ToolStep[]; text(ref: TextRef): Parts; value(expression: Expression): Json },
): EvaluatedModelCall {
  const values = Object.fromEntries(data.map(({ name, expression }) => [name, value(expression)]));
  const made = exchange === undefined ? [] : steps(exchange);
  return { ...rest, ...(made.length > 0 && { steps: made }), language, data: values, instructions: text(instructions), output: output.as === 'option' ? { ...output, options: output.options.map(optionOf) } : output };

  function optionOf({ id, label, description, examples }: ModelOption<TextRef>): ModelOption<Parts> {
    return { id, label: text(label), ...(description && { description: text(description) }), ...(examples && { examples: text(examples) }) };
  }
}

/** The text an effect gave, as a message that says who made it; undefined when there is none at this place. */
export function messageOfResult(result: Json | undefined, path: readonly string[]): Extract<Authored, { type: 'text' }> | undefined {
  const said = path.reduce<Json | undefined>((inner, key) => (isObject(inner) ? own(inner, key) : undefined), result);
  if (typeof said !== 'string') return undefined;
  const by = isObject(result) ? own(result, 'by') : undefined;
  return { type: 'text', text: [{ value: said, name: 'answer' }], ...((by === 'model' || by === 'standIn') && { by }) };
}
