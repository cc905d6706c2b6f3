import { flowLimits } from '../../flow/document.ts';
import { utf8Length } from '../../flow/sha256.ts';
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

/** Adding up is cheaper than writing it out: it stops where no limit is near. */
function isLarge(machine: object): boolean {
  let bytes = 0;
  const add = (value: unknown): void => {
    if (typeof value === 'string') bytes += utf8Length(value) + 3;
    else if (typeof value !== 'object' || value === null) bytes += 5;
    else for (const [key, inside] of Object.entries(value)) {
      bytes += key.length + 4;
      add(inside);
    }
  };
  add(machine);
  return bytes > machineBytes;
}
