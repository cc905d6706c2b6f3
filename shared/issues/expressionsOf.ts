import { assertNever } from '../lib/assertNever.ts';
import type { Expression, ValueType } from '../expressions/types.ts';
import type { ActionTemplate } from '../machine/action.ts';
import type { HttpRequestTemplate } from '../machine/httpRequest.ts';
import type { Transition } from '../machine/machine.ts';
import { expressionsOfMessage } from './expressionsOfMessage.ts';
import type { Drawing } from './paths/drawPlaces.ts';
import type { Place } from './paths/place.ts';

/** An expression of the machine with where it stands; `list` = what a loop goes through. */
export interface PlacedExpression {
  place: Place;
  expression: Expression;
  list: boolean;
  /** Set where an expression may speak of the answer to a question: its type. */
  answer?: ValueType;
}

/** Every expression of a machine, as often as it stands somewhere. */
export function expressionsOf(drawing: Drawing): PlacedExpression[] {
  const found: PlacedExpression[] = [];
  for (const place of drawing.places) {
    const add = (expression: Expression | undefined, list = false): void => {
      if (expression) found.push({ place, expression, list });
    };
    const { entry, always, on, onError, wait } = place.state;
    for (const action of entry) for (const expression of ofAction(action)) add(expression);
    const asks = wait?.for === 'message' ? wait : undefined;
    const recogniser = asks?.recogniser;
    if (asks?.check) found.push({ place, expression: asks.check.expression, list: false, answer: asks.check.answer });
    if (recogniser?.kind === 'date' || recogniser?.kind === 'when') [recogniser.earliest, recogniser.latest].forEach((bound) => add(bound));
    if (wait?.timeout && 'until' in wait.timeout) add(wait.timeout.until);
    for (const transition of always) ofTransition(transition, add);
    for (const transitions of Object.values(on)) for (const transition of transitions) ofTransition(transition, add);
    if (onError) ofTransition(onError, add);
  }
  return found;
}

function ofTransition({ guard, set = [], cursor, call }: Transition, add: (expression: Expression, list?: boolean) => void): void {
  if (guard?.is === 'true') add(guard.expression);
  if (guard?.is === 'means') add(guard.said);
  for (const { value } of set) if (value.from === 'expression') add(value.expression);
  for (const { expression } of call?.args ?? []) add(expression);
  if (cursor?.step === 'start') add(cursor.list, true);
}

function ofAction(action: ActionTemplate): Expression[] {
  switch (action.type) {
    case 'send': return expressionsOfMessage(action.message);
    case 'openDialog': return [];
    case 'openCallback': return [...action.inputs.map(({ expression }) => expression), ...(action.announce ? bodyExpressions(action.announce.request) : [])];
    case 'runCode': return action.input.map(({ expression }) => expression);
    case 'findRecords': return action.where.map(({ value }) => value);
    case 'addRecord':
    case 'changeRecord': return [action.key, ...action.fields.map(({ value }) => value)];
    case 'removeRecord': return [action.key];
    case 'httpRequest': return bodyExpressions(action);
    case 'fetchFile': return [action.url];
    case 'callModel': return action.data.map(({ expression }) => expression);
    default: return assertNever(action);
  }
}

function bodyExpressions({ body }: Pick<HttpRequestTemplate, 'body'>): Expression[] {
  return body?.as === 'json' ? body.json.map(({ value }) => value) : [];
}
