// `npm run faults [-- --resume] [words]`: plants the faults of faults/index.mjs, one per rule (those of DESIGN sections 5 to 7, and some of 3,
// 4, 8, 11 and 13 to 15), and names the test that goes red. A fault that no test sees, and a test that is red without any, make it fail. The
// work tree is not touched. Words choose rules that hold them; --resume takes over what an earlier run has seen of faults whose source and
// test are as they were then.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { faults } from './faults/index.mjs';
import { openBeds } from './lib/faultBeds.mjs';
import { faulty } from './lib/plantFault.mjs';
import { root } from './lib/install.mjs';

const args = process.argv.slice(2);
const words = args.filter((arg) => arg !== '--resume').join(' ').toLowerCase();
const chosen = faults.filter(({ rule, file }) => `${rule} ${file}`.toLowerCase().includes(words));
for (const fault of chosen) faulty(fault);

/** What has been seen, by `keyOf` the fault; written after each, so that a run that was ended can be gone on with. */
const record = path.join(root, '.cache/faults/seen.json');
const kept = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {};
const textOf = (file) => readFileSync(path.join(root, file), 'utf8');
const keyOf = (fault) => createHash('sha256').update(JSON.stringify([fault, textOf(fault.file), textOf(fault.test)])).digest('hex');
// Of the files as they are now: what is changed while this runs is seen by the next run.
const keys = new Map(chosen.map((fault) => [fault, keyOf(fault)]));
const seen = new Map();
if (args.includes('--resume')) for (const [fault, key] of keys) if (kept[key]) seen.set(fault, kept[key]);
const before = seen.size;
const left = chosen.filter((fault) => !seen.has(fault));
mkdirSync(path.dirname(record), { recursive: true });

const started = performance.now();
const since = (from) => Math.round((performance.now() - from) / 1_000);
const problems = [];
const beds = openBeds([...new Set(left.map(({ test }) => test))]);

// First every test without a fault; a file is run once, for all the names that faults give of it.
const files = new Map();
for (const fault of left) files.set(fault.test, [...(files.get(fault.test) ?? []), fault]);
await beds.eachOf([...files], async ([file, its], run) => {
  const names = its.map(({ name }) => name);
  const { green, red, broken } = await run({ file, pattern: names.includes(undefined) ? undefined : names.map((name) => `(?:${name})`).join('|') });
  const unnamed = names.find((name) => name !== undefined && !green.some((test) => new RegExp(name).test(test)));
  const problem = broken ? `does not run without a fault:\n${broken}` : red.length > 0 ? `is red without a fault: ${red[0].name}\n${red[0].why}` : unnamed && `-t "${unnamed}" names no test.`;
  if (!problem) return;
  console.log(`BROKEN ${file} ${problem}`);
  problems.push(`${file} ${problem}`);
  files.delete(file);
});
console.log(`${files.size} files are green without a fault (${since(started)} s)`);

await beds.eachOf(left.filter(({ test }) => files.has(test)), async (fault, run) => {
  const from = performance.now();
  const { red, loads, broken } = await run({ fault, file: fault.test, pattern: fault.name });
  // A fault by which nothing can be loaded is noticed by whoever starts the program; that no test can be run says nothing about the rule.
  const failing = broken ?? (loads === 0 ? `${fault.test} does not load it` : red.length === 0 ? 'every test is green' : undefined);
  console.log(`${failing ? 'UNSEEN' : 'red   '} ${fault.section} ${fault.rule} (${since(from)} s)`);
  if (failing) {
    console.log(`       ${fault.file}: ${failing}`);
    problems.push(`Nobody sees it: ${fault.rule} (${fault.file})`);
    return;
  }
  seen.set(fault, red[0]);
  kept[keys.get(fault)] = red[0];
  writeFileSync(record, JSON.stringify(kept, undefined, 1));
});
await beds.close();

if (seen.size > 0) {
  const widest = Math.max(...chosen.map(({ rule }) => rule.length));
  console.log(`\n   ${'fault'.padEnd(widest)}  the test that goes red`);
  for (const fault of chosen) console.log(`${fault.section}  ${fault.rule.padEnd(widest)}  ${seen.has(fault) ? `${fault.test}: ${seen.get(fault).name}` : 'none'}`);
  console.log('');
}

problems.forEach((problem) => console.log(problem));
console.log(`${chosen.length} faults, ${seen.size} seen${before > 0 ? ` (${before} of them by an earlier run)` : ''}, in ${since(started)} s`);
process.exit(problems.length > 0 ? 1 : 0);
