import { compile } from '@parley/shared/compiler/compile';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import { nodeTypes } from '@parley/shared/nodes/index';
import type { Sketch } from '@parley/shared/nodes/golden';
import { expect, test } from 'vitest';
import { neededFrom } from './neededFrom.ts';

const main: Sketch = {
  variables: { name: 'text', size: 'text', cars: 'number', unused: 'text', total: 'number' },
  nodes: {
    start: 'start', who: { ask: { question: 'Who?', save: 'name' } }, size: { ask: { question: 'What size, {{name}}?', save: 'size' } },
    many: { condition: { branches: { b: { when: 'cars > 2', label: 'Many', order: 1 } } } }, price: { subflow: { flow: 'pricing', args: { n: { value: 'cars' } } } }, bye: { end: { text: '{{size}}: {{total}}' } },
  },
  edges: ['start -> who', 'who -> size', 'size -> many', 'many.b -> price', 'many.otherwise -> bye', 'price.done -> bye'],
};
const pricing: Sketch = { variables: { n: { type: { kind: 'number' }, direction: 'in' }, note: 'text' }, nodes: { start: 'start', say: { ask: { question: '{{n}} for {{name}}, {{note}}?' } }, end: { end: { text: '' } } }, edges: ['start -> say', 'say -> end'] };
const machine = compile(drawGolden({ flow: main, subflows: { pricing } }, nodeTypes), nodeTypes);

test.each<[string, string, string[]]>([
  ['main', 'who', ['cars', 'total']],
  ['main', 'size', ['name', 'cars', 'total']],
  ['main', 'many', ['name', 'size', 'cars', 'total']],
  ['main', 'bye', ['size', 'total']],
  ['pricing', 'say', ['name', 'n', 'note']],
  ['main', 'nowhere', []],
])('begun in %s at %s, people may want to say %j', (flow, node, names) => expect(neededFrom(machine, { flow, node }).map(({ name }) => name)).toEqual(names));
