import { Scope } from 'quickjs-emscripten-core';
import type { QuickJSContext, QuickJSHandle, QuickJSRuntime, QuickJSWASMModule } from 'quickjs-emscripten-core';
import type { CappedMemory } from './cappedMemory.ts';
import { explainError } from './explainError.ts';
import type { Thrown } from './explainError.ts';
import { runLimits } from './limits.ts';
import type { RunOutcome, WorkerRun } from './messages.ts';
import { nestingOf } from './nestingOf.ts';
import { prelude } from './prelude.ts';

/** Memory for saying what went wrong, after the code has used up its own. */
const lastWordsBytes = 4 * 1024 * 1024;

/** QuickJS with the memory it runs in. */
interface Engine {
  quickjs: QuickJSWASMModule;
  memory: CappedMemory;
}

/** Thrown by the code, and explained already. */
class Refused extends Error {}

/**
 * One run in a QuickJS runtime of its own. What the code does wrong is an outcome; `spent` says that the engine may have been
 * harmed and this thread should not be used again. What throws broke the engine.
 */
export function runOnce({ quickjs, memory }: Engine, run: WorkerRun): RunOutcome & { spent: boolean; ms: number } {
  const began = performance.now();
  const deadline = began + run.timeoutMs;
  const late = (): boolean => performance.now() > deadline;
  const runtime = quickjs.newRuntime();
  // Blocks are counted by QuickJS, bytes by the memory.
  const allow = (bytes: number): void => {
    runtime.setMemoryLimit(bytes);
    memory.allow(bytes);
  };
  allow(run.memoryBytes);
  runtime.setMaxStackSize(runLimits.stackBytes);
  runtime.setInterruptHandler(late);
  const context = runtime.newContext();
  const outcome = Scope.withScope((scope) => runIn({ scope, runtime, context, run, late, allow }));
  const ms = performance.now() - began;
  if (outcome.error !== undefined && (late() || /memory|too deeply/.test(outcome.error))) return { ...outcome, ms, spent: true };
  context.dispose();
  runtime.dispose();
  // What a large check has grown to would be any later run's.
  return { ...outcome, ms, spent: memory.isPast(runLimits.memoryBytes + lastWordsBytes) };
}

interface Inside {
  scope: Scope;
  runtime: QuickJSRuntime;
  context: QuickJSContext;
  run: WorkerRun;
  late: () => boolean;
  /** How much memory it may have from now on. */
  allow: (bytes: number) => void;
}

function runIn(inside: Inside): RunOutcome {
  const { scope, context, run, late, allow } = inside;
  const harness = scope.manage(context.unwrapResult(context.evalCode(prelude, 'prelude.js')));
  const log = (): string => textOf(inside, harness, 'log') ?? '[]';
  try {
    call(inside, harness, 'setUp', [context.newNumber(run.now), context.newNumber(run.seed), context.newNumber(run.outputBytes)]);
    if (run.library !== undefined) scope.manage(settled(inside, harness, context.evalCode(run.library, 'library.js')));
    const exports = exportsOf(inside, harness);
    const main = scope.manage(context.getProp(exports, 'default'));
    call(inside, harness, 'start', [main, context.newString(run.input)]);
    return { ...resultOf(inside, harness), log: log() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    allow(run.memoryBytes + lastWordsBytes);
    return { error: late() ? tooLong(run) : error.message, log: late() ? '[]' : log() };
  }
}

function tooLong({ timeoutMs }: Pick<WorkerRun, 'timeoutMs'>): string {
  return `The code ran longer than ${timeoutMs.toLocaleString('en')} ms.`;
}

/** The module's exports; code with a top-level await is run until it has them. */
function exportsOf(inside: Inside, harness: QuickJSHandle): QuickJSHandle {
  const { scope, context, run } = inside;
  const evaluated = scope.manage(settled(inside, harness, context.evalCode(run.code, 'code.js', { type: 'module' })));
  runJobs(inside);
  const state = context.getPromiseState(evaluated);
  if (state.type === 'fulfilled') return state.notAPromise ? evaluated : scope.manage(state.value);
  if (state.type === 'rejected') throw explained(inside, harness, scope.manage(state.error));
  throw new Refused(endless);
}

const endless = 'The code waits for something that never comes.';

function resultOf(inside: Inside, harness: QuickJSHandle): Omit<RunOutcome, 'log'> & RunOutcome | never {
  const { scope, context, run } = inside;
  runJobs(inside);
  const result = scope.manage(call(inside, harness, 'result', []));
  if (context.typeof(result) !== 'object') throw new Refused(endless);
  const thrown = context.getProp(result, 'thrown');
  const [text, error] = [stringIn(inside, result, 'text'), stringIn(inside, result, 'error')];
  if (error !== undefined) throw new Refused(error);
  if (text === undefined) throw explained(inside, harness, scope.manage(thrown));
  thrown.dispose();
  if (Buffer.byteLength(text) > run.outputBytes) throw new Refused(`The code gave back more than ${run.outputBytes / 1024} KB. Give back less.`);
  if (nestingOf(text) > runLimits.outputNesting) throw new Refused(`The code gave back lists and objects more than ${runLimits.outputNesting} deep.`);
  return { text, log: '[]' };
}

/** Runs what promises wait for, until nothing is left or the time is up. */
function runJobs({ runtime, late }: Inside): void {
  while (runtime.hasPendingJob() && !late()) {
    const ran = runtime.executePendingJobs(100);
    if (ran.error) ran.error.dispose();
  }
}

function call(inside: Inside, harness: QuickJSHandle, name: string, args: QuickJSHandle[]): QuickJSHandle {
  const { scope, context } = inside;
  const method = scope.manage(context.getProp(harness, name));
  args.forEach((argument) => scope.manage(argument));
  return settled(inside, harness, context.callFunction(method, context.undefined, ...args));
}

function settled(inside: Inside, harness: QuickJSHandle, result: ReturnType<QuickJSContext['evalCode']>): QuickJSHandle {
  if (result.error) throw explained(inside, harness, inside.scope.manage(result.error));
  return result.value;
}

/** What was thrown, read inside QuickJS (its fields may be traps) with a little memory of its own. */
function explained({ context, run, scope, late, allow }: Inside, harness: QuickJSHandle, error: QuickJSHandle): Refused {
  if (late()) return new Refused(tooLong(run));
  allow(run.memoryBytes + lastWordsBytes);
  const explain = scope.manage(context.getProp(harness, 'explain'));
  const told = context.callFunction(explain, context.undefined, error);
  if (told.error) {
    told.error.dispose();
    return new Refused('The code failed, and failed again while saying why.');
  }
  const thrown: Thrown = JSON.parse(context.getString(scope.manage(told.value)));
  return new Refused(explainError(thrown, run.code));
}

function textOf(inside: Inside, harness: QuickJSHandle, name: string): string | undefined {
  try {
    return inside.context.getString(inside.scope.manage(call(inside, harness, name, [])));
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

function stringIn({ context, scope }: Inside, object: QuickJSHandle, name: string): string | undefined {
  const value = scope.manage(context.getProp(object, name));
  return context.typeof(value) === 'string' ? context.getString(value) : undefined;
}
