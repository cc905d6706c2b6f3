// `npm run faults [words]`: plants one fault per rule of DESIGN sections 5 to 7 and names the test that goes red. A fault that no
// test sees, and a test that is red without any, make it fail. The work tree is not touched. Words choose rules that hold them.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { faults } from './faults.data.mjs';
import { faulty } from './lib/plantFault.mjs';
import { root } from './lib/install.mjs';

const atOnce = 2;
const longest = 10 * 60_000;
const words = process.argv.slice(2).join(' ').toLowerCase();
const chosen = faults.filter(({ rule, file }) => `${rule} ${file}`.toLowerCase().includes(words));
const folder = path.join(root, '.cache/faults');
mkdirSync(folder, { recursive: true });

/** Runs the test of a fault, with the fault or without; gives the names of the tests that are red, and what went wrong else. */
function run(fault, planted) {
  const output = path.join(folder, `${process.pid}-${Math.random().toString(36).slice(2)}.json`);
  const args = ['run', '--config', 'scripts/faults.config.mjs', '--reporter=json', `--outputFile=${output}`, ...(fault.name ? ['-t', fault.name] : []), ...(planted ? ['--bail=1'] : []), fault.test];
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(process.execPath, [path.join(root, 'node_modules/vitest/vitest.mjs'), ...args], { cwd: root, env: { ...process.env, ...(planted ? { PARLEY_FAULT: JSON.stringify(fault) } : {}) } });
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    // A fault can make a test go round for ever: that is seen as well, but nobody should wait for it.
    const watch = setTimeout(() => child.kill('SIGKILL'), longest);
    child.on('exit', (code, signal) => {
      clearTimeout(watch);
      if (signal === 'SIGKILL') return resolve({ red: [], ran: 0, broken: `It was still running after ${longest / 60_000} minutes.` });
      try {
        const { testResults, numTotalTests } = JSON.parse(readFileSync(output, 'utf8'));
        const red = testResults.flatMap(({ assertionResults, message, status }) => {
          const names = assertionResults.filter((result) => result.status === 'failed').map(({ fullName }) => fullName);
          return names.length === 0 && status === 'failed' ? [`(does not load) ${message.split('\n')[0]}`] : names;
        });
        resolve({ red, ran: numTotalTests });
      } catch {
        resolve({ red: [], ran: 0, broken: said.trim().split('\n').slice(-8).join('\n') });
      }
      rmSync(output, { force: true });
    });
  });
}

/** Does `work` for each of them, a few at a time. */
async function eachOf(list, work) {
  const left = [...list];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let next = left.shift(); next; next = left.shift()) await work(next);
  }));
}

for (const fault of chosen) faulty(fault);

const started = performance.now();
const problems = [];
const tests = [...new Map(chosen.map((fault) => [`${fault.test} ${fault.name ?? ''}`, fault])).values()];
await eachOf(tests, async (fault) => {
  const { red, ran, broken } = await run(fault, false);
  const where = `${fault.test}${fault.name ? ` -t "${fault.name}"` : ''}`;
  if (broken) problems.push(`${where} does not run without a fault:\n${broken}`);
  else if (ran === 0) problems.push(`${where} names no test.`);
  else if (red.length > 0) problems.push(`${where} is red without a fault: ${red[0]}`);
});

const seen = new Map();
if (problems.length === 0) {
  await eachOf(chosen, async (fault) => {
    const { red, broken } = await run(fault, true);
    seen.set(fault, red);
    const where = `${fault.section} ${fault.rule}`;
    console.log(`${red.length > 0 ? 'red   ' : 'UNSEEN'} ${where}`);
    if (red.length > 0) return;
    console.log(`       ${fault.file}${broken ? `\n${broken}` : ''}`);
    problems.push(`Nobody sees it: ${fault.rule} (${fault.file})`);
  });
}

if (seen.size > 0) {
  const widest = Math.max(...chosen.map(({ rule }) => rule.length));
  console.log(`\n   ${'fault'.padEnd(widest)}  the test that goes red`);
  for (const fault of chosen) console.log(`${fault.section}  ${fault.rule.padEnd(widest)}  ${seen.get(fault)?.[0] ? `${fault.test}: ${seen.get(fault)[0]}` : 'none'}`);
  console.log('');
}

const seconds = Math.round((performance.now() - started) / 1_000);
problems.forEach((problem) => console.log(problem));
console.log(`${chosen.length} faults planted, ${[...seen.values()].filter((red) => red.length > 0).length} seen, in ${seconds} s`);
process.exit(problems.length > 0 ? 1 : 0);
