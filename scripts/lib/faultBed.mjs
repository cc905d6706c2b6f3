// The process in which faults are planted one after another: `fork`ed with the test files it may be asked to run. It keeps one vitest, so
// what the sources are compiled to is kept from fault to fault; each run has a process of its own for the test, so that nothing a fault
// did is left for the next one.
import path from 'node:path';
import { createVitest } from 'vitest/node';
import { root } from './install.mjs';
import { plantFault } from './plantFault.mjs';

const bed = { fault: undefined, loads: 0 };
const vitest = await createVitest(
  'test',
  { root, config: path.join(root, 'vitest.config.ts'), watch: false, isolate: true, maxWorkers: 1, bail: 1, reporters: [{}] },
  { plugins: [plantFault(bed)] },
);

/** The name of a test as `-t` sees it. */
const nameOf = (test) => test.fullName.replaceAll(' > ', ' ');

/** The tests of `file` that `pattern` names, run with `fault` in its place (or without any): which are green, which are red and why. */
async function run({ fault, file, pattern }) {
  Object.assign(bed, { fault, loads: 0 });
  if (fault) vitest.invalidateFile(path.join(root, fault.file));
  vitest.setGlobalTestNamePattern(pattern ?? '');
  try {
    const moduleId = path.join(root, file);
    const specifications = (await vitest.globTestSpecifications([file])).filter((one) => one.moduleId === moduleId);
    if (specifications.length === 0) return { green: [], red: [], loads: 0, broken: `There is no test file ${file}.` };
    const { testModules } = await vitest.runTestSpecifications(specifications);
    const module = testModules.find((one) => one.moduleId === moduleId);
    const red = [...module.children.allTests('failed')].map((test) => ({ name: nameOf(test), why: test.result().errors[0]?.message ?? '' }));
    const green = [...module.children.allTests('passed')].map(nameOf);
    const outside = [...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())];
    return { green, red, loads: bed.loads, ...(red.length === 0 && outside.length > 0 && { broken: outside[0].message }) };
  } finally {
    if (fault) vitest.invalidateFile(path.join(root, fault.file));
    bed.fault = undefined;
  }
}

let running = false;
process.on('message', async (wanted) => {
  running = true;
  const outcome = await run(wanted).catch((error) => ({ green: [], red: [], loads: bed.loads, broken: String(error?.stack ?? error) }));
  running = false;
  process.send(outcome);
});
// Whoever planted is done, or gone: then what is under way ends with its whole group, a test that goes round for ever as well.
process.on('disconnect', async () => {
  if (running) process.kill(-process.pid, 'SIGKILL');
  await vitest.close();
  process.exit(0);
});
process.send('ready');
