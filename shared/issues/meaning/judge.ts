import { prepareExpression } from '../../expressions/prepareExpression.ts';
import type { Syntax } from '../../expressions/syntax.ts';
import type { Facts, Scope } from '../../expressions/types.ts';
import { partsOf, visitNames } from '../../expressions/walkSyntax.ts';

/** Functions whose result depends on nothing but their arguments; others (the clock, the contact, time zones) are not foreseen. */
const pure = new Set(['isSet', 'size', 'abs', 'average', 'capitalize', 'ceil', 'contains', 'endsWith', 'first', 'floor', 'indexOf', 'isMatch', 'join', 'last', 'lower', 'max', 'min',
  'number', 'range', 'remove', 'replace', 'reverse', 'round', 'slice', 'sort', 'split', 'startsWith', 'substring', 'sum', 'trim', 'unique', 'upper']);

/** Facts that no pure function looks at. */
const noFacts: Facts = {
  now: '1970-01-01T00:00:00.000Z', zone: 'UTC', offsets: [{ from: '1970-01-01T00:00:00.000Z', minutes: 0 }], language: 'en', seed: 1, channel: 'web', contact: { id: '', name: '' },
};

/** Where a condition stands, and which variable nobody has set. */
export interface JudgeQuestion {
  /** The text the syntax was parsed from. */
  cel: string;
  scope: Scope;
  unset: string | undefined;
}

/**
 * Whether a condition holds while the variable `unset` (if any) has not been set by anybody: true or false where that alone
 * decides it, undefined where other values do or it cannot be evaluated.
 */
export function judge(syntax: Syntax, question: JudgeQuestion): boolean | undefined {
  if (syntax.is === 'not') {
    const inside = judge(syntax.of, question);
    return inside === undefined ? undefined : !inside;
  }
  if (syntax.is === 'and' || syntax.is === 'or') {
    const [left, right] = [judge(syntax.left, question), judge(syntax.right, question)];
    const deciding = syntax.is === 'or';
    if (left === deciding || right === deciding) return deciding;
    return left === undefined || right === undefined ? undefined : !deciding;
  }
  if (!isForeseeable(syntax, question.unset)) return undefined;
  const evaluated = prepareExpression({ cel: question.cel.slice(syntax.from, syntax.to), type: { kind: 'boolean' } }, question.scope)(() => undefined, noFacts);
  return evaluated.ok ? evaluated.value === true : undefined;
}

function isForeseeable(syntax: Syntax, unset: string | undefined): boolean {
  let known = true;
  visitNames(syntax, ({ name }) => { known &&= name === unset; });
  return known && callsPure(syntax);
}

function callsPure(syntax: Syntax): boolean {
  if (syntax.is === 'call' && !pure.has(syntax.name)) return false;
  return partsOf(syntax).every(callsPure);
}

/** Functions that may give something else each time they are asked within one conversation. */
const changing = new Set(['now', 'today', 'timeNow', 'random', 'language']);

/** Whether a condition gives the same answer as long as its variables stay the same. */
export function isSteady(syntax: Syntax): boolean {
  if (syntax.is === 'call' && changing.has(syntax.name)) return false;
  return partsOf(syntax).every(isSteady);
}

/** Whether a condition can be evaluated whatever its variables hold: only then is `!x` false exactly when `x` is true. */
export function neverFails(syntax: Syntax): boolean {
  switch (syntax.is) {
    case 'name':
    case 'literal': return true;
    case 'call': return syntax.name === 'isSet';
    case 'field':
    case 'not':
    case 'and':
    case 'or': return partsOf(syntax).every(neverFails);
    case 'operator': return ['==', '!=', '<', '<=', '>', '>='].includes(syntax.operator) && partsOf(syntax).every(neverFails);
    default: return false;
  }
}
