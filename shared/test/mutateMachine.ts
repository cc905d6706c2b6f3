import { seededRandom } from '../lib/id.ts';
import type { Random } from '../lib/id.ts';
import type { Machine, State, Transition } from '../machine/machine.ts';

/** A compiled machine with one fault in it, and what was done. */
export interface Mutant {
  fault: string;
  machine: Machine;
}

interface Place {
  flow: string;
  at: string;
  state: State;
}

type Operator = (place: Place, machine: Machine, random: Random) => string | undefined;

const pick = <Item>(random: Random, items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
const listsOf = ({ always, on }: State): Transition[][] => [always, ...Object.values(on)].filter((list) => list.length > 0);
const transitionsOf = (state: State): Transition[] => listsOf(state).flat();

/** Faults such as a mistaken compiler or a slip in a drawing would make; each says what it did, or nothing when the place has nothing of the kind. */
const operators: Record<string, Operator> = {
  'leads elsewhere': ({ flow, state }, machine, random) => {
    const transition = pick(random, transitionsOf(state).filter(({ to }) => to !== undefined));
    const others = Object.entries(machine.flows[flow]?.states ?? {}).filter(([at, { node }]) => at !== transition?.to && node !== '' && !at.includes('/')).map(([at]) => at);
    const to = pick(random, others);
    if (!transition || to === undefined) return undefined;
    const was = transition.to;
    transition.to = to;
    return `${was} becomes ${to}`;
  },
  'a way is missing': ({ state }, _, random) => {
    const list = pick(random, listsOf(state));
    if (!list) return undefined;
    const [gone] = list.splice(Math.floor(random() * list.length), 1);
    return `${gone?.edge ?? gone?.to ?? 'return'} is gone`;
  },
  'a guard is forgotten': ({ state }, _, random) => {
    const guarded = pick(random, transitionsOf(state).filter(({ guard }) => guard));
    if (!guarded) return undefined;
    delete guarded.guard;
    return `of ${guarded.edge ?? guarded.to}`;
  },
  'a guard is turned round': ({ state }, _, random) => {
    const guarded = pick(random, transitionsOf(state).filter(({ guard }) => guard?.is === 'true'));
    if (guarded?.guard?.is !== 'true') return undefined;
    guarded.guard = { ...guarded.guard, expression: { ...guarded.guard.expression, cel: `!(${guarded.guard.expression.cel})` } };
    return guarded.guard.expression.cel;
  },
  'two guards are swapped': ({ state }, _, random) => {
    const guarded = transitionsOf(state).filter(({ guard }) => guard);
    const first = pick(random, guarded);
    const second = pick(random, guarded.filter((each) => each !== first && JSON.stringify(each.guard) !== JSON.stringify(first?.guard) && (each.to !== first?.to || each.edge !== first?.edge)));
    if (!first?.guard || !second?.guard) return undefined;
    [first.guard, second.guard] = [second.guard, first.guard];
    return `${first.edge} and ${second.edge}`;
  },
  'an assignment is lost': ({ state }, _, random) => {
    const setting = pick(random, transitionsOf(state).filter(({ set }) => set && set.length > 0));
    const [gone] = setting?.set?.splice(Math.floor(random() * setting.set.length), 1) ?? [];
    return gone && gone.variable;
  },
  'an effect is lost': ({ state }, _, random) => {
    if (state.entry.length === 0) return undefined;
    const [gone] = state.entry.splice(Math.floor(random() * state.entry.length), 1);
    return gone?.type;
  },
  'an effect is done twice': ({ state }, _, random) => {
    const again = pick(random, state.entry);
    if (!again) return undefined;
    state.entry.push(again);
    return again.type;
  },
  'another text is said': ({ state }, machine, random) => {
    const sends = state.entry.filter((action) => action.type === 'send');
    const sent = pick(random, sends);
    const other = pick(random, Object.keys(machine.texts));
    if (sent?.type !== 'send' || sent.message.type !== 'text' || other === undefined || other === sent.message.text.text) return undefined;
    if (JSON.stringify(machine.texts[other]) === JSON.stringify(machine.texts[sent.message.text.text])) return undefined;
    sent.message = { ...sent.message, text: { text: other } };
    return other;
  },
  'a silence is not noticed': ({ state }) => {
    if (!state.wait?.timeout) return undefined;
    delete state.wait.timeout;
    return 'no deadline';
  },
  'a try more': ({ state }, _, random) => {
    const counted = pick(random, transitionsOf(state).filter(({ guard }) => guard?.is === 'below'));
    if (counted?.guard?.is !== 'below') return undefined;
    counted.guard = { ...counted.guard, limit: counted.guard.limit + 1 };
    return `limit ${counted.guard.limit}`;
  },
  'an option is another': ({ state }, _, random) => {
    const chosen = pick(random, transitionsOf(state).filter(({ guard }) => guard?.is === 'option'));
    if (chosen?.guard?.is !== 'option') return undefined;
    chosen.guard = { is: 'option', option: `${chosen.guard.option}x` };
    return chosen.edge;
  },
};

/** `count` machines with one fault each, the same for the same seed. `reached`: nodes a session can get to, as `flow:node`; faults elsewhere are none. */
export function mutateMachine(machine: Machine, { seed, count, reached }: { seed: number; count: number; reached: ReadonlySet<string> }): Mutant[] {
  const random = seededRandom(seed);
  const names = Object.keys(operators);
  const mutants: Mutant[] = [];
  const known = new Set<string>();
  for (let attempts = 0; mutants.length < count && attempts < count * 200; attempts += 1) {
    const copy = structuredCloneOf(machine);
    const places = Object.entries(copy.flows).flatMap(([flow, { states }]) => Object.entries(states).map(([at, state]): Place => ({ flow, at, state }))).filter(({ flow, state }) => state.node !== '' && reached.has(`${flow}:${state.node}`));
    const place = pick(random, places);
    const name = pick(random, names);
    const done = place && name !== undefined ? operators[name]?.(place, copy, random) : undefined;
    if (!place || done === undefined) continue;
    const fault = `${name} at ${place.flow}:${place.at}: ${done}`;
    if (known.has(fault)) continue;
    known.add(fault);
    mutants.push({ fault, machine: copy });
  }
  return mutants;
}

const structuredCloneOf = (machine: Machine): Machine => JSON.parse(JSON.stringify(machine)) as Machine;
