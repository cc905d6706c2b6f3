import { describe } from '../../expressions/describe.ts';
import { nearest } from '../../expressions/nearest.ts';
import { variableSchema } from '../../flow/document.ts';
import { canonicalJson } from '../../lib/json.ts';
import type { FieldValue } from '../../nodes/walkFields.ts';
import type { Change, Fix } from '../issue.ts';
import type { Subject, SubjectNode } from '../subject.ts';
import { quoted } from '../where.ts';
import { heldIn } from './heldIn.ts';
import { freshName, makeVariable } from './makeVariable.ts';

/** Gives a field whose variable is gone, or that has none, one to keep what it has: the one it may have meant, or a new one. */
export function chooseVariable(subject: Subject, node: SubjectNode, field: FieldValue): Fix | undefined {
  const held = heldIn(subject, node, field);
  // What cannot be computed would be asked for at last, and be another mistake.
  if (!held && field.meta.holds && 'resultOf' in field.meta.holds) return undefined;
  const type = held ?? { kind: 'text' };
  const written = typeof field.value === 'string' ? field.value : '';
  const path = ['nodes', node.id, 'data', ...field.path];
  const declared = Object.entries(subject.set.flows[node.flow]?.variables ?? {});
  const fitting = declared.filter(([, variable]) => canonicalJson(variable.type) === canonicalJson(type));
  const meant = isName(written) ? nearest(written, fitting.map(([, { name }]) => name)) : undefined;
  const [id] = fitting.find(([, { name }]) => name === meant) ?? [];
  const kept: Change[] = meant !== undefined && id !== undefined ? [{ label: `Keep it in ${quoted(meant)}`, set: [{ path, value: id }] }] : [];
  const name = freshName(subject, node.flow, isName(written) ? written : 'answer');
  // What else names the variable that is gone has it again.
  const made = makeVariable(subject, { flow: node.flow, name, type, read: subject.named.has(name), ...(written !== '' && isId(written) && { id: written }) });
  if (made) kept.push({ label: `Make ${quoted(name)}, ${describe(type)}`, set: [...made.set, ...(made.id === written ? [] : [{ path, value: made.id }])] });
  const [first, second] = kept;
  return first && { ...first, ...(second && { or: second }) };
}

/** Whether a person wrote it: ids are ten letters and digits by chance. */
function isName(written: string): boolean {
  return variableSchema.shape.name.safeParse(written).success && (written.length !== 10 || /^[a-z_]+$/.test(written));
}

function isId(written: string): boolean {
  return /^[A-Za-z0-9_-]{1,40}$/.test(written);
}
