import { companionModule } from '@parley/shared/compiler/emit/emit';
import license from '../../LICENSE?raw';
import { dependencies, devDependencies } from './dependencies.data.ts';
import { fileOf } from './collectSources.ts';
import type { Project } from './project.ts';
import { readmeOf } from './readme.ts';

/** A project that runs a bot on plain xstate, as text by path: the machine as it was emitted, and in their own folders the companion it stands on and a host to talk with it. */
export function projectFiles(project: Project, sources: Readonly<Record<string, string>>, packageName: string): Record<string, string> {
  const ours = Object.fromEntries(Object.entries(sources).map(([file, text]) => [placeOf(file), relocated(text, file)]));
  return {
    'README.md': readmeOf(project),
    'LICENSE': notice,
    'package.json': json({
      name: packageName, version: `0.${project.release?.no ?? 0}.0`, private: true, type: 'module', engines: { node: '>=20.19' },
      scripts: { start: 'tsx run.ts', test: 'node --import tsx --test conversations.test.ts', check: 'tsc --noEmit' },
      dependencies, devDependencies,
    }),
    'tsconfig.json': json({
      compilerOptions: {
        target: 'ES2023', lib: ['ES2023'], module: 'NodeNext', moduleResolution: 'NodeNext', types: ['node'], strict: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true, erasableSyntaxOnly: true, allowImportingTsExtensions: true,
        resolveJsonModule: true, skipLibCheck: true, noEmit: true,
      },
      include: ['**/*.ts'],
    }),
    'machine.ts': project.code.replace(`from '${companionModule}';`, `from './${placeOf('shared/compiler/companion.ts')}';`),
    'run.ts': run,
    'conversations.json': json(project.conversations),
    'conversations.test.ts': test,
    ...ours,
    'parley/LICENSE': license,
  };
}

/** The companion stands in `parley`, the host in `host`. */
function placeOf(file: string): string {
  return file.startsWith('shared/') ? `parley/${file.slice('shared/'.length)}` : file.slice('runtime/project/'.length);
}

/** A source with its imports of our packages led to where they stand here. */
function relocated(text: string, file: string): string {
  const up = '../'.repeat(placeOf(file).split('/').length - 1);
  return text.replace(/(from ')(@parley\/[^']+)(';)/g, (_, before: string, specifier: string, after: string) => `${before}${up}${placeOf(fileOf(specifier, file) ?? specifier)}${after}`);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const run = `import { argv, stdin, stdout } from 'node:process';
import { talk } from './host/terminal.ts';
import { machine, parley } from './machine.ts';

// A language may follow: npm start -- fr
await talk({ machine, tables: parley.tables }, { input: stdin, output: stdout, language: argv[2] });
`;

const test = `import conversations from './conversations.json' with { type: 'json' };
import { testConversations } from './host/testConversations.ts';
import { machine, parley } from './machine.ts';

testConversations({ machine, tables: parley.tables }, conversations);
`;

const notice = `machine.ts and conversations.json were made from your bot. They are yours.

The files in parley/ and host/, run.ts and conversations.test.ts are part of Parley,
licensed under the Apache License, Version 2.0 (see parley/LICENSE).
`;
