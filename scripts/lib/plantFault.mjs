// A vitest plugin that gives one source file with one text replaced; the file itself is never touched.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

/** The text of a fault's file with the fault in it. Throws unless the text to replace stands there exactly once. */
export function faulty({ file, find, replace }) {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found = text.split(find).length - 1;
  if (found !== 1) throw new Error(`"${find}" stands ${found} times in ${file}, expected once. The source has changed: correct the fault in scripts/faults/.`);
  return text.replace(find, () => replace);
}

/**
 * Gives the file of `bed.fault` changed, whether it is imported as a module or as text, and counts in `bed.loads` how often: a test that
 * never loads the file is red for another reason. Without a fault in the bed every file is as it is.
 */
export function plantFault(bed) {
  return {
    name: 'plant-fault',
    enforce: 'pre',
    load(id) {
      const [file, query] = id.split('?');
      if (!bed.fault || file !== path.join(root, bed.fault.file)) return undefined;
      bed.loads += 1;
      return query === 'raw' ? `export default ${JSON.stringify(faulty(bed.fault))}` : faulty(bed.fault);
    },
  };
}
