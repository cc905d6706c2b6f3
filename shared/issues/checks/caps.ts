import { flowLimits } from '../../flow/document.ts';
import { utf8Length } from '../../flow/sha256.ts';
import type { Machine, State } from '../../machine/machine.ts';
import type { Check, Found } from '../check.ts';

/** Most bytes of a compiled machine: what every process keeps in memory for a release. */
export const machineBytes = 8_000_000;

/** What one release may be at most. */
export const caps: Check = {
  name: 'caps',
  holds: 'The bot is not larger than a release may be',
  counts: 'states',
  find({ set, nodes, drawing, languages }) {
    const found: Found[] = [];
    if (nodes.length > flowLimits.nodes) {
      found.push({ severity: 'error', flow: set.main, message: `All flows together have ${nodes.length.toLocaleString('en')} nodes; a release takes ${flowLimits.nodes.toLocaleString('en')}.` });
    }
    if (languages.length > 0 && isLarge(drawing.machine)) {
      found.push({ severity: 'error', flow: set.main, message: `All flows and their texts together are larger than ${machineBytes / 1_000_000} MB, which is the most a release takes.` });
    }
    return found;
  },
};

/** Adding up is cheaper than writing it out; bytes are only counted where three for each letter would be too many. */
function isLarge({ flows, texts }: Machine): boolean {
  const most = Object.values(flows).reduce((sum, { states }) => sum + Object.values(states).reduce((inside, state) => inside + mostOf(state), 0), sizeOf(texts, threeEach));
  return most > machineBytes && sizeOf({ flows, texts }, utf8Length) > machineBytes;
}

/** States stay the same objects while their node does (see `lowerNodes`). */
const known = new WeakMap<State, number>();

function mostOf(state: State): number {
  const most = known.get(state) ?? sizeOf(state, threeEach);
  known.set(state, most);
  return most;
}

const threeEach = (text: string): number => 3 * text.length;

function sizeOf(value: unknown, lengthOf: (text: string) => number): number {
  if (typeof value === 'string') return lengthOf(value) + 3;
  if (typeof value !== 'object' || value === null) return 5;
  let bytes = 0;
  for (const [key, inside] of Object.entries(value)) bytes += key.length + 4 + sizeOf(inside, lengthOf);
  return bytes;
}
