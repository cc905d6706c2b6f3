import * as z from 'zod';
import type { ValueType } from '../expressions/types.ts';

/** The type of a value as a node's data holds it; which types exist is the document's word (`valueTypeSchema`). */
export const valueType: z.ZodType<ValueType> = z.lazy(() => z.union([
  z.object({ kind: z.enum(['text', 'number', 'boolean', 'date', 'time', 'datetime', 'duration', 'file']) }),
  z.object({ kind: z.literal('list'), of: valueType }),
  z.object({ kind: z.literal('object'), fields: z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,39}$/), valueType) }),
]));
