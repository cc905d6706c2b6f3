import { fits, own } from '../../expressions/fits.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import type { Assignment, Call, CursorStep, ToolCall } from '../../machine/machine.ts';
import type { ToolStep } from '../../machine/modelCall.ts';
import type { Frame } from '../../machine/snapshot.ts';
import { limits } from '../../machine/snapshot.ts';
import { changeTop, inside, top } from './turn.ts';
import type { Context, Tables } from './types.ts';
import { Problem } from './values.ts';
import type { Values } from './values.ts';

/** What actions of an emitted machine change in the context: values, cursors, frames, and what went wrong. */
export function changesOf(tables: Tables, { resolve, valueOf, partsOf }: Values) {
  const hasRoute = ({ flow, at }: Frame): boolean => tables.errorRoutes.includes(`${flow}:${at}`);

  /** An error of the top frame goes its state's own way, else to its flow's `$error`; an error of that ends the session. */
  function fail(work: Context, where: string, last = false): void {
    const frame = top(work);
    work.turn.notes.push(`fail ${frame.flow}:${frame.at} ${where}`);
    work.turn.failed = frame.at === '$error' ? '$end' : `${frame.flow}:${!last && hasRoute(frame) ? frame.at : '$error'}`;
  }

  function over(work: Context, limit: string): void {
    work.turn.over = limit;
    work.turn.notes.push(`limit ${limit}`);
  }

  function store(work: Context, name: string, value: Json | undefined): void {
    const { flow, locals } = top(work);
    const variable = resolve(flow, name);
    if (!variable || (value !== undefined && !fits(variable.type, value))) throw new Problem(`${name} does not take this`);
    const others = Object.entries(variable.local ? locals : work.variables).filter(([other]) => other !== name);
    const values = Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
    if (variable.local) changeTop(work, { locals: values });
    else work.variables = values;
    work.turn.notes.push(`set ${name} ${JSON.stringify(value ?? variable.initial)}`);
  }

  function sourceOf(work: Context, source: Assignment['value'], value: Json | undefined): Json | undefined {
    if (source.from === 'unset') return undefined;
    if (source.from === 'expression') return valueOf(work, source.expression);
    if (source.from === 'text') return partsOf(work, source.text, hasRoute(top(work))).map((part) => (typeof part === 'string' ? part : part.value)).join('');
    if (source.from === 'chosen') return chosenOf(work, source, value);
    const cursor = 'loop' in source ? own(top(work).cursors, source.loop) : undefined;
    const found = source.from === 'item' ? cursor?.list[cursor.index] : source.from === 'index' ? cursor?.index : inside(value, source.from === 'result' ? source.path : []);
    if (found === undefined && source.from === 'result' && source.optional) return undefined;
    if (found === undefined) throw new Problem(`There is no ${source.from}`);
    return found;
  }

  /** What the chosen options are worth, each its text as the contact reads it or its code. */
  function chosenOf(work: Context, { path, worth }: Extract<Assignment['value'], { from: 'chosen' }>, value: Json | undefined): Json {
    const ids = inside(value, path);
    return (Array.isArray(ids) ? ids : []).filter((id) => typeof id === 'string').map((id) => {
      const found = own(worth, id);
      if (!found) throw new Problem(`There is no option ${id}`);
      if ('code' in found) return found.code;
      return partsOf(work, found, hasRoute(top(work))).map((part) => (typeof part === 'string' ? part : part.value)).join('');
    });
  }

  function moveCursor(work: Context, step: CursorStep): void {
    const { cursors } = top(work);
    const cursor = own(cursors, step.loop);
    const others = Object.fromEntries(Object.entries(cursors).filter(([loop]) => loop !== step.loop));
    if (step.step === 'end') return changeTop(work, { cursors: others });
    if (step.step === 'next') {
      if (!cursor || cursor.index + 1 >= cursor.list.length) throw new Problem('There is no next item');
      work.turn.visits = {};
      return changeTop(work, { cursors: { ...others, [step.loop]: { list: cursor.list, index: cursor.index + 1 } } });
    }
    const list = valueOf(work, step.list);
    if (!Array.isArray(list)) throw new Problem('A loop goes through a list');
    changeTop(work, { cursors: { ...others, [step.loop]: { list, index: -1 } } });
  }

  function push(work: Context, flow: string, frame: Partial<Frame>): void {
    if (work.frames.length >= limits.frames) return over(work, 'frames');
    work.turn.notes.push(`call ${flow}`);
    work.frames = [...work.frames, { flow, at: own(tables.flows, flow)?.entry ?? '$error', locals: {}, cursors: {}, counters: {}, ...frame }];
  }

  /** Calls of flows that a model made are kept in the frame for its next word, or dropped. */
  function keepSteps(work: Context, exchange: string, steps: ToolStep[] | undefined): void {
    const others = Object.entries(top(work).exchanges ?? {}).filter(([name]) => name !== exchange);
    if (steps || top(work).exchanges?.[exchange]) changeTop(work, { exchanges: Object.fromEntries(steps ? [...others, [exchange, steps]] : others) });
  }

  /** What a model gives the flow it calls. */
  function argumentsOf({ takes }: ToolCall, value: Json | undefined, variables: Tables['flows'][string]['variables']): JsonObject {
    const known = takes.flatMap((local): [string, Json][] => {
      const given = inside(value, ['arguments', local]);
      return given === undefined ? [] : [[local, given]];
    });
    const wrong = known.find(([local, given]) => !fits(own(variables, local)?.type ?? { kind: 'file' }, given));
    if (wrong) throw new Problem(`The flow takes no such ${wrong[0]}`);
    return Object.fromEntries(known);
  }

  function callFlow(work: Context, { flow, args, results, returnTo, failedTo, tool }: Call, happened: Json | undefined): void {
    const callee = own(tables.flows, flow);
    if (!callee) throw new Problem(`There is no flow ${flow}`);
    const locals = args.map(({ local, expression }): [string, Json] => {
      const value = valueOf(work, expression);
      const variable = own(callee.variables, local);
      if (!variable || !fits(variable.type, value)) throw new Problem(`${flow} takes no such ${local}`);
      return [local, value];
    });
    if (!tool) return push(work, flow, { locals: Object.fromEntries(locals), call: { results, returnTo, failedTo } });
    if (work.frames.length >= limits.frames) return over(work, 'frames');
    const given = argumentsOf(tool, happened, callee.variables);
    push(work, flow, { locals: { ...Object.fromEntries(locals), ...given }, call: { results, returnTo, failedTo, tool: { ...tool, arguments: given } } });
  }

  /** Makes all changes or none; a problem takes an error route. */
  function attempt(work: Context, changes: () => void, otherwise: () => void): void {
    const { frames, variables, turn: { notes } } = work;
    const noted = notes.length;
    try {
      changes();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      Object.assign(work, { frames, variables });
      notes.length = noted;
      otherwise();
    }
  }

  function goBack(work: Context): void {
    const { flow, at } = top(work);
    work.turn.goes = `back ${flow}:${at}`;
    work.turn.back = true;
  }

  /** The frame on top is over: its caller goes on with its results, or an interrupted question is asked again, or the session ends. */
  function leave(work: Context, outcome?: 'failed' | 'session'): void {
    const left = top(work);
    const under = work.frames.findIndex(({ shortcut }) => shortcut);
    // A silence in what a shortcut led to ends only that, where something is awaited under it.
    if (left.at === '$silence' && outcome === 'session' && work.frames[under - 1]?.rests) {
      work.frames = work.frames.slice(0, under);
      work.turn.notes.push(`return ${left.flow}`);
      return goBack(work);
    }
    if (work.frames.length === 1 || outcome === 'session') {
      work.frames = [];
      work.turn.goes = '$end';
      work.turn.notes.push('end');
      return;
    }
    work.frames = work.frames.slice(0, -1);
    work.turn.notes.push(`return ${left.flow}`);
    const caller = top(work);
    const { call } = left;
    if (call?.tool) {
      const { exchange, id, arguments: given, gives } = call.tool;
      const declared = own(tables.flows, left.flow)?.variables ?? {};
      const result = Object.fromEntries(gives.map((local) => [local, own(left.locals, local) ?? own(declared, local)?.initial ?? null]));
      keepSteps(work, exchange, [...(own(caller.exchanges ?? {}, exchange) ?? []), { tool: id, arguments: given, result: outcome === 'failed' ? null : result }]);
    }
    if (!call && caller.rests) goBack(work);
    else if (!call) work.turn.goes = `again ${caller.flow}:${caller.at}`;
    else if (outcome === 'failed') work.turn.goes = `${caller.flow}:${call.failedTo ?? '$error'}`;
    else {
      const given = left.flow === tables.main ? work.variables : left.locals;
      const declared = own(tables.flows, left.flow)?.variables ?? {};
      const resultOf = (local: string): Json | undefined => own(given, local) ?? (own(declared, local)?.declared && own(declared, local)?.initial);
      attempt(work, () => call.results.forEach(({ variable, local }) => store(work, variable, resultOf(local))), () => fail(work, 'return'));
      work.turn.goes = `${caller.flow}:${call.returnTo}`;
    }
  }

  return { attempt, callFlow, fail, hasRoute, keepSteps, leave, moveCursor, over, push, sourceOf, store };
}
