import { compile } from '@parley/shared/compiler/compile';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import { nodeTypes } from '@parley/shared/nodes/index';
import type { Snapshot } from '@parley/shared/machine/snapshot';
import { expect, test } from 'vitest';
import { variablesNow } from './variables.ts';

const bare = { nodes: { start: 'start', end: 'end' }, edges: ['start -> end'] };
const machine = compile(drawGolden({ flow: { ...bare, variables: { name: 'text', n: 'number' } }, subflows: { outer: { ...bare, variables: { a: 'text' } }, inner: { ...bare, variables: { a: 'text', b: 'number' } } } }, nodeTypes), nodeTypes);
const frame = (flow: string, locals: Snapshot['variables']) => ({ flow, at: 'start', locals, cursors: {}, counters: {} });
const at = (variables: Snapshot['variables'], ...frames: Snapshot['frames']): Snapshot => ({ v: 1, frames, variables, seq: 1 });
const told = (now: Snapshot | null, before: Snapshot | null) => variablesNow(machine, now, before).map(({ name, flow, value, changed, fixed }) => `${flow ? `${flow}.` : ''}${name}${value === undefined ? '' : ` = ${JSON.stringify(value)}`}${changed ? ' changed' : ''}${fixed ? ' fixed' : ''}`);

test.each<[string, Snapshot | null, Snapshot | null, string[]]>([
  ['before anything was said', null, null, ['name', 'n']],
  ['what a step changed', at({ name: 'Ada', n: 1 }, frame('main', {})), at({ n: 1 }, frame('main', {})), ['name = "Ada" changed', 'n = 1']],
  ['what it took away', at({}, frame('main', {})), at({ n: 1 }, frame('main', {})), ['name', 'n changed']],
  ['the running flow before the ones that called it, which nobody else can change', at({}, frame('main', {}), frame('outer', { a: 'x' }), frame('inner', { b: 2 })), at({}, frame('main', {}), frame('outer', { a: 'x' })), ['name', 'n', 'inner.a', 'inner.b = 2 changed', 'outer.a = "x" fixed']],
])('%s', (_name, now, before, lines) => expect(told(now, before)).toEqual(lines));
