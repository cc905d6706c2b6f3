import type { Syntax } from '../../expressions/syntax.ts';
import { partsOf } from '../../expressions/walkSyntax.ts';

/**
 * The variables whose value an expression may read although nobody set them: `isSet(x)` reads nothing, and what is only
 * evaluated once `isSet(x)` holds reads a set `x`.
 */
export function readsOf(syntax: Syntax): string[] {
  const found = new Set<string>();
  visit(syntax, { set: new Set(), items: [], found });
  return [...found];
}

interface Visit {
  /** Names known to be set where this part is evaluated. */
  set: ReadonlySet<string>;
  /** Names of items of lists being gone through: not variables. */
  items: readonly string[];
  found: Set<string>;
}

function visit(syntax: Syntax, where: Visit): void {
  const knowing = (names: string[]): Visit => (names.length === 0 ? where : { ...where, set: new Set([...where.set, ...names]) });
  switch (syntax.is) {
    case 'name':
      if (!where.items.includes(syntax.name) && !where.set.has(syntax.name)) where.found.add(syntax.name);
      return;
    case 'call':
      if (syntax.name !== 'isSet') for (const part of syntax.args) visit(part, where);
      return;
    case 'choose':
      visit(syntax.condition, where);
      visit(syntax.yes, knowing(setWhen(syntax.condition, true)));
      return visit(syntax.no, knowing(setWhen(syntax.condition, false)));
    case 'and':
    case 'or':
      visit(syntax.left, where);
      return visit(syntax.right, knowing(setWhen(syntax.left, syntax.is === 'and')));
    case 'each': {
      visit(syntax.list, where);
      const inside = { ...where, items: [...where.items, syntax.name] };
      if (syntax.where) visit(syntax.where, inside);
      return visit(syntax.body, inside);
    }
    default:
      for (const part of partsOf(syntax)) visit(part, where);
  }
}

/** The variables that are certainly set when a condition turned out so. */
export function setWhen(syntax: Syntax, holds: boolean): string[] {
  if (syntax.is === 'not') return setWhen(syntax.of, !holds);
  if (syntax.is === 'call' && syntax.name === 'isSet') {
    const [argument] = syntax.args;
    return holds && argument?.is === 'name' ? [argument.name] : [];
  }
  if (syntax.is === (holds ? 'and' : 'or')) return [...setWhen(syntax.left, holds), ...setWhen(syntax.right, holds)];
  return [];
}
