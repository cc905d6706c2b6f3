import { assertNever } from '../lib/assertNever.ts';
import type { Expression } from '../expressions/types.ts';
import type { ActionTemplate } from '../machine/action.ts';
import type { Transition } from '../machine/machine.ts';
import type { Drawing } from './paths/drawPlaces.ts';
import type { Place } from './paths/place.ts';

/** An expression of the machine with where it stands; `list` = what a loop goes through. */
export interface PlacedExpression {
  place: Place;
  expression: Expression;
  list: boolean;
}

/** Every expression of a machine, as often as it stands somewhere. */
export function expressionsOf(drawing: Drawing): PlacedExpression[] {
  return drawing.places.flatMap((place) => {
    const { entry, always, on, onError, wait } = place.state;
    const recogniser = wait?.for === 'message' ? wait.recogniser : undefined;
    const bounds = recogniser?.kind === 'date' ? [recogniser.earliest, recogniser.latest] : [];
    const transitions = [...always, ...Object.values(on).flat(), ...(onError ? [onError] : [])];
    return [
      ...[...entry.flatMap(ofAction), ...bounds.flatMap((bound) => bound ?? [])].map((expression) => ({ place, expression, list: false })),
      ...transitions.flatMap(ofTransition).map((found) => ({ place, ...found })),
    ];
  });
}

function ofTransition({ guard, set = [], cursor, call }: Transition): { expression: Expression; list: boolean }[] {
  const plain = [
    ...(guard?.is === 'true' ? [guard.expression] : []),
    ...set.flatMap(({ value }) => (value.from === 'expression' ? [value.expression] : [])),
    ...(call?.args ?? []).map(({ expression }) => expression),
  ];
  return [...plain.map((expression) => ({ expression, list: false })), ...(cursor?.step === 'start' ? [{ expression: cursor.list, list: true }] : [])];
}

function ofAction(action: ActionTemplate): Expression[] {
  switch (action.type) {
    case 'send':
    case 'openDialog': return [];
    case 'runCode': return action.input.map(({ expression }) => expression);
    case 'findRecords': return action.where.map(({ value }) => value);
    case 'addRecord':
    case 'changeRecord': return [action.key, ...action.fields.map(({ value }) => value)];
    case 'removeRecord': return [action.key];
    default: return assertNever(action);
  }
}
