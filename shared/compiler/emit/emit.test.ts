import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import { comparableTaken, comparableTold } from '../companion/comparable.ts';
import { runEmitted } from '../../test/runEmitted.ts';
import { prepare } from '../../engine/prepare.ts';
import { take } from '../../engine/take.ts';
import type { Machine } from '../../machine/machine.ts';
import { anyText, events, flowOf, machineOf, send, to, types } from '../../test/machineOf.ts';
import { randomMachine } from '../../test/randomMachine.ts';
import { ruleRows } from '../../test/rules.data.ts';
import { compile } from '../compile.ts';
import { drawGolden } from '../../golden/drawGolden.ts';
import { nodeTypes } from '../../nodes/index.ts';
import { emit } from './emit.ts';
import { titlesOf } from './titlesOf.ts';

const folder = join(import.meta.dirname, `../../../.cache/emitted-${process.pid}`);
const base = join(import.meta.dirname, '../../../tsconfig.base.json');

/** Type errors of emitted modules, one line each, under the house's own strict settings. */
function typeErrors(machines: Machine[]): string[] {
  mkdirSync(folder, { recursive: true });
  const files = machines.map((machine, at) => {
    const file = join(folder, `emitted${at}.ts`);
    writeFileSync(file, emit(machine).code);
    return file;
  });
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(base, (path) => ts.sys.readFile(path)).config, ts.sys, folder);
  const program = ts.createProgram(files, { ...options, composite: false, emitDeclarationOnly: false, noEmit: true, lib: ['lib.es2023.d.ts'], types: [] });
  // What the modules import is checked with its own room.
  const sources = files.map((file) => program.getSourceFile(file));
  const found = sources.flatMap((source) => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]);
  return found.map(({ file, start, messageText }) => (
    `${file?.fileName ?? ''}:${start ?? 0} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`));
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A machine of questions, conditions and effects with as many states. */
function bigMachine(states: number): Machine {
  const ids = Array.from({ length: states }, (_, at) => `n${at}`);
  return machineOf({ main: flowOf(Object.fromEntries(ids.map((id, at) => [id, {
    entry: [send(`question ${at} {name}`)], wait: anyText, on: { answer: [to(ids[(at + 1) % states] ?? id, { set: [{ variable: 'name', value: { from: 'answer' } }] })], invalid: [to(id)] },
  }])), { name: [types.text, ''] }) });
}

describe('the emitted code', () => {
  test('type-checks under the strict settings, whatever the machine', () => {
    expect(typeErrors([...[1, 2].map(randomMachine), ...ruleRows.slice(0, 2).map(({ machine }) => machine), bigMachine(20)])).toEqual([]);
  }, 120_000);

  test('is the same for the same machine', () => {
    expect(emit(randomMachine(5)).code).toBe(emit(randomMachine(5)).code);
  });

  test('stays code whatever authors call things', () => {
    const nasty = ['"', '\\', '`${process.exit()}`', '*/', '\u2028', 'a\nb', '</script>', "'; process.exit(); '", '__proto__', 'constructor', '// x'];
    const machine = machineOf({ main: flowOf({
      'a.b\\c': { node: 'x', entry: nasty.map(send), wait: anyText, on: { answer: [to('toString', { edge: nasty.join(''), guard: { is: 'option', option: nasty.join('') } }), to('toString')] } },
      toString: { node: 'y', entry: [send('end')], final: true as const },
    }) });
    const titles = { flow: () => nasty.join(' '), node: (_: string, node: string) => `${nasty.join('\n')}${node}` };
    expect(emit(machine, titles).code.split('\n').length).toBe(emit(machine).code.split('\n').length);
    expect(ts.transpileModule(emit(machine, titles).code, { reportDiagnostics: true }).diagnostics).toEqual([]);
    const prepared = prepare(machine);
    const tell = runEmitted(machine);
    const first = take(prepared, null, events.start());
    expect(comparableTold(tell(events.start()))).toEqual(comparableTaken(first));
    expect(comparableTold(tell(events.say('x')))).toEqual(comparableTaken(take(prepared, first.snapshot, events.say('x'))));
  });

  test('says what its nodes are called', () => {
    const machine = machineOf({ main: flowOf({ a1: { wait: anyText }, 'a1/again': { wait: anyText }, b2: { final: true } }) });
    const { code } = emit(machine, { flow: () => 'Car wash', node: (_, node) => ({ a1: 'Ask the name', b2: 'Goodbye' })[node] });
    expect(code.match(/^ *\/\/ .*/gm)?.map((line) => line.trim())).toEqual([
      '// Limits and errors: tried when a state has no way on of its own.', '// Car wash', '// Ask the name', '// Goodbye',
      '// Where errors lead: to the route of the state, else to the error text of its flow.',
      '// Where the end of a flow leads: back to its caller, back to an interrupted question, or to the end of the session.',
    ]);
  });

  test('calls nodes as their author does, else by their type', () => {
    const set = drawGolden({ flow: { nodes: { begin: 'start', hi: 'message', bye: 'end' }, edges: ['begin -> hi', 'hi -> bye'] } }, nodeTypes);
    const flow = set.flows[set.main]!;
    flow.nodes['hi'] = { ...flow.nodes['hi']!, title: 'Say hello' };
    const { code } = emit(compile(set, nodeTypes), titlesOf(set, nodeTypes));
    expect(code).toMatch(/\/\/ Start\n.*begin: \{/);
    expect(code).toMatch(/\/\/ Say hello\n.*hi: \{/);
  });

  test('holds every state of a machine of 500 once', () => {
    expect(emit(bigMachine(500)).code.match(/id: "main:n\d+"/g)).toHaveLength(500);
  });
});
