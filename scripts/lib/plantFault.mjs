// A vitest plugin that gives one source file with one text replaced; the file itself is never touched.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';

/** The text of a fault's file with the fault in it. Throws unless the text to replace stands there exactly once. */
export function faulty({ file, find, replace }) {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found = text.split(find).length - 1;
  if (found !== 1) throw new Error(`"${find}" stands ${found} times in ${file}, expected once. The source has changed: correct the fault in scripts/faults.data.mjs.`);
  return text.replace(find, () => replace);
}

/** Gives the fault's file changed, whether it is imported as a module or as text. */
export function plantFault(fault) {
  const target = path.join(root, fault.file);
  return {
    name: 'plant-fault',
    enforce: 'pre',
    load(id) {
      const [file, query] = id.split('?');
      if (file !== target) return undefined;
      return query === 'raw' ? `export default ${JSON.stringify(faulty(fault))}` : faulty(fault);
    },
  };
}
