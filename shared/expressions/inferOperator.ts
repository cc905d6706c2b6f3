import { describeInferred, unify } from './inferred.ts';
import type { Inferred } from './inferred.ts';
import type { Operator } from './syntax.ts';

type Found = { ok: true; type: Inferred } | { ok: false; message: string };
type Kind = Inferred['kind'];

/** Arithmetic by the kinds of both sides. */
const arithmetic: Record<string, Kind> = {
  'number + number': 'number', 'number - number': 'number', 'number * number': 'number', 'number / number': 'number', 'number % number': 'number',
  'text + text': 'text',
  'duration + duration': 'duration', 'duration - duration': 'duration', 'duration * number': 'duration', 'number * duration': 'duration', 'duration / number': 'duration',
  'datetime + duration': 'datetime', 'duration + datetime': 'datetime', 'datetime - duration': 'datetime', 'datetime - datetime': 'duration',
  'date + duration': 'date', 'duration + date': 'date', 'date - duration': 'date', 'date - date': 'duration',
  'time + duration': 'time', 'duration + time': 'time', 'time - duration': 'time', 'time - time': 'duration',
};

const ordered: readonly Kind[] = ['number', 'text', 'date', 'time', 'datetime', 'duration'];

/** The type an operator gives between two types, or why there is none. */
export function inferOperator(operator: Operator, left: Inferred, right: Inferred): Found {
  switch (operator) {
    case '==':
    case '!=': return unify(left, right)
      ? { ok: true, type: { kind: 'boolean' } }
      : { ok: false, message: `${capital(describeInferred(left))} is never the same as ${describeInferred(right)}.${compareHint(left, right)}` };
    case '<':
    case '<=':
    case '>':
    case '>=': return left.kind === right.kind && ordered.includes(left.kind)
      ? { ok: true, type: { kind: 'boolean' } }
      : { ok: false, message: `${operator} cannot compare ${describeInferred(left)} with ${describeInferred(right)}.${compareHint(left, right)}` };
    case 'in': return inList(left, right);
    default: return arithmeticOf(operator, left, right);
  }
}

function inList(left: Inferred, right: Inferred): Found {
  if (right.kind === 'text') return { ok: false, message: 'To look into a text, write contains(text, part).' };
  if (right.kind !== 'list') return { ok: false, message: `What stands after “in” must be a list, this is ${describeInferred(right)}.` };
  return unify(left, right.of)
    ? { ok: true, type: { kind: 'boolean' } }
    : { ok: false, message: `${capital(describeInferred(left))} is never in ${describeInferred(right)}.` };
}

function arithmeticOf(operator: Operator, left: Inferred, right: Inferred): Found {
  const kind = arithmetic[`${left.kind} ${operator} ${right.kind}`];
  if (operator === '+' && left.kind === 'list') {
    const list = unify(left, right);
    if (list) return { ok: true, type: list };
  }
  if (kind && kind !== 'list' && kind !== 'object') return { ok: true, type: { kind } };
  const hint = operator === '+' && (left.kind === 'text' || right.kind === 'text') ? ' Write string(…) around what is not a text.' : '';
  return { ok: false, message: `${operator} cannot be used between ${describeInferred(left)} and ${describeInferred(right)}.${hint}` };
}

function compareHint(left: Inferred, right: Inferred): string {
  const other = left.kind === 'text' ? right.kind : right.kind === 'text' ? left.kind : undefined;
  return other && ['date', 'time', 'datetime', 'duration', 'number'].includes(other) ? ` Write ${other}("…") around the text.` : '';
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
