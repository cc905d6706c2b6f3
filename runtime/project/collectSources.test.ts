import { expect, test } from 'vitest';
import { collectSources, fileOf, importsOf } from './collectSources.ts';

test('what a module imports is found, however it is written', () => {
  expect(importsOf(["import { a } from './a.ts';", "import type { B } from '@parley/shared/b';", 'import {', '  c,', "} from '../c.ts';", "export { d } from './d.ts';", "export type * from './e.ts';", "import './f.ts';", "export const text = \"from './no.ts';\";", "// import { x } from './comment.ts';"].join('\n')).toSorted())
    .toEqual(['../c.ts', './a.ts', './d.ts', './e.ts', './f.ts', '@parley/shared/b']);
});

test.each([
  ['./b.ts', 'runtime/a/x.ts', 'runtime/a/b.ts'], ['../b.ts', 'runtime/a/x.ts', 'runtime/b.ts'], ['@parley/shared/lib/json', 'runtime/a/x.ts', 'shared/lib/json.ts'], ['zod', 'runtime/a/x.ts', undefined], ['node:fs', 'a.ts', undefined],
])('%s in %s', (specifier, from, wanted) => expect(fileOf(specifier, from)).toBe(wanted));

test('files are taken once each, circles too', () => {
  const house: Record<string, string> = { 'shared/a.ts': "import { b } from './b.ts';", 'shared/b.ts': "import type { A } from './a.ts';\nimport { z } from 'zod';" };
  expect(collectSources(['shared/a.ts'], (file) => house[file] ?? '')).toEqual(house);
});
