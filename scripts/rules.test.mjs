import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './lib/install.mjs';

const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs');

/** One planted import per rule and spelling: [rule, importing file, specifier]. Package spellings exist where a package can be named. */
const plants = [
  ['shared-imports', 'shared/lib/a.ts', '../../db/client.ts'],
  ['shared-imports', 'shared/lib/b.ts', '@parley/db/client'],
  ['db-imports', 'db/a.ts', '../runtime/main.ts'],
  ['db-imports', 'db/b.ts', '@parley/runtime/main'],
  ['runtime-imports', 'runtime/a.ts', '../studio/app/app.ts'],
  ['runtime-imports', 'runtime/b.ts', '../e2e/stack.ts'],
  ['studio-imports', 'studio/a.ts', '../runtime/main.ts'],
  ['studio-imports', 'studio/b.ts', '@parley/runtime/main'],
  ['e2e-imports', 'e2e/a.ts', '../runtime/main.ts'],
  ['e2e-imports', 'e2e/b.ts', '@parley/db/client'],
  ['shared-layout-imports', 'shared/layout/a.ts', '../flow/document.ts'],
  ['shared-lib-imports', 'shared/lib/c.ts', '../flow/document.ts'],
  ['shared-lib-imports', 'shared/lib/d.ts', '@parley/shared/flow/document'],
  ['shared-expressions-imports', 'shared/expressions/a.ts', '../flow/document.ts'],
  ['shared-expressions-imports', 'shared/expressions/b.ts', '@parley/shared/flow/document'],
  ['shared-messages-imports', 'shared/messages/a.ts', '../flow/document.ts'],
  ['shared-messages-imports', 'shared/messages/b.ts', '@parley/shared/flow/document'],
  ['shared-machine-imports', 'shared/machine/a.ts', '../flow/document.ts'],
  ['shared-machine-imports', 'shared/machine/b.ts', '@parley/shared/flow/document'],
  ['shared-answers-imports', 'shared/answers/a.ts', '../flow/document.ts'],
  ['shared-answers-imports', 'shared/answers/b.ts', '@parley/shared/flow/document'],
  ['shared-dialogs-imports', 'shared/dialogs/a.ts', '../flow/document.ts'],
  ['shared-dialogs-imports', 'shared/dialogs/b.ts', '@parley/shared/flow/document'],
  ['shared-host-imports', 'shared/host/a.ts', '../flow/document.ts'],
  ['shared-host-imports', 'shared/host/b.ts', '@parley/shared/flow/document'],
  ['shared-coverage-imports', 'shared/coverage/a.ts', '../issues/verify.ts'],
  ['shared-coverage-imports', 'shared/coverage/b.ts', '@parley/shared/issues/verify'],
  ['shared-exchange-imports', 'shared/exchange/a.ts', '../issues/verify.ts'],
  ['shared-exchange-imports', 'shared/exchange/b.ts', '@parley/shared/issues/verify'],
  ['shared-golden-imports', 'shared/golden/a.ts', '../issues/verify.ts'],
  ['shared-golden-imports', 'shared/golden/b.ts', '@parley/shared/issues/verify'],
  ['shared-engine-imports', 'shared/engine/a.ts', '../nodes/index.ts'],
  ['shared-engine-imports', 'shared/engine/b.ts', '@parley/shared/nodes/index'],
  ['shared-nodes-imports', 'shared/nodes/a.ts', '../flow/document.ts'],
  ['shared-nodes-imports', 'shared/nodes/b.ts', '@parley/shared/flow/document'],
  ['shared-flow-imports', 'shared/flow/a.ts', '../compiler/compile.ts'],
  ['shared-flow-imports', 'shared/flow/b.ts', '@parley/shared/compiler/compile'],
  ['shared-compiler-imports', 'shared/compiler/a.ts', '../engine/take.ts'],
  ['shared-compiler-imports', 'shared/compiler/b.ts', '@parley/shared/engine/take'],
  ['shared-issues-imports', 'shared/issues/a.ts', '../engine/take.ts'],
  ['shared-issues-imports', 'shared/issues/b.ts', '@parley/shared/engine/take'],
  ['node-types-are-islands', 'shared/nodes/ask/a.ts', '../choice/choice.ts'],
  ['node-types-are-islands', 'shared/nodes/ask/b.ts', '@parley/shared/nodes/choice/choice'],
  ['channels-are-islands', 'runtime/channels/web/a.ts', '../rest/rest.ts'],
  ['channels-are-islands', 'runtime/channels/web/b.ts', '@parley/runtime/channels/rest/rest'],
  ['runtime-channels-imports', 'runtime/channels/web/c.ts', '../../turns/runTurn.ts'],
  ['runtime-channels-imports', 'runtime/channels/web/d.ts', '@parley/runtime/turns/runTurn'],
  ['runtime-language-imports', 'runtime/language/a.ts', '../turns/runTurn.ts'],
  ['runtime-language-imports', 'runtime/language/b.ts', '@parley/runtime/turns/runTurn'],
  ['runtime-actions-imports', 'runtime/actions/a.ts', '../turns/runTurn.ts'],
  ['runtime-actions-imports', 'runtime/actions/b.ts', '@parley/runtime/turns/runTurn'],
  ['studio-ui-imports', 'studio/ui/a.ts', '../app/app.ts'],
  ['studio-ui-imports', 'studio/ui/b.ts', '@parley/shared/flow/document'],
  ['studio-chat-imports', 'studio/chat/a.ts', '../app/app.ts'],
  ['studio-chat-imports', 'studio/chat/b.ts', '@parley/shared/flow/document'],
  ['scenes-are-leaves', 'studio/canvas/a.ts', '../scenes/bots/bots.ts'],
  ['xyflowreact-only-from-studio-canvas', 'studio/inspector/a.ts', '@xyflow/react'],
  ['monacoeditor-only-from-studio-inspector-fields', 'studio/canvas/b.ts', 'monaco-editor'],
  ['sequelize-only-from-db', 'runtime/c.ts', 'sequelize'],
  ['runtime-models-imports', 'runtime/models/a.ts', '../turns/runTurn.ts'],
  ['runtime-models-imports', 'runtime/models/b.ts', '@parley/runtime/turns/runTurn'],
  ['openai-only-from-runtime-models', 'runtime/d.ts', 'openai'],
  ['no-circular', 'shared/lib/e.ts', './f.ts'],
  ['not-to-test', 'shared/lib/g.ts', './h.test.ts'],
];

/** Files the plants point at; they import nothing, but for the second half of the cycle. */
const targets = {
  'db/client.ts': '', 'runtime/main.ts': '', 'runtime/turns/runTurn.ts': '', 'runtime/channels/rest/rest.ts': '', 'studio/app/app.ts': '',
  'studio/scenes/bots/bots.ts': '', 'e2e/stack.ts': '', 'shared/flow/document.ts': '', 'shared/nodes/index.ts': '', 'shared/nodes/choice/choice.ts': '',
  'shared/compiler/compile.ts': '', 'shared/engine/take.ts': '', 'shared/issues/verify.ts': '', 'shared/lib/f.ts': "import './e.ts';\n", 'shared/lib/h.test.ts': '',
};

describe('dependency rules', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-rules-'));
  let violations;

  const write = (file, text) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${text}export const here = 1;\n`);
  };

  beforeAll(async () => {
    for (const [file, text] of Object.entries(targets)) write(file, text);
    for (const [, file, specifier] of plants) write(file, `import '${specifier}';\n`);
    mkdirSync(path.join(folder, 'node_modules/@parley'), { recursive: true });
    for (const room of ['shared', 'db', 'runtime']) {
      cpSync(path.join(root, room, 'package.json'), path.join(folder, room, 'package.json'));
      symlinkSync(path.join(folder, room), path.join(folder, 'node_modules/@parley', room), 'dir');
    }
    for (const name of ['@xyflow/react', 'monaco-editor', 'sequelize', 'openai']) {
      const home = path.join(folder, 'node_modules', name);
      mkdirSync(home, { recursive: true });
      writeFileSync(path.join(home, 'package.json'), JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
      writeFileSync(path.join(home, 'index.js'), '');
    }
    cpSync(path.join(root, 'tsconfig.base.json'), path.join(folder, 'tsconfig.base.json'));
    const { tsConfig: _unused, ...options } = config.options;
    const { enhancedResolveOptions, ...cruiseOptions } = options;
    const result = await cruise(
      ['shared', 'db', 'runtime', 'studio', 'e2e'],
      { ...cruiseOptions, baseDir: folder, validate: true, ruleSet: { forbidden: config.forbidden }, outputType: 'json' },
      enhancedResolveOptions,
    );
    violations = JSON.parse(result.output).summary.violations.map((violation) => `${violation.rule.name} ${violation.from}`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(plants)('%s is seen in %s importing %s', (rule, file) => {
    expect(violations).toContain(`${rule} ${file}`);
  });

  test('every rule is planted', () => {
    const planted = new Set(plants.map(([rule]) => rule));
    expect(config.forbidden.map((rule) => rule.name).filter((name) => !planted.has(name))).toEqual([]);
  });

  test('every rule says why', () => {
    expect(config.forbidden.filter((rule) => !rule.comment)).toEqual([]);
  });
});
