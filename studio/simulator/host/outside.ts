import { sampleValue } from '@parley/shared/engine/sampleValue';
import { isObject } from '@parley/shared/expressions/fits';
import { plainText } from '@parley/shared/expressions/encodeParts';
import type { Parts } from '@parley/shared/expressions/types';
import { assertNever } from '@parley/shared/lib/assertNever';
import type { Json, JsonObject } from '@parley/shared/lib/json';
import { toolOutcome } from '@parley/shared/machine/modelCall';
import type { ResultAction } from '@parley/shared/machine/action';

/** Effects that happen in other systems: here their author says what these answer. */
export type OutsideAction = Exclude<ResultAction, { type: 'runCode' | 'findRecords' | 'addRecord' | 'changeRecord' | 'removeRecord' | 'openCallback' }>;

/** Those that can be asked for real while drawing; a file that is fetched belongs to a conversation. */
export type AskableAction = Exclude<OutsideAction, { type: 'fetchFile' }>;

/** What the simulator says of an effect outside: what is asked, in short and in full, and an answer as it might come. */
interface Outside<Action> {
  asks(action: Action): string;
  details(action: Action): JsonObject;
  sample(action: Action): Json;
  /** How it can end, besides failing; names the node's own ways out. */
  outcomes(action: Action): string[];
}

/** Every kind of effect outside; a missing one does not compile. */
const outside: { readonly [Type in OutsideAction['type']]: Outside<Extract<OutsideAction, { type: Type }>> } = {
  callModel: {
    asks: ({ role, instructions }) => `${role}: ${plainText(instructions)}`,
    details: ({ data, history, output, tools = [], steps = [] }) => ({
      ...(tools.length > 0 && { mayCall: tools.map(({ id, name, takes }) => ({ name, answer: { outcome: toolOutcome(id), arguments: Object.fromEntries(takes.map(({ as, type }) => [as, sampleValue(type)])) } })) }),
      ...(steps.length > 0 && { called: steps.map(({ tool, arguments: given, result }) => ({ name: tools.find(({ id }) => id === tool)?.name ?? tool, arguments: given, result })) }),
      ...(Object.keys(data).length > 0 && { data }), ...(history > 0 && { history }),
      ...(output.as === 'option' && { options: output.options.map(({ id, label }) => `${id}: ${plainText(label)}`) }),
    }),
    sample: ({ output }) => sampleOfModel(output),
    outcomes: ({ output, tools = [] }) => [...(output.as === 'option' ? [...output.options.map(({ id }) => id), 'unsure'] : ['done']), ...tools.map(({ id }) => toolOutcome(id))],
  },
  fetchFile: {
    asks: ({ url }) => `GET ${url}`,
    details: () => ({}),
    sample: () => ({ id: 'sample', mime: 'image/png', name: 'photo.png', bytes: 1_000 }),
    outcomes: () => ['done'],
  },
  httpRequest: {
    asks: ({ method, url }) => `${method} ${plainText(url)}`,
    details: ({ query, body }) => ({ ...(query.length > 0 && { query: named(query) }), ...(body?.as === 'json' && { body: body.json }), ...(body?.as === 'form' && { form: named(body.fields) }), ...(body?.as === 'text' && { body: plainText(body.text) }) }),
    sample: ({ picks }) => ({ outcome: 'ok', status: 200, values: Object.fromEntries(picks.map(({ as, type }) => [as, sampleValue(type)])) }),
    outcomes: ({ ranges }) => [...new Set(['ok', ...ranges.map(({ exit }) => exit), 'clientError', 'serverError', 'timeout'])],
  },
};

const known: ReadonlySet<string> = new Set(Object.keys(outside));

/** Whether an effect happens in another system. An address for callbacks is made here. */
export function isOutside(action: ResultAction): action is OutsideAction {
  return known.has(action.type);
}

/** Whether it can be asked for real. */
export function isAskable(action: OutsideAction): action is AskableAction {
  return action.type !== 'fetchFile';
}

/** What is asked of another system, in one line. */
export function asksOf(action: OutsideAction): string {
  return of(action).asks(action);
}

/** What goes along, to be looked at. */
export function detailsOf(action: OutsideAction): JsonObject {
  return of(action).details(action);
}

/** An answer as it might come, its values of their types. */
export function sampleOf(action: OutsideAction): Json {
  return of(action).sample(action);
}

/** How an effect can end, besides failing. */
export function outcomesOf(action: OutsideAction): string[] {
  return of(action).outcomes(action);
}

/** An answer that ends in this way: what is taken from a good one only is not there. */
export function sampleEnding(action: OutsideAction, outcome: string): Json {
  const sample = sampleOf(action);
  const tool = action.type === 'callModel' ? action.tools?.find(({ id }) => toolOutcome(id) === outcome) : undefined;
  if (isObject(sample) && tool) return { by: 'model', used: sample['used'] ?? null, outcome, arguments: Object.fromEntries(tool.takes.map(({ as, type }) => [as, sampleValue(type)])) };
  if (!isObject(sample) || action.type !== 'httpRequest') return isObject(sample) ? { ...sample, outcome } : sample;
  const range = action.ranges.find(({ exit }) => exit === outcome);
  const status = range?.from ?? ({ clientError: 404, serverError: 500, timeout: 0 }[outcome] ?? 200);
  return { outcome, status, values: outcome === 'ok' ? sample['values'] ?? {} : {} };
}

/** What a model might give: a text, a value for every field, the first option. */
function sampleOfModel(output: Extract<OutsideAction, { type: 'callModel' }>['output']): Json {
  const by = { by: 'model', used: { model: null, tokensIn: 0, tokensOut: 0, cost: 0 } };
  switch (output.as) {
    case 'text': return { ...by, outcome: 'done', text: String(sampleValue({ kind: 'text' })) };
    case 'fields': return { ...by, outcome: 'done', values: Object.fromEntries(output.fields.map(({ as, type }) => [as, sampleValue(type)])) };
    case 'option': return { ...by, outcome: output.options[0]?.id ?? 'unsure', confidence: 0.9 };
    default: return assertNever(output);
  }
}

/** The mapped type pairs every type with its own line; the compiler cannot follow that through a union. */
function of<One extends OutsideAction>(action: One): Outside<One> {
  return outside[action.type] as unknown as Outside<One>;
}

function named(list: readonly { name: string; value: Parts }[]): JsonObject {
  return Object.fromEntries(list.map(({ name, value }) => [name, plainText(value)]));
}
