import { showValue } from '../expressions/showValue.ts';
import type { Evaluation, Expression, Facts, ValueType } from '../expressions/types.ts';
import type { Json } from '../lib/json.ts';
import type { ListedOptions } from '../machine/choosing.ts';

/** An option made of an item of a list. */
export interface ListedOption {
  id: string;
  label: string;
  note?: string;
  value: Json;
}

/** Options of the items of a list as the contact reads them now; the first that cannot be computed is why there are none. */
export function listOptions({ labels, values, notes, most }: ListedOptions, facts: Facts, evaluate: (expression: Expression) => Evaluation): { ok: true; options: ListedOption[] } | { ok: false; error: string } {
  const [worth, read, beside] = [evaluate(values), evaluate(labels), notes && evaluate(notes)];
  for (const each of [worth, read, beside]) if (each && !each.ok) return each;
  const [value, label, note] = [itemsOf(worth), itemsOf(read), itemsOf(beside)];
  const taken = new Map<string, number>();
  return {
    ok: true,
    options: value.slice(0, most).map((item, place) => {
      const shown = showValue(label[place] ?? '', typeOf(labels), facts);
      const told = notes ? showValue(note[place] ?? '', typeOf(notes), facts) : '';
      return { id: idOf(item, taken), label: shown.trim() || String(place + 1), ...(told.trim() && { note: told }), value: item };
    }),
  };
}

const itemsOf = (evaluated: Evaluation | undefined): Json[] => (evaluated?.ok && Array.isArray(evaluated.value) ? evaluated.value : []);
const typeOf = ({ type }: Expression): ValueType => (type.kind === 'list' ? type.of : { kind: 'text' });

/** The same for the same value, wherever it stands; of two of one value the later gets a number. Short enough for every channel's taps. */
function idOf(value: Json, taken: Map<string, number>): string {
  const name = `i${digest(JSON.stringify(value), 0x811c9dc5)}${digest(JSON.stringify(value), 0x7ee3623b)}`;
  const before = taken.get(name) ?? 0;
  taken.set(name, before + 1);
  return before === 0 ? name : `${name}_${before + 1}`;
}

/** FNV-1a over the text's code units, then mixed until every bit hangs on every letter. */
function digest(text: string, start: number): string {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(36);
}
