import pg from 'pg';
import type { PipeCall } from '../../pipe.ts';

/** A readable uuid of the `n`th thing of a kind. */
export const uuid = (n: number, kind: number): string => `00000000-0000-4000-8${kind.toString(16).padStart(3, '0')}-${n.toString(16).padStart(12, '0')}`;

/** A value as SQL text; the only lists that lane functions take are of JSON. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]::json[]`;
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}

/** A call with its arguments written in, for sending many in one trip. */
export const inline = (call: PipeCall): string => call.text.replaceAll(/\$(\d+)/g, (_, n: string) => literal(call.values[Number(n) - 1]));
