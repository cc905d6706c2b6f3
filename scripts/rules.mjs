// Holds the dependency rules over the whole tree, and makes sure that the tree was seen at all; finds what nobody uses (knip.json).
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import { root } from './lib/install.mjs';

const unused = new Promise((resolve) => {
  spawn(process.execPath, [path.join(root, 'node_modules/knip/bin/knip.js'), '--no-progress'], { cwd: root, stdio: 'inherit' }).on('exit', resolve);
});

const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const { enhancedResolveOptions, tsConfig: _unused, ...options } = config.options;

const result = await cruise(
  ['shared', 'db', 'runtime', 'studio', 'e2e'],
  { ...options, baseDir: root, validate: true, ruleSet: { forbidden: config.forbidden }, outputType: 'json' },
  enhancedResolveOptions,
);
const { summary } = JSON.parse(result.output);

for (const { rule, from, to } of summary.violations) {
  const why = config.forbidden.find(({ name }) => name === rule.name)?.comment ?? '';
  console.error(`${from} imports ${to}: ${rule.name}. ${why}`);
}
// A cruise that cannot parse TypeScript sees nothing and finds nothing wrong.
if (summary.totalCruised <= 100) console.error(`Only ${summary.totalCruised} modules were seen; more than 100 were expected.`);
console.log(`${summary.totalCruised} modules, ${summary.totalDependenciesCruised} imports, ${summary.violations.length} against the rules`);
process.exit(summary.violations.length === 0 && summary.totalCruised > 100 && (await unused) === 0 ? 0 : 1);
