import { check } from '../../expressions/check.ts';
import { checkTemplate } from '../../expressions/checkTemplate.ts';
import { holesOf } from '../../expressions/parseTemplate.ts';
import { renameInTemplate } from '../../expressions/renameInTemplate.ts';
import { renameVariable } from '../../expressions/renameVariable.ts';
import type { Expression, Scope } from '../../expressions/types.ts';
import { variablesOf } from '../../expressions/variablesOf.ts';
import type { Fix } from '../issue.ts';
import type { Subject } from '../subject.ts';
import { setText, translationsOf } from '../translations.ts';
import { mendName } from './mendName.ts';

/** An expression as it stands in a node: what was typed, and what it is asked for. */
export interface TypedExpression {
  flow: string;
  cel: string;
  scope: Scope;
  ask: Expression;
  /** A loop goes through it. */
  list: boolean;
}

/** Mends an expression that names one variable which does not exist, in every field of the node that says the same. */
export function misnamedExpression(subject: Subject, nodeId: string, { flow, cel, scope, ask, list }: TypedExpression): Fix | undefined {
  const fields = subject.node(flow, nodeId)?.fields.filter(({ meta, value }) => meta.widget === 'expression' && value === cel) ?? [];
  // What is typed for the items of a list is a part of what is asked: what it is asked for is not known here.
  if (fields.length === 0 || ask.cel !== cel) return undefined;
  const unknown = unknownIn([cel], scope);
  const called = (as: string): string => renameVariable(cel, unknown[0] ?? as, as);
  return mendName(subject, {
    flow, node: nodeId, scope, unknown,
    isRight(known, as) {
      const checked = check(called(as), known, ask.type);
      return checked.ok && (!list || checked.type.kind === 'list');
    },
    write: (as) => fields.map(({ path }) => ({ path: ['nodes', nodeId, 'data', ...path], value: called(as) })),
  });
}

/** A text of a flow; with `key` where it exists once per language. */
export interface TypedText {
  flow: string;
  nodeId: string | undefined;
  /** Keys from the document's root to it. */
  path: string[];
  key?: string;
  original: string;
  scope: Scope;
}

/** Mends a text that names one variable which does not exist, with its translations. */
export function misnamedText(subject: Subject, { flow, nodeId, path, key, original, scope }: TypedText): Fix | undefined {
  const translations = key === undefined ? [] : translationsOf(subject, flow, key);
  const texts = [original, ...translations.map(({ text }) => text)];
  const unknown = unknownIn(texts.flatMap((text) => holesOf(text).map(({ cel }) => cel)), scope);
  const called = (text: string, as: string): string => (unknown[0] === undefined ? text : renameInTemplate(text, unknown[0], as));
  return mendName(subject, {
    flow, node: nodeId, scope, unknown,
    isRight: (known, as) => texts.every((text) => checkTemplate(called(text, as), known).length === 0),
    write: (as) => [
      ...(called(original, as) === original ? [] : key === undefined ? [{ path, value: called(original, as) }] : setText(subject, { flow, path, key, original, text: called(original, as) })),
      ...translations.filter(({ text }) => called(text, as) !== text).map(({ language, text }) => ({ path: ['translations', language, key ?? '', 'text'], value: called(text, as) })),
    ],
  });
}

function unknownIn(cels: readonly string[], { variables }: Scope): string[] {
  return [...new Set(cels.flatMap(variablesOf))].filter((name) => !Object.hasOwn(variables, name));
}
