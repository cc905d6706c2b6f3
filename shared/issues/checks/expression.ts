import { check } from '../../expressions/check.ts';
import { checkTemplate } from '../../expressions/checkTemplate.ts';
import { describe } from '../../expressions/describe.ts';
import type { Expression } from '../../expressions/types.ts';
import type { Check, Found } from '../check.ts';
import type { Subject } from '../subject.ts';
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
  for (const { place, expression: asked, list } of subject.expressions) {
    const problem = problemOf(subject, place.flow, asked, list);
    if (problem === undefined) continue;
    const { name, ...where } = ofSpot(subject, place, { cel: asked.cel });
    const said = asked.cel.trim() === '' ? `An expression is missing in ${name}` : `${quoted(asked.cel)} in ${name} cannot be computed`;
    const key = `${where.flow} ${where.nodeId ?? ''} ${where.field ?? ''} ${asked.cel}`;
    if (!found.has(key)) found.set(key, { severity: 'error', ...where, message: `${said}: ${problem}` });
  }
  return [...found.values()];
}

function problemOf(subject: Subject, flow: string, { cel, type }: Expression, list: boolean): string | undefined {
  const checked = check(cel, subject.drawing.reader.scope(flow), type);
  if (!checked.ok) return checked.problems[0]?.message ?? 'It does not parse.';
  return list && checked.type.kind !== 'list' ? `A loop goes through a list, this is ${describe(checked.type)}.` : undefined;
}

function wrongTexts(subject: Subject): Found[] {
  return [...wrongSentTexts(subject), ...Object.keys(subject.set.flows).flatMap((flow) => {
    const scope = subject.drawing.reader.scope(flow);
    return subject.texts(flow).filter(({ template }) => template).flatMap(({ key, nodeId, path, original }): Found[] => {
      const where = { flow, ...(nodeId !== undefined && { nodeId }), field: path.join('.') };
      const name = nodeId === undefined ? 'the settings' : quoted(subject.node(flow, nodeId)?.name ?? nodeId);
      return [original, ...translationsOf(subject, flow, key)].flatMap((text) => (text.includes('{{') ? checkTemplate(text, scope) : []))
        .slice(0, 1).map(({ message }) => ({ severity: 'error', ...where, message: `A text of ${name} has an expression that cannot be shown: ${message}` }));
    });
  })];
}

/** Texts for programs: addresses, headers, prompts. They are the same in every language. */
function wrongSentTexts(subject: Subject): Found[] {
  return subject.nodes.flatMap((node) => node.fields.flatMap(({ path, meta, shown, value }): Found[] => {
    if (!meta.template || meta.translatable || !shown || typeof value !== 'string' || !value.includes('{{')) return [];
    return checkTemplate(value, subject.drawing.reader.scope(node.flow)).slice(0, 1)
      .map(({ message }) => ({ severity: 'error', ...inNode(node, path), message: `${meta.label} of ${quoted(node.name)} has an expression that cannot be sent: ${message}` }));
  }));
}

function translationsOf({ set, languages }: Subject, flow: string, key: string): string[] {
  const translations = set.flows[flow]?.translations ?? {};
  return languages.flatMap((language) => {
    const texts = Object.hasOwn(translations, language) ? translations[language] : undefined;
    return texts && Object.hasOwn(texts, key) ? [texts[key]?.text ?? ''] : [];
  });
}
