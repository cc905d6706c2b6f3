import type CodeBlockWriter from 'code-block-writer';
import { errorState, outlivesShortcuts } from '../../machine/machine.ts';
import type { Guard, Happening, Machine, Transition, Wait } from '../../machine/machine.ts';
import { literal, propertyName } from './literal.ts';
import { againAt, entryOf, target } from './places.ts';
import type { Place } from './places.ts';

/** Writes one state: what it is for, what it does on entering, where it goes by itself, and what may happen to its wait. */
export function emitState(writer: CodeBlockWriter, machine: Machine, place: Place): void {
  const { flow, id, state } = place;
  writer.write(`${propertyName(id)}: `).inlineBlock(() => {
    writer.writeLine(`id: ${literal(`${flow}:${id}`)},`);
    if (state.wait) writer.writeLine(`meta: ${literal({ node: state.node, wait: state.wait })},`);
    const enter = literal({ flow, state: id, waits: state.wait ? true : undefined });
    list(writer, 'entry', [`{ type: "enter", params: ${enter} }`, ...state.entry.map(({ type, ...params }) => action(type, params))]);
    list(writer, 'always', alwaysOf(machine, place));
    const on = happeningsOf(machine, place);
    if (on.length > 0) writer.write('on: ').inlineBlock(() => on.forEach(([happening, ways]) => list(writer, happening, ways))).write(',').newLine();
  }).write(',').newLine();
}

/** The ways errors go, chosen among when something failed: states' own routes, then each flow's `$error`, then the end. */
export function errorRoutes(machine: Machine, places: Place[]): string[] {
  const failed = (route: string) => `guard: { type: "failed", params: { route: ${literal(route)} } }`;
  return [
    ...places.flatMap((place) => {
      const { flow, id, state: { onError } } = place;
      if (!onError || id === errorState) return [];
      return [`{ ${failed(`${flow}:${id}`)}, ${wayOf(machine, place, onError, ['"recover"'])} }`];
    }),
    ...Object.keys(machine.flows).map((flow) => `{ ${failed(`${flow}:${errorState}`)}, target: ${target(machine, flow, errorState)}, actions: "recover" }`),
    '{ target: "#$return", actions: "end" }',
  ];
}

function alwaysOf(machine: Machine, place: Place): string[] {
  const { state: { always, final, outcome, wait }, id } = place;
  const ways = waysOut(machine, place, always, true);
  if (always.some(({ guard }) => !guard)) return ways;
  if (final) return [...ways, `{ guard: "within", target: "#$return", actions: ${action('leave', { outcome: outcome ?? (id === errorState ? 'session' : undefined) })} }`];
  if (!wait) return [...ways, `{ guard: "within", actions: ${action('fail', { where: 'entry' })} }`];
  if (outlivesShortcuts(wait)) return [...ways, `{ guard: "untimed", actions: ${action('rest', { timeout: wait.timeout })} }`];
  return wait.timeout ? [...ways, `{ guard: "untimed", actions: ${action('startTimer', wait.timeout)} }`] : ways;
}

/** What comes once to each kind of wait: where nothing says what follows, it goes where errors go. */
const comesOnce: Readonly<Record<Wait['for'], Happening[]>> = { message: [], result: ['done', 'failed', 'unknown'], callback: ['calledBack', 'failed'], dialog: ['dialogDone'], time: [] };

function happeningsOf(machine: Machine, place: Place): [string, string[]][] {
  const { flow, id, state } = place;
  if (!state.wait) return [];
  const on: [string, string[]][] = [];
  const once = comesOnce[state.wait.for];
  for (const happening of new Set([...Object.keys(state.on), ...once] as Happening[])) {
    const transitions = state.on[happening] ?? (happening === 'unknown' ? state.on.failed : undefined) ?? [];
    const ways = waysOut(machine, place, transitions);
    const open = once.includes(happening) && transitions.every(({ guard }) => guard);
    on.push([happening, open ? [...ways, `{ actions: ${action('fail', { where: happening })} }`] : ways]);
  }
  if (state.wait.for === 'message') on.push(['again', [`{ target: ${againAt(machine, flow, id, state)}, reenter: true }`]]);
  const { waitingText } = 'meanwhile' in state.wait ? state.wait : {};
  if (waitingText) on.push(['meanwhile', [`{ actions: ${action('send', { message: { type: 'text', text: waitingText } })} }`]]);
  return on;
}

/** Alternatives in order, none after the first without a guard. Those a state takes by itself (`always`) stop once something failed. */
function waysOut(machine: Machine, place: Place, transitions: Transition[], always = false): string[] {
  const { wait, onError } = place.state;
  const open = transitions.findIndex(({ guard }) => !guard);
  return transitions.slice(0, open < 0 ? undefined : open + 1).flatMap((transition) => {
    const { guard } = transition;
    const rests = always && wait !== undefined;
    const asks = guard?.is === 'true' ? guard.expression : guard?.is === 'means' ? guard.said : undefined;
    const breaks = asks && onError
      ? [`{ guard: { type: "${rests ? 'enteringBreaks' : 'breaks'}", params: ${literal(asks)} }, actions: ${action('fail', { where: 'guard' })} }`] : [];
    const asked = rests ? action('entering', { guard }) : guard ? guardOf(guard) : always ? '"within"' : undefined;
    return [...breaks, `{ ${asked ? `guard: ${asked}, ` : ''}${wayOf(machine, place, transition)} }`];
  });
}

/** Target and actions of a transition; `first` = an error route, which recovers before anything else. */
function wayOf(machine: Machine, place: Place, { edge, set, cursor, count, call, forget, return: returns, to }: Transition, first: string[] = []): string {
  const { flow, id } = place;
  const taking = { from: `${flow}:${id}`, edge, set, cursor, count, call, forget, last: first.length > 0 || undefined };
  const actions = [...first, action('take', taking), ...(returns ? [action('leave', {})] : [])];
  const failing = target(machine, flow, errorState);
  const goal = returns ? '"#$return"' : call ? entryOf(machine, call.flow, failing) : target(machine, flow, to ?? errorState);
  const reenter = goal === target(machine, flow, id) ? ', reenter: true' : '';
  return `target: ${goal}${reenter}, actions: ${actions.length === 1 ? actions[0] : `[${actions.join(', ')}]`}`;
}

function guardOf({ is, ...params }: Guard): string {
  return is === 'true' && 'expression' in params ? `{ type: "is", params: ${literal(params.expression)} }` : `{ type: ${literal(is)}, params: ${literal(params)} }`;
}

function action(type: string, params: object): string {
  return `{ type: ${literal(type)}, params: ${literal(params)} }`;
}

function list(writer: CodeBlockWriter, name: string, items: string[]): void {
  if (items.length === 0) return;
  if (items.length === 1) writer.writeLine(`${name}: [${items[0]}],`);
  else writer.write(`${name}: [`).newLine().indent(() => items.forEach((item) => writer.writeLine(`${item},`))).write('],').newLine();
}
