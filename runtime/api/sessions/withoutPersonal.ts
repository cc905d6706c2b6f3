import { variablesOf } from '@parley/shared/expressions/variablesOf';
import { zeroOf } from '@parley/shared/expressions/zeroOf';
import type { Json } from '@parley/shared/lib/json';
import type { CompiledFlow, Machine, Transition, Variable } from '@parley/shared/machine/machine';
import type { Frame, Snapshot } from '@parley/shared/machine/snapshot';

/** A snapshot without personal values, and the names of what was left out: variables, lists gone through for them, and what stands in forms. */
export function withoutPersonal(machine: Machine, snapshot: Snapshot): { snapshot: Snapshot; left: string[] } {
  const main = machine.flows[machine.main]?.variables ?? {};
  const left = new Set<string>();
  const plain = (values: Readonly<Record<string, Json>>, variables: Readonly<Record<string, Variable>>): Record<string, Json> => Object.fromEntries(Object.entries(values).filter(([name]) => {
    const hides = variables[name]?.personal === true;
    if (hides) left.add(name);
    return !hides;
  }));
  const frames = snapshot.frames.map((frame): Frame => {
    const flow = machine.flows[frame.flow];
    const known = { ...main, ...flow?.variables };
    const cursors = Object.fromEntries(Object.entries(frame.cursors).map(([loop, cursor]) => {
      const item = personalItem(flow, known, loop);
      if (!item) return [loop, cursor];
      left.add(item.name);
      return [loop, { ...cursor, list: cursor.list.map(() => zeroOf(item.variable.type)) }];
    }));
    // What was typed into a form is whatever people type there.
    const forms = frame.forms && Object.fromEntries(Object.entries(frame.forms).map(([name, { steps }]) => {
      left.add(name);
      return [name, { ...(steps && { steps }), given: {}, values: {}, passed: [], errors: [] }];
    }));
    // Nor can it be told what a model asked flows, and what they gave.
    const exchanges = frame.exchanges && Object.fromEntries(Object.entries(frame.exchanges).map(([name, steps]) => {
      left.add(name);
      return [name, steps.map(({ tool, result }) => ({ tool, arguments: {}, result: result && {} }))];
    }));
    // And what another system told while a shortcut was between.
    const { came } = frame.rests ?? {};
    const rests = frame.rests && came?.type === 'callback' && { rests: { ...frame.rests, came: { ...came, called: { ...came.called, values: {} } } } };
    const call = frame.call?.tool && { call: { ...frame.call, tool: { ...frame.call.tool, arguments: {} } } };
    return { ...frame, locals: plain(frame.locals, flow?.variables ?? {}), cursors, ...(forms && { forms }), ...(exchanges && { exchanges }), ...rests, ...call };
  });
  return { snapshot: { ...snapshot, frames, variables: plain(snapshot.variables, main) }, left: [...left] };
}

/** The variable that a loop gives its items to, when it or the list is personal. */
function personalItem(flow: CompiledFlow | undefined, known: Readonly<Record<string, Variable>>, loop: string): { name: string; variable: Variable } | undefined {
  const ways = Object.values(flow?.states ?? {}).flatMap(({ always, on, onError }): Transition[] => [...always, ...Object.values(on).flat(), ...(onError ? [onError] : [])]);
  const names = ways.flatMap(({ set = [] }) => set.flatMap(({ variable, value }) => (value.from === 'item' && value.loop === loop ? [variable] : [])));
  const read = ways.flatMap(({ cursor }) => (cursor?.step === 'start' && cursor.loop === loop ? variablesOf(cursor.list.cel) : []));
  const isPersonal = [...names, ...read].some((name) => known[name]?.personal);
  const name = names.find((each) => known[each]);
  const variable = name === undefined ? undefined : known[name];
  return isPersonal && name !== undefined && variable ? { name, variable } : undefined;
}
