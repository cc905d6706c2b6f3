import type { ValueType } from '../../expressions/types.ts';
import { assertNever } from '../../lib/assertNever.ts';
import type { ActionTemplate, RecordField, RecordResult } from '../../machine/action.ts';
import type { CompileContext } from '../defineNode.ts';
import { ordered } from '../fieldKinds.ts';
import type { RecordData } from './recordSchema.ts';

interface Outcome {
  outcome: RecordResult['outcome'];
  label: string;
  /** No record comes with it: an object keeps its value, a list becomes empty and a number 0. */
  recordless?: true;
}

/** How each operation can end, the wished-for way first. */
export const outcomes: Record<RecordData['does'], [Outcome, Outcome]> = {
  find: [{ outcome: 'found', label: 'Found' }, { outcome: 'none', label: 'None', recordless: true }],
  add: [{ outcome: 'added', label: 'Added' }, { outcome: 'exists', label: 'Exists' }],
  change: [{ outcome: 'changed', label: 'Changed' }, { outcome: 'missing', label: 'Missing', recordless: true }],
  remove: [{ outcome: 'removed', label: 'Removed' }, { outcome: 'missing', label: 'Missing', recordless: true }],
};

/** The effect a record node asks for. */
export function effectOf(data: RecordData, context: CompileContext): ActionTemplate {
  const { does, collection } = data;
  const key = () => context.expression(data.key, { kind: 'text' });
  switch (does) {
    case 'find': return { type: 'findRecords', collection, where: valuesOf(data.where, context), limit: data.limit };
    case 'add': return { type: 'addRecord', collection, key: key(), fields: valuesOf(data.fields, context) };
    case 'change': return { type: 'changeRecord', collection, key: key(), fields: valuesOf(data.fields, context) };
    case 'remove': return { type: 'removeRecord', collection, key: key() };
    default: return assertNever(does);
  }
}

/** Which part of a `RecordResult` a variable of this type takes. */
export function savedAs(type: ValueType): string[] {
  if (type.kind === 'number') return ['count'];
  return type.kind === 'object' ? ['record'] : ['records'];
}

function valuesOf(entries: RecordData['where'], context: CompileContext): RecordField[] {
  return ordered(entries).flatMap(([, { field, value }]) => (
    field && value ? [{ field, value: context.expression(value, context.typeOf(value) ?? { kind: 'text' }) }] : []));
}
