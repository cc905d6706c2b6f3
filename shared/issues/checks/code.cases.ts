import type { CheckCases } from '../cases.ts';

const run = (code: string) => ({ nodes: { start: 'start', run: { code: { code } }, bye: 'end' }, edges: ['start -> run', 'run.done -> bye'] });

export const cases: CheckCases = {
  flags: [
    { why: 'a bracket that is never closed', flow: run('export default function (input) {\n  return [1, 2;\n}'), severity: 'error', node: 'run', field: 'code', says: 'Line' },
    { why: 'a text that is never closed', flow: run('export default () => "oops'), severity: 'error', node: 'run' },
    { why: 'nothing to run', flow: run('function main() { return 1; }'), severity: 'error', node: 'run', says: 'export default' },
    { why: 'a bracket too many', flow: run('export default () => 1)'), severity: 'error', node: 'run' },
    { why: 'an expression in a template that is never closed', flow: run('export default () => `a ${1 + `'), severity: 'error', node: 'run' },
  ],
  passes: [
    { why: 'brackets in texts, patterns and comments', flow: run('// ( {\nexport default (input: { a: string }) => { /* [ */ return input.a.replace(/[(/]\\)/g, "}") + \'(\'; }') },
    { why: 'templates inside templates', flow: run('export default (i) => `a ${i.b ? `{${i.c}` : "`"} )`') },
    { why: 'a division, which begins no pattern', flow: run('export default (i) => { const half = i.a / 2; return half / (1 + i.b) }') },
  ],
  unfixed: 'A program is changed by who understands it: a bracket that was put in would only make it do something else.',
};
