import { assertNever } from '../lib/assertNever.ts';
import type { Syntax } from './syntax.ts';

/** The parts directly inside a part, in the order they are written. */
export function partsOf(syntax: Syntax): Syntax[] {
  switch (syntax.is) {
    case 'literal':
    case 'name': return [];
    case 'field':
    case 'not':
    case 'negative': return [syntax.of];
    case 'index': return [syntax.of, syntax.at];
    case 'call': return syntax.args;
    case 'each': return [syntax.list, ...(syntax.where ? [syntax.where] : []), syntax.body];
    case 'list': return syntax.items;
    case 'object': return syntax.fields.map(({ value }) => value);
    case 'choose': return [syntax.condition, syntax.yes, syntax.no];
    case 'and':
    case 'or':
    case 'operator': return [syntax.left, syntax.right];
    default: return assertNever(syntax);
  }
}

/** Visits every variable an expression names; items of lists being gone through are not variables. */
export function visitNames(syntax: Syntax, visit: (name: Extract<Syntax, { is: 'name' }>) => void, items: readonly string[] = []): void {
  if (syntax.is === 'name') {
    if (!items.includes(syntax.name)) visit(syntax);
    return;
  }
  if (syntax.is !== 'each') {
    for (const part of partsOf(syntax)) visitNames(part, visit, items);
    return;
  }
  visitNames(syntax.list, visit, items);
  const inside = [...items, syntax.name];
  if (syntax.where) visitNames(syntax.where, visit, inside);
  visitNames(syntax.body, visit, inside);
}
