import { fits, own } from '../expressions/fits.ts';
import { invariant } from '../lib/invariant.ts';
import type { Json, JsonObject } from '../lib/json.ts';
import type { Machine, Variable } from '../machine/machine.ts';
import type { Snapshot } from '../machine/snapshot.ts';

/** A snapshot with another value of one variable, of the running flow's own first; null = nobody has set it. Throws when there is none of that name and type. */
export function withValue(machine: Machine, snapshot: Snapshot, name: string, value: Json): Snapshot {
  const variable = variableAt(machine, snapshot, name);
  invariant(variable, `there is a variable "${name}"`);
  invariant(value === null || fits(variable.type, value), `"${name}" takes a value of its type`);
  const frame = snapshot.frames.at(-1);
  const changed = (values: JsonObject): JsonObject => Object.fromEntries([...Object.entries(values).filter(([each]) => each !== name), ...(value === null ? [] : [[name, value] as const])]);
  if (!frame || variable.flow === machine.main) return { ...snapshot, variables: changed(snapshot.variables) };
  return { ...snapshot, frames: [...snapshot.frames.slice(0, -1), { ...frame, locals: changed(frame.locals) }] };
}

/** The variable a name stands for where a session is, with the flow it belongs to; undefined when there is none. */
export function variableAt({ main, flows }: Machine, { frames }: Pick<Snapshot, 'frames'>, name: string): (Variable & { flow: string }) | undefined {
  const here = frames.at(-1)?.flow ?? main;
  const local = own(flows[here]?.variables ?? {}, name);
  const variable = local ?? own(flows[main]?.variables ?? {}, name);
  return variable && { ...variable, flow: local ? here : main };
}
