import { check } from '../../expressions/check.ts';
import type { ValueType } from '../../expressions/types.ts';
import { heldBy } from '../../flow/heldBy.ts';
import type { FieldValue } from '../../nodes/walkFields.ts';
import type { Subject, SubjectNode } from '../subject.ts';

/** The type of what a field of a node puts into its variable; undefined where that cannot be known. */
export function heldIn(subject: Subject, node: SubjectNode, { path, meta }: FieldValue): ValueType | undefined {
  const around = path.slice(0, -1).join('.');
  const beside = node.fields.filter((other) => other.path.slice(0, -1).join('.') === around);
  const held = heldBy(meta.holds, Object.fromEntries(beside.flatMap(({ path: at, value }) => (value === undefined ? [] : [[at.at(-1) ?? '', value]]))));
  if (!held || 'type' in held) return held?.type;
  const checked = check(held.cel, subject.drawing.reader.scope(node.flow));
  return checked.ok ? held.of(checked.type) : undefined;
}
