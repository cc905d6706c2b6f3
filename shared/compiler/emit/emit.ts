import CodeBlockWriter from 'code-block-writer';
import { errorState } from '../../machine/machine.ts';
import type { Machine } from '../../machine/machine.ts';
import { emitState, errorRoutes } from './emitState.ts';
import { comment, literal, propertyName } from './literal.ts';
import { entryOf, placesOf, returnsOf, target } from './places.ts';

/** What a reader of the code wants to know and the machine does not hold: titles of flows and nodes. */
export interface Titles {
  flow?(flow: string): string | undefined;
  node?(flow: string, node: string): string | undefined;
}

/**
 * Writes a machine as a readable TypeScript module that runs on plain xstate 5 with the companion file. The same machine
 * gives the same code, and whatever authors call things, it stays code.
 */
export function emit(machine: Machine, titles: Titles = {}): { code: string } {
  const writer = new CodeBlockWriter({ indentNumberOfSpaces: 2 });
  writer.writeLine("import { setup } from 'xstate';").writeLine("import { companion } from '@parley/shared/compiler/companion';").blankLine();
  emitTables(writer, machine);
  writer.blankLine();
  writer.write('export const machine = setup({ types: parley.types, guards: parley.guards, actions: parley.actions }).createMachine(');
  writer.inlineBlock(() => {
    writer.writeLine('id: "parley",').writeLine('context: parley.begin,').writeLine(`initial: ${literal(machine.main)},`);
    emitShortcuts(writer, machine);
    lines(writer, '// Limits and errors: tried when a state has no way on of its own.\nalways: [', [
      '{ guard: "overAgain", target: "#$return", actions: "end" }',
      `{ guard: "over", target: ${target(machine, machine.main, errorState)}, actions: "abandon" }`,
      '{ guard: "astray", target: "#$failed" }',
    ], '],');
    block(writer, 'states: ', () => {
      for (const flow of Object.keys(machine.flows)) emitFlow(writer, machine, flow, titles);
      emitEnds(writer, machine);
    });
  }).write(');').newLine();
  return { code: writer.toString() };
}

function emitTables(writer: CodeBlockWriter, machine: Machine): void {
  writer.write('export const parley = companion(').inlineBlock(() => {
    writer.writeLine(`main: ${literal(machine.main)},`).writeLine(`languages: ${literal(machine.languages)},`);
    block(writer, 'flows: ', () => {
      for (const [flow, { entry, variables }] of Object.entries(machine.flows)) {
        block(writer, `${propertyName(flow)}: `, () => {
          writer.writeLine(`entry: ${literal(entry)},`);
          record(writer, 'variables: ', variables);
        });
      }
    });
    record(writer, 'texts: ', machine.texts);
    writer.writeLine(`shortcuts: ${literal(machine.shortcuts)},`);
    const routes = placesOf(machine).filter(({ id, state }) => state.onError && id !== errorState);
    writer.writeLine(`errorRoutes: ${literal(routes.map(({ flow, id }) => `${flow}:${id}`))},`);
  }).write(');').newLine();
}

function emitShortcuts(writer: CodeBlockWriter, machine: Machine): void {
  const { shortcuts, main } = machine;
  if (shortcuts.length === 0) return;
  writer.writeLine('// What contacts can ask for at any time.');
  block(writer, 'on: ', () => {
    for (const { id, does } of shortcuts) {
      const restart = `{ target: ${entryOf(machine, main, '"#$return"')}, actions: "restart" }`;
      const way = does.kind === 'restart' ? restart
        : does.kind === 'dialog' ? `{ actions: { type: "openDialog", params: ${literal({ dialog: does.dialog })} } }`
          : `{ target: ${entryOf(machine, does.flow, target(machine, main, errorState))}, actions: { type: "interrupt", params: ${literal({ flow: does.flow })} } }`;
      writer.writeLine(`${literal(`shortcut.${id}`)}: ${way},`);
    }
  });
}

function emitFlow(writer: CodeBlockWriter, machine: Machine, flow: string, titles: Titles): void {
  const compiled = machine.flows[flow];
  if (!compiled) return;
  const { entry, states } = compiled;
  writer.writeLine(`// ${comment(titles.flow?.(flow) ?? (flow === machine.main ? 'The main flow' : `The flow ${flow}`))}`);
  block(writer, `${propertyName(flow)}: `, () => {
    writer.writeLine(`initial: ${literal(Object.hasOwn(states, entry) ? entry : errorState)},`);
    block(writer, 'states: ', () => {
      let titled = '';
      for (const [id, state] of Object.entries(states)) {
        const title = (state.node && titles.node?.(flow, state.node)) || state.node;
        if (title && title !== titled) writer.writeLine(`// ${comment(title)}`);
        titled = title;
        emitState(writer, machine, { flow, id, state });
      }
      // A machine written by hand may lack it; then an error ends the session without a word.
      if (!Object.hasOwn(states, errorState)) writer.writeLine(`${errorState}: { id: ${literal(`${flow}:${errorState}`)}, always: [{ target: "#$return", actions: "end" }] },`);
    });
  });
}

function emitEnds(writer: CodeBlockWriter, machine: Machine): void {
  writer.writeLine('// Where errors lead: to the route of the state, else to the error text of its flow.');
  block(writer, '$failed: ', () => {
    writer.writeLine('id: "$failed",');
    lines(writer, 'always: [', errorRoutes(machine, placesOf(machine)), '],');
  });
  writer.writeLine('// Where the end of a flow leads: back to its caller, back to an interrupted question, or to the end of the session.');
  block(writer, '$return: ', () => {
    const back = [...returnsOf(machine)].map(([to, goal]) => `{ guard: { type: "goes", params: ${literal({ to })} }, target: ${goal} }`);
    writer.writeLine('id: "$return",');
    lines(writer, 'always: [', [...back, '{ guard: "ends", target: "#$end" }'], '],');
  });
  writer.writeLine('$end: { id: "$end", type: "final" },');
}

function block(writer: CodeBlockWriter, head: string, body: () => void): void {
  writer.write(head).inlineBlock(body).write(',').newLine();
}

function record(writer: CodeBlockWriter, head: string, entries: Record<string, unknown>): void {
  block(writer, head, () => Object.entries(entries).forEach(([name, value]) => writer.writeLine(`${propertyName(name)}: ${literal(value)},`)));
}

function lines(writer: CodeBlockWriter, head: string, items: string[], tail: string): void {
  writer.write(head).newLine().indent(() => items.forEach((item) => writer.writeLine(`${item},`))).write(tail).newLine();
}
