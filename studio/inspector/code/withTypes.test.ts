import { expect, test } from 'vitest';
import { withTypes } from './withTypes.ts';

test.each([
  ['export default function (input) {\n  return input.a;\n}', 'export default function (input: Input): Result {\n  return input.a;\n}'],
  ['export default async function price( order ) {}', 'export default async function price(order: Input): Promise<Result> {}'],
  ['const a = 1;\nexport default (input) => input.a;', 'const a = 1;\nexport default (input: Input): Result => input.a;'],
  ['export default input => 1;', 'export default (input: Input): Result => 1;'],
  ['export default async (i) => 1;', 'export default async (i: Input): Promise<Result> => 1;'],
])('%j gets the types of its node', (code, typed) => expect(withTypes(code)).toBe(typed));

test.each(['export default function (input: Input): Result {}', 'export default function (input: any) {}', 'export default () => 1;', 'export default ({ a }) => a;', 'export default main;', 'return 1'])('%j is left as it is', (code) => expect(withTypes(code)).toBeUndefined());
