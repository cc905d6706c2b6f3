import { check } from '../expressions/check.ts';
import type { Scope, ValueType } from '../expressions/types.ts';
import type { Flow } from '../flow/document.ts';
import type { Transition } from '../machine/machine.ts';
import { errorState, silenceState } from '../machine/machine.ts';
import type { CompileContext, Exit } from '../nodes/defineNode.ts';
import type { Drawn, Way } from './drawWays.ts';
import { own } from '../expressions/fits.ts';

/** Makes what the nodes of one flow see while they lower themselves. */
export function makeContexts({ set, id, flow, ways }: Drawn): (node: string, exits: readonly Exit[]) => CompileContext {
  const main = own(set.flows, set.main);
  const silenceAfter = flow.settings.silenceAfter ?? main?.settings.silenceAfter;
  const scope = lazily(() => scopeOf(flow, main));
  const types = new Map<string, ValueType | undefined>();
  const shared = {
    setting: (name: 'errorText' | 'unreadableText' | 'waitingText') => ({ text: `${flow.settings[name] ? id : set.main}:settings/${name}` }),
    says: (name: 'errorText' | 'unreadableText' | 'waitingText') => Boolean(flow.settings[name] || main?.settings[name]),
    expression: (cel: string, type: ValueType) => ({ cel, type }),
    typeOf: (cel: string) => {
      if (!types.has(cel)) types.set(cel, resultOf(cel, scope()));
      return types.get(cel);
    },
    variable: (variable: string) => own(flow.variables, variable),
    subflow: (called: string) => own(set.flows, called),
    inSubflow: id !== set.main,
    silence: silenceAfter ? { after: silenceAfter } : undefined,
  };
  return (node, exits) => ({
    ...shared,
    state: (part) => (part ? `${node}/${part}` : node),
    text: (...path) => ({ text: `${id}:${node}/${path.join('.')}` }),
    exit: (name) => wayOut(ways.get(node)?.get(name), () => exits.find((exit) => exit.id === name)),
    connected: (name) => ways.get(node)?.get(name)?.to !== undefined,
  });
}

function wayOut(way: Way | undefined, exit: () => Exit | undefined): Transition {
  // An arrow to a node that is gone leads as far as none.
  if (way && (way.to !== undefined || exit()?.handledBySettings !== 'silence')) return { to: way.to === undefined ? errorState : way.part ? `${way.to}/${way.part}` : way.to, edge: way.edge };
  return { to: exit()?.handledBySettings === 'silence' ? silenceState : errorState, ...(way && { edge: way.edge }) };
}

function resultOf(cel: string, scope: Scope): ValueType | undefined {
  const checked = check(cel, scope);
  return checked.ok ? checked.type : undefined;
}

/** In a subflow the session's variables are known too; its own come first. */
function scopeOf(flow: Flow, main: Flow | undefined): Scope {
  const variables = [...Object.values(main?.variables ?? {}), ...Object.values(flow.variables)];
  return { variables: Object.fromEntries(variables.map(({ name, type }) => [name, type])) };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
