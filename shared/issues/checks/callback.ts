import { describe } from '../../expressions/describe.ts';
import { readDuration } from '../../expressions/calendar.ts';
import type { ValueType } from '../../expressions/types.ts';
import type { CallbackContract } from '../../machine/callback.ts';
import type { State } from '../../machine/machine.ts';
import type { Check, Found } from '../check.ts';
import { takes } from '../meaning/takes.ts';
import type { Place } from '../paths/place.ts';
import type { Subject } from '../subject.ts';
import { nameAt, quoted } from '../where.ts';

/** A callback that may never end, or whose contract nobody could keep: no time limit, codes that are missing or alike, values of the wrong type. */
export const callback: Check = {
  name: 'callback',
  holds: 'Every callback has a time limit, codes of its own and typed values',
  counts: 'waits',
  find(subject) {
    return [...subject.reached.keys()].flatMap((place) => {
      const { wait } = place.state;
      if (wait?.for !== 'callback') return [];
      const at = { severity: 'error' as const, flow: place.flow, nodeId: place.node };
      const name = quoted(nameAt(subject, place));
      return [
        ...(wait.timeout && readDuration(wait.timeout.after) !== undefined ? [] : [{ ...at, field: 'timeout', message: `${name} waits for ever when nobody calls back. Say after how long it goes on.`, fix: { label: 'Wait a day', set: [{ path: ['nodes', place.node, 'data', 'timeout'], value: 'P1D' }] } }]),
        ...codeProblems(subject, place, wait.contract).map(({ field, says }) => ({ ...at, field, message: `${name} ${says}` })),
        ...outputProblems(subject, place, wait.contract).map((says): Found => ({ ...at, field: 'outputs', message: `${name} ${says}` })),
      ];
    });
  },
};

function codeProblems(subject: Subject, { flow, node }: Place, { codes }: CallbackContract): { field: string; says: string }[] {
  const fields = (subject.node(flow, node)?.fields ?? []).filter(({ path }) => path[0] === 'codes' && path[2] === 'code');
  if (codes.length === 0) return [{ field: 'codes', says: 'has no return code, so nobody can ever call it back.' }];
  return codes.flatMap(({ code }, place) => {
    const field = fields.filter(({ value }) => value === code).at(codes.slice(0, place).filter((other) => other.code === code).length)?.path.join('.') ?? 'codes';
    if (code === '') return [{ field, says: 'has a return code without a name, so nobody can go that way.' }];
    return codes.findIndex((other) => other.code === code) < place ? [{ field, says: `has the return code ${quoted(code)} twice; only the first way out is ever taken.` }] : [];
  });
}

function outputProblems(subject: Subject, place: Place, { outputs }: CallbackContract): string[] {
  const names = outputs.map(({ name }) => name);
  const twice = [...new Set(names.filter((name, at) => names.indexOf(name) < at))];
  const wrong = new Map(savesIn(place.state).flatMap(({ output, variable }) => {
    const [given, kept] = [outputs.find(({ name }) => name === output)?.type, typeOf(subject, place.flow, variable)];
    return given && kept && !takes(kept, given) ? [[output, `gives ${quoted(output)} as ${describe(given)}, but ${quoted(variable)} takes ${describe(kept)}.`] as const] : [];
  }));
  return [...twice.map((name) => `gives ${quoted(name)} twice; only the first counts.`), ...wrong.values()];
}

function savesIn({ on }: State): { output: string; variable: string }[] {
  return (on.calledBack ?? []).flatMap(({ set = [] }) => set).flatMap(({ variable, value }) => (value.from === 'result' && value.path[0] === 'values' && value.path[1] !== undefined ? [{ output: value.path[1], variable }] : []));
}

function typeOf({ drawing: { machine } }: Subject, flow: string, variable: string): ValueType | undefined {
  return (machine.flows[flow]?.variables[variable] ?? machine.flows[machine.main]?.variables[variable])?.type;
}
