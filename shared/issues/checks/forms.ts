import { readDate, readTime } from '../../expressions/calendar.ts';
import type { FieldTemplate } from '../../machine/form.ts';
import type { FormKind } from '../../messages/form.ts';
import { channelLimits } from '../../messages/limits.ts';
import type { Check, Found } from '../check.ts';
import type { Fix } from '../issue.ts';
import type { Subject, SubjectNode } from '../subject.ts';
import { inNode, listed, quoted } from '../where.ts';

/** Forms that cannot be filled in, or that some channel asks field by field. */
export const forms: Check = {
  name: 'forms',
  holds: 'Every form can be filled in',
  counts: 'texts',
  find(subject) {
    const seen = new Set<SubjectNode>();
    return subject.messages.flatMap(({ place, message }): Found[] => {
      const node = subject.node(place.flow, place.node);
      if (message.type !== 'form' || !node || seen.has(node)) return [];
      seen.add(node);
      return [...fieldProblems(node, message.fields), ...asShown(subject, node, message.fields.length)];
    });
  },
};

/** How answers are written that have one way to be: what is compared with them otherwise never fits. */
const written: Partial<Record<FormKind, { fits(value: string): boolean; says: string }>> = {
  yesNo: { fits: (value) => /^(yes|no)$/i.test(value), says: 'yes or no' },
  number: { fits: (value) => /^-?\d+(\.\d+)?$/.test(value), says: 'a number, such as 18' },
  date: { fits: (value) => readDate(value) !== undefined, says: 'a day, written like 1980-05-31' },
  time: { fits: (value) => readTime(value) !== undefined, says: 'a time, written like 09:30' },
};

/** What the answer to an earlier field is, where a condition compares it with what it can never be. */
function neverFits(fields: readonly FieldTemplate[], when: FieldTemplate['when']): string | undefined {
  const about = when && when.is !== 'answered' && when.is !== 'unanswered' ? fields.find(({ id }) => id === when.field) : undefined;
  const shape = about && written[about.kind];
  return when && shape && !shape.fits(when.value) ? `${quoted(about.name ?? '')} is ${shape.says}.` : undefined;
}

const howToAsk = 'Give that field a name and write it like car == yes.';

function fieldProblems(node: SubjectNode, fields: readonly FieldTemplate[]): Found[] {
  const name = quoted(node.name);
  const error = (field: string, message: string, fix?: Fix, here?: string): Found => ({ severity: 'error', ...inNode(node), field, message, ...(here !== undefined && { here }), ...(fix && { fix }) });
  const data = ['nodes', node.id, 'data', 'fields'];
  if (fields.length === 0) return [error('fields', `${name} has no fields, so there is nothing to fill in.`)];
  return fields.flatMap(({ id, kind, options, files, when, name: called, required }): Found[] => {
    const condition = textAt(node, ['fields', id, 'onlyIf']);
    const never = neverFits(fields, when);
    const path = `fields.${id}`;
    return [
      ...((kind === 'choice' || kind === 'choices') && options?.length === 0 ? [error(`${path}.options`, `A field of ${name} has nothing to choose, so ${required ? 'nobody can go on' : 'nobody can answer it'}.`)] : []),
      ...(kind === 'file' && files?.length === 0 ? [error(`${path}.files`, `A field of ${name} takes a file of no kind, so ${required ? 'nobody can go on' : 'nobody can answer it'}.`)] : []),
      ...(never === undefined ? [] : [{ ...error(`${path}.onlyIf`, `${quoted(condition)} in ${name} never fits: ${never}`, undefined, `This never fits: ${never}`), severity: 'warning' as const }]),
      ...(condition && !when ? [error(`${path}.onlyIf`, `${quoted(condition)} in ${name} is no condition on an earlier field. ${howToAsk}`, { label: 'Ask it of everybody', set: [{ path: [...data, id, 'onlyIf'] }] }, `This is no condition on an earlier field. ${howToAsk}`)] : []),
      ...(called && !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(called) ? [error(`${path}.name`, `${quoted(called)} in ${name} is no name. Use letters, digits and _, a letter first.`, callField(node, id, fields, called.replace(/^[^\p{L}_]+/u, '').replace(/[^\p{L}\p{N}_]+/gu, '_')))] : []),
      ...(called && fields.some((other) => other.id !== id && other.name === called) ? [error(`${path}.name`, `Two fields of ${name} have the name ${quoted(called)}.`, fields.findIndex(({ name: other }) => other === called) < fields.findIndex((other) => other.id === id) ? callField(node, id, fields, called) : undefined)] : []),
    ];
  });
}

/** Gives a field a name of its own, unless a condition speaks of the old one: it might then mean another field. */
function callField(node: SubjectNode, id: string, fields: readonly FieldTemplate[], wanted: string): Fix | undefined {
  const old = fields.find((field) => field.id === id)?.name ?? '';
  const taken = new Set(fields.filter((field) => field.id !== id).map(({ name }) => name));
  if (wanted === '' || fields.some((field) => textAt(node, ['fields', field.id, 'onlyIf']).includes(old))) return undefined;
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
  return { label: `Call it ${quoted(name)}`, set: [{ path: ['nodes', node.id, 'data', 'fields', id, 'name'], value: name }] };
}

function textAt(node: SubjectNode, path: readonly string[]): string {
  const found = node.fields.find((field) => field.path.join('.') === path.join('.'))?.value;
  return typeof found === 'string' ? found.trim() : '';
}

function asShown({ main }: Subject, node: SubjectNode, count: number): Found[] {
  const channels = (main?.settings.channels ?? []).map((channel) => channelLimits[channel]).filter(({ formFields }) => formFields < count).map(({ label }) => label);
  return channels.length > 0 ? [{ severity: 'info', ...inNode(node), field: 'fields', message: `The fields of ${quoted(node.name)} are asked one by one on ${listed(channels)}.` }] : [];
}
