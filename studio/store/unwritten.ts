import { create } from 'zustand';

/** Fields in which somebody typed what is not in the drawing yet: typing is written at its pauses. */
export const useUnwritten = create<{ fields: ReadonlySet<object> }>(() => ({ fields: new Set() }));

/** Notes that a field has typing that is not written, or that it is. */
export function noteUnwritten(field: object, unwritten: boolean): void {
  const { fields } = useUnwritten.getState();
  if (fields.has(field) === unwritten) return;
  const next = new Set(fields);
  if (unwritten) next.add(field);
  else next.delete(field);
  useUnwritten.setState({ fields: next });
}
