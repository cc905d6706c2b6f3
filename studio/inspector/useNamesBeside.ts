import { isObject } from '@parley/shared/expressions/fits';
import type { FlowVariable } from '@parley/shared/flow/document';
import type { FieldMeta } from '@parley/shared/nodes/fields';
import { readAt } from '@parley/shared/flow/putAt';
import { useFlow } from '../store/designerContext.ts';
import { useFieldContext } from './fieldContext.ts';

/** What an expression may name besides variables: the item of the list beside it, or the answer it is a condition on. */
export function useNamesBeside({ eachOf, answerBy }: FieldMeta, path: readonly string[]): FlowVariable[] {
  const { base } = useFieldContext();
  const flow = useFlow();
  if (!eachOf && !answerBy) return [];
  const siblings = readAt(flow, [...base, ...path.slice(0, -1)]);
  const beside = isObject(siblings) ? siblings : {};
  if (answerBy) return [{ name: 'answer', type: answerBy.types[String(beside[answerBy.field])] ?? { kind: 'text' }, order: -1 }];
  // A list that is computed has items, too; of what type only the proof knows.
  const list = Object.values(flow.variables).find(({ name }) => name === String(beside[eachOf ?? '']).trim())?.type;
  return [{ name: 'item', type: list?.kind === 'list' ? list.of : { kind: 'text' }, order: -1 }];
}
