import { check } from '../../expressions/check.ts';
import { checkTemplate } from '../../expressions/checkTemplate.ts';
import { describe } from '../../expressions/describe.ts';
import { withAnswer } from '../../expressions/withAnswer.ts';
import type { Expression, Scope } from '../../expressions/types.ts';
import { readEachItem } from '../../nodes/eachItem.ts';
import type { Check, Found } from '../check.ts';
import { misnamedExpression, misnamedText } from '../fixes/misnamed.ts';
import type { Subject } from '../subject.ts';
import { translationsOf } from '../translations.ts';
import { inNode, ofSpot, quoted } from '../where.ts';

/** An expression or a text with expressions that does not parse, names what does not exist, or gives the wrong type. */
export const expression: Check = {
  name: 'expression',
  holds: 'Expressions parse and fit their types',
  counts: 'expressions',
  find(subject) {
    return [...wrongExpressions(subject), ...wrongTexts(subject)];
  },
};

function wrongExpressions(subject: Subject): Found[] {
  const found = new Map<string, Found>();
  for (const { place, expression: asked, list, answer } of subject.expressions) {
    const scope = subject.drawing.reader.scope(place.flow);
    const problem = problemOf(answer ? withAnswer(scope, answer) : scope, asked, list);
    if (problem === undefined) continue;
    const { name, ...where } = ofSpot(subject, place, { cel: problem.in });
    const fix = where.nodeId === undefined ? undefined : misnamedExpression(subject, where.nodeId, { flow: place.flow, cel: problem.in, scope: answer ? withAnswer(scope, answer) : scope, ask: asked, list });
    const key = `${where.flow} ${where.nodeId ?? ''} ${where.field ?? ''} ${problem.in}`;
    if (!found.has(key)) found.set(key, { severity: 'error', ...where, message: `${quoted(problem.in)} in ${name} cannot be computed. ${problem.message}`, here: problem.message, ...(fix && { fix }) });
  }
  return [...found.values()];
}

/** What is wrong, and in what the author typed. */
interface Problem {
  in: string;
  message: string;
}

function problemOf(scope: Scope, { cel, type }: Expression, list: boolean): Problem | undefined {
  const each = readEachItem(cel);
  const through = each && listProblem(scope, each.list);
  if (each && through !== undefined) return { in: each.list, message: through };
  // How many items there are is asked of the same list, which is told about where its items are used.
  if (/^size\(.*\) == 0$/s.test(cel) && !check(cel, scope, type).ok) return undefined;
  const checked = check(cel, scope, type);
  const typed = each ? each.body : cel;
  // What was never written is empty, not wrong.
  if (typed.trim() === '') return undefined;
  if (!checked.ok) return { in: typed, message: checked.problems[0]?.message ?? 'It does not parse.' };
  return list && checked.type.kind !== 'list' ? { in: cel, message: `A loop goes through a list, this is ${describe(checked.type)}.` } : undefined;
}

/** Why nothing can be made of the items of a list; undefined when it is one. */
function listProblem(scope: Scope, list: string): string | undefined {
  const checked = check(list, scope);
  if (!checked.ok) return checked.problems[0]?.message ?? 'It does not parse.';
  return checked.type.kind === 'list' ? undefined : `Options come from a list, this is ${describe(checked.type)}.`;
}

function wrongTexts(subject: Subject): Found[] {
  return [...wrongSentTexts(subject), ...Object.keys(subject.set.flows).flatMap((flow) => {
    const scope = subject.drawing.reader.scope(flow);
    return subject.texts(flow).filter(({ template }) => template).flatMap(({ key, nodeId, path, original }): Found[] => {
      const where = { flow, ...(nodeId !== undefined && { nodeId }), field: path.join('.') };
      const name = nodeId === undefined ? 'the settings' : quoted(subject.node(flow, nodeId)?.name ?? nodeId);
      return [original, ...translationsOf(subject, flow, key).map(({ text }) => text)].flatMap((text) => (text.includes('{{') ? checkTemplate(text, scope) : [])).slice(0, 1).map(({ message }) => {
        const fix = misnamedText(subject, { flow, nodeId, path: [...(nodeId === undefined ? ['settings'] : ['nodes', nodeId, 'data']), ...path], key, original, scope });
        return { severity: 'error', ...where, message: `A text of ${name} has an expression that cannot be shown. ${message}`, here: message, ...(fix && { fix }) };
      });
    });
  })];
}

/** Texts for programs: addresses, headers, prompts. They are the same in every language. */
function wrongSentTexts(subject: Subject): Found[] {
  return subject.nodes.flatMap((node) => node.fields.flatMap(({ path, meta, shown, value }): Found[] => {
    if (!meta.template || meta.translatable || !shown || typeof value !== 'string' || !value.includes('{{')) return [];
    const scope = subject.drawing.reader.scope(node.flow);
    return checkTemplate(value, scope).slice(0, 1).map(({ message }) => {
      const fix = misnamedText(subject, { flow: node.flow, nodeId: node.id, path: ['nodes', node.id, 'data', ...path], original: value, scope });
      return { severity: 'error', ...inNode(node, path), message: `${meta.label} of ${quoted(node.name)} has an expression that cannot be sent. ${message}`, here: message, ...(fix && { fix }) };
    });
  }));
}
