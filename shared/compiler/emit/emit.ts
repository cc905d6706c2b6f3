import CodeBlockWriter from 'code-block-writer';
import { errorState } from '../../machine/machine.ts';
import type { Machine } from '../../machine/machine.ts';
import { emitState, errorRoutes } from './emitState.ts';
import { comment, literal, propertyName } from './literal.ts';
import { entryOf, placesOf, returnsOf, target } from './places.ts';
import { marksIn } from './spans.ts';
import type { CodeSpan, Marks } from './spans.ts';

/** What a reader of the code wants to know and the machine does not hold: titles of flows and nodes. */
export interface Titles {
  flow?(flow: string): string | undefined;
  node?(flow: string, node: string): string | undefined;
}

/** Where the emitted code has its companion from; whoever takes the code elsewhere puts another place here. */
export const companionModule = '@parley/shared/compiler/companion';

/**
 * Writes a machine as a readable TypeScript module that runs on plain xstate 5 with the companion file. The same machine
 * gives the same code, and whatever authors call things, it stays code. `spans` say which lines belong to what.
 */
export function emit(machine: Machine, titles: Titles = {}): { code: string; spans: CodeSpan[] } {
  const writer = new CodeBlockWriter({ indentNumberOfSpaces: 2 });
  const marks = marksIn(writer);
  writer.writeLine("import { setup } from 'xstate';").writeLine(`import { companion } from '${companionModule}';`).blankLine();
  emitTables(writer, machine, marks);
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
      for (const flow of Object.keys(machine.flows)) marks.around({ flow }, () => emitFlow(writer, machine, { flow, titles, marks }));
      emitEnds(writer, machine);
    });
  }).write(');').newLine();
  const code = writer.toString();
  return { code, spans: marks.spansOf(code) };
}

function emitTables(writer: CodeBlockWriter, machine: Machine, marks: Marks): void {
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
    const owner = ownersOf(machine);
    block(writer, 'texts: ', () => {
      for (const [key, text] of Object.entries(machine.texts)) marks.around({ text: key, ...owner(key) }, () => writer.writeLine(`${propertyName(key)}: ${literal(text)},`));
    });
    writer.writeLine(`shortcuts: ${literal(machine.shortcuts)},`);
    const routes = placesOf(machine).filter(({ id, state }) => state.onError && id !== errorState);
    writer.writeLine(`errorRoutes: ${literal(routes.map(({ flow, id }) => `${flow}:${id}`))},`);
  }).write(');').newLine();
}

/** Which flow and node a text belongs to: its key is `<flow>:<node>/<field>`. */
function ownersOf(machine: Machine): (key: string) => { flow: string; node?: string } {
  const nodes = new Set(placesOf(machine).flatMap(({ flow, state: { node } }) => (node === undefined ? [] : [`${flow}:${node}`])));
  return (key) => {
    const owner = key.slice(0, Math.max(0, key.indexOf('/')));
    const flow = owner.slice(0, Math.max(0, owner.indexOf(':')));
    return nodes.has(owner) ? { flow, node: owner.slice(flow.length + 1) } : { flow };
  };
}

function emitShortcuts(writer: CodeBlockWriter, machine: Machine): void {
  const { shortcuts, main } = machine;
  if (shortcuts.length === 0) return;
  writer.writeLine('// What contacts can ask for at any time.');
  block(writer, 'on: ', () => {
    for (const { id, does } of shortcuts) {
      const restart = `{ target: ${entryOf(machine, main, '"#$return"')}, actions: "restart" }`;
      const way = does.kind === 'restart' ? restart
        : does.kind === 'dialog' ? `{ actions: [{ type: "openDialog", params: ${literal({ dialog: does.dialog })} }, "asks"] }`
          : `{ target: ${entryOf(machine, does.flow, target(machine, main, errorState))}, actions: { type: "interrupt", params: ${literal({ flow: does.flow })} } }`;
      writer.writeLine(`${literal(`shortcut.${id}`)}: ${way},`);
    }
    if (shortcuts.some(({ does }) => does.kind !== 'restart')) writer.writeLine('kept: { actions: "keep" },').writeLine('asked: { actions: "asked" },');
  });
}

function emitFlow(writer: CodeBlockWriter, machine: Machine, { flow, titles, marks }: { flow: string; titles: Titles; marks: Marks }): void {
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
        marks.around({ flow, state: id, ...(state.node !== undefined && { node: state.node }) }, () => {
          if (title && title !== titled) writer.writeLine(`// ${comment(title)}`);
          emitState(writer, machine, { flow, id, state });
        });
        titled = title;
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
