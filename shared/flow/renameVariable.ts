import { holesOf } from '../expressions/parseTemplate.ts';
import { renameInTemplate } from '../expressions/renameInTemplate.ts';
import { renameVariable as renameInExpression } from '../expressions/renameVariable.ts';
import { mentionsOf } from '../expressions/variablesOf.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import type { Op } from './batch.ts';
import { variableSchema } from './document.ts';
import type { Flow } from './document.ts';
import { hashText } from './hashFlow.ts';
import { textsOf } from './textsOf.ts';
import { writtenPlaces } from './usedVariables.ts';
import type { WrittenPlace } from './usedVariables.ts';

/** The ops of a rename, to be sent as one batch, or why the name cannot be taken. */
export type Renaming = { ok: true; ops: Op[] } | { ok: false; message: string };

/** Renames a variable of a flow by its id, and rewrites every expression and template of the flow that names it. */
export function renameVariable({ flow, variable: id, to, nodeTypes }: { flow: Flow; variable: string; to: string; nodeTypes: NodeTypes }): Renaming {
  const variable = Object.hasOwn(flow.variables, id) ? flow.variables[id] : undefined;
  if (!variable) return { ok: false, message: 'This variable is no longer there.' };
  const named = variableSchema.shape.name.safeParse(to);
  if (!named.success) return { ok: false, message: named.error.issues[0]?.message ?? 'This is no name.' };
  if (to === variable.name) return { ok: true, ops: [] };
  if (Object.values(flow.variables).some(({ name }) => name === to)) return { ok: false, message: `There is already a variable called ${to}.` };
  const inside = renameReferences({ flow, from: variable.name, to, nodeTypes });
  if (!inside.ok) return inside;
  return { ok: true, ops: [{ op: 'set', path: ['variables', id, 'name'], value: to, base: variable.name }, ...inside.ops] };
}

/**
 * Rewrites what names `from` in a flow that does not declare it: a subflow that reads the main flow's variable. Translations of
 * a rewritten original stay up to date, because only the name in them changed.
 */
export function renameReferences({ flow, from, to, nodeTypes }: { flow: Flow; from: string; to: string; nodeTypes: NodeTypes }): Renaming {
  const ops: Op[] = [];
  for (const place of writtenPlaces(flow, nodeTypes)) {
    const value = rewrite(place, from, to);
    if (value === place.text) continue;
    if (isCaptured(place, value)) {
      return { ok: false, message: `${to} already stands for an item of a list in “${place.text}”.` };
    }
    ops.push({ op: 'set', path: place.path, value, base: place.text });
  }
  return { ok: true, ops: [...ops, ...sourcesOps(flow, { from, to, nodeTypes })] };
}

function rewrite(place: WrittenPlace, from: string, to: string): string {
  if (place.in === 'variable') return place.text;
  return place.in === 'template' ? renameInTemplate(place.text, from, to) : renameInExpression(place.text, from, to);
}

/** In `list.map(x, x + rate)` renaming `rate` to `x` would make it mean the item: there is one mention of a variable less. */
function isCaptured(place: WrittenPlace, after: string): boolean {
  const [before, renamed] = [expressionsIn(place.text, place.in), expressionsIn(after, place.in)];
  return before.some((cel, index) => mentionsOf(cel).length !== mentionsOf(renamed[index] ?? '').length);
}

function expressionsIn(text: string, kind: WrittenPlace['in']): string[] {
  return kind === 'template' ? holesOf(text).map(({ cel }) => cel) : [text];
}

/** Keeps translations of a rewritten original up to date when they were before. */
function sourcesOps(flow: Flow, { from, to, nodeTypes }: { from: string; to: string; nodeTypes: NodeTypes }): Op[] {
  return textsOf(flow, nodeTypes).flatMap(({ key, original, template }): Op[] => {
    const renamed = template ? renameInTemplate(original, from, to) : original;
    if (renamed === original) return [];
    const [was, is] = [hashText(original), hashText(renamed)];
    return Object.entries(flow.translations).flatMap(([language, texts]): Op[] => (
      Object.hasOwn(texts, key) && texts[key]?.source === was ? [{ op: 'set', path: ['translations', language, key, 'source'], value: is, base: was }] : []));
  });
}
