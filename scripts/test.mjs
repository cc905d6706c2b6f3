// `npm test`: installs what is missing and runs everything; the last line is `N passed, N failed`.
// `npm test -- unit` (or types, lint, rules, build, journeys, chaos) runs only the stages named.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { journeyFailures, unitFailures } from './lib/failures.mjs';
import { installPackages, requireNode, root } from './lib/install.mjs';

requireNode();
installPackages();

const { findBrowser } = await import('./lib/browser.mjs');
const { findPostgres } = await import('./lib/postgres.mjs');

const bin = (file) => [process.execPath, path.join(root, 'node_modules', file)];
const report = (name) => path.join(root, '.cache/reports', `${name}.json`);

/** Runs a command, passing its output through; resolves with the exit code and what it printed. */
function run([command, ...args], env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        process.stdout.write(chunk);
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A stage that is right or wrong as a whole. */
const whole = (command) => async () => ((await run(command)).code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** What a reporter left; nothing where the run died before. */
const reported = (name) => (existsSync(report(name)) ? JSON.parse(readFileSync(report(name), 'utf8')) : undefined);

/** The counts of a stage; a run that ended badly with nothing to name (it died, an error nobody caught) is one failure. */
const counts = (passed, failures, code) => ({ passed, failures, failed: code !== 0 && failures.length === 0 ? 1 : failures.length });

/** The tests without a browser. */
async function unit() {
  const postgres = findPostgres();
  const { code } = await run([...bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report('unit')}`], postgres);
  const result = reported('unit');
  return counts(result?.numPassedTests ?? 0, result ? unitFailures(result, root) : [], code);
}

/** The browser journeys, on the built server and studio. */
async function journeys() {
  const browser = await findBrowser();
  if (!browser) return { passed: 0, failed: 1 };
  const { code } = await run([...bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'], { CHROME_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report('journeys') });
  const result = reported('journeys');
  return counts(result?.stats.expected ?? 0, result ? journeyFailures(result) : [], code);
}

/** In order; `budget` in seconds is what the stage may take on two cores before it needs looking at, a quarter of an hour in all. */
const stages = [
  // The compiler that is a native program: a third of the time. What reads sources through its API (dependency-cruiser, knip) needs the other.
  { name: 'types', budget: 30, go: whole([...bin('typescript-native/bin/tsc'), '-b']) },
  { name: 'lint', budget: 5, go: whole([...bin('oxlint/bin/oxlint'), '--deny-warnings', 'shared', 'db', 'runtime', 'studio', 'e2e', 'scripts']) },
  { name: 'rules', budget: 15, go: whole([process.execPath, 'scripts/rules.mjs']) },
  { name: 'build', budget: 30, go: whole([process.execPath, 'scripts/build.mjs']) },
  { name: 'unit', budget: 280, go: unit },
  { name: 'journeys', budget: 450, go: journeys },
  { name: 'chaos', budget: 90, go: whole([process.execPath, 'scripts/chaos.mjs', '--short']) },
];

const named = process.argv.slice(2);
const unknown = named.find((name) => !stages.some((stage) => stage.name === name));
if (unknown) {
  console.error(`There is no stage "${unknown}". The stages are ${stages.map((stage) => stage.name).join(', ')}.`);
  process.exit(1);
}
rmSync(path.join(root, '.cache/reports'), { recursive: true, force: true });
mkdirSync(path.join(root, '.cache/reports'), { recursive: true });

const results = [];
for (const stage of stages.filter(({ name }) => named.length === 0 || named.includes(name))) {
  console.log(`\n=== ${stage.name}`);
  const started = performance.now();
  const result = await stage.go();
  const seconds = (performance.now() - started) / 1000;
  results.push({ ...stage, ...result, seconds });
  const over = seconds > stage.budget ? `, over its budget of ${stage.budget} s` : '';
  console.log(`=== ${stage.name}: ${result.failed === 0 ? 'ok' : `${result.failed} FAILED`}, ${seconds.toFixed(1)} s${over}`);
}

const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log('');
for (const { name, passed, failed, seconds } of results) console.log(`${name.padEnd(10)} ${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`);
for (const failure of results.flatMap(({ failures }) => failures ?? [])) console.log(`\nFAILED ${failure}`);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') === 0 && total('passed') > 0 ? 0 : 1);
