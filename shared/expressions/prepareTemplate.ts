import type { Json } from '../lib/json.ts';
import type { Facts, Parts, Scope, Template } from './types.ts';
import { check } from './check.ts';
import { prepareExpression } from './prepareExpression.ts';
import { showValue } from './showValue.ts';
import { variablesOf } from './variablesOf.ts';

/** A template evaluated: what came from a variable stays apart. A part that could not be evaluated is empty, its error listed. */
export interface EvaluatedTemplate {
  parts: Parts;
  errors: { name: string; error: string }[];
}

/** A template made ready. Never throws. */
export type PreparedTemplate = (values: (name: string) => Json | undefined, facts: Facts) => EvaluatedTemplate;

/** Parses and types the expressions of a template once; a value that reads a personal variable is marked. */
export function prepareTemplate(template: Template, scope: Scope): PreparedTemplate {
  const pieces = template.map((piece) => (typeof piece === 'string' ? piece : { name: piece.name, show: prepareShow(piece.cel, scope), personal: isPersonal(piece.cel, scope) }));
  return (values, facts) => {
    const errors: EvaluatedTemplate['errors'] = [];
    const parts = pieces.map((piece) => {
      if (typeof piece === 'string') return piece;
      const { name, personal } = piece;
      const shown = piece.show(values, facts);
      if (!shown.ok) errors.push({ name, error: shown.error });
      return { value: shown.ok ? shown.text : '', name, ...(personal && { personal }) };
    });
    return { parts, errors };
  };
}

/** Evaluates a template once; keep the result of `prepareTemplate` where it is evaluated again. */
export function evaluateTemplate(template: Template, scope: Scope, values: (name: string) => Json | undefined, facts: Facts): EvaluatedTemplate {
  return prepareTemplate(template, scope)(values, facts);
}

type Show = (values: (name: string) => Json | undefined, facts: Facts) => { ok: true; text: string } | { ok: false; error: string };

function prepareShow(cel: string, scope: Scope): Show {
  const checked = check(cel, scope);
  if (!checked.ok) {
    const error = checked.problems[0]?.message ?? 'This expression does not parse.';
    return () => ({ ok: false, error });
  }
  const { type } = checked;
  const evaluate = prepareExpression({ cel, type }, scope);
  return (values, facts) => {
    const evaluated = evaluate(values, facts);
    return evaluated.ok ? { ok: true, text: showValue(evaluated.value, type, facts) } : evaluated;
  };
}

function isPersonal(cel: string, { personal = {} }: Scope): boolean {
  return variablesOf(cel).some((name) => Object.hasOwn(personal, name));
}
