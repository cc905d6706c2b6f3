import { isDeepStrictEqual } from 'node:util';
import { comparableTaken } from '@parley/shared/compiler/companion/comparable';
import type { Comparable } from '@parley/shared/compiler/companion/comparable';
import { sharedByBoth } from '@parley/shared/compiler/companion/sharedByBoth.data';
import { pathsOf } from '@parley/shared/engine/paths';
import type { PathStep } from '@parley/shared/engine/paths';
import { prepare } from '@parley/shared/engine/prepare';
import type { Machine } from '@parley/shared/machine/machine';
import { checkLibraryText } from './checkLibraryText.ts';
import type { Sandbox, SandboxResult } from './sandbox.ts';
import { splitTree } from './splitTree.ts';

/** A machine with the code that was emitted from it. */
export interface CodeToCheck {
  machine: Machine;
  code: string;
  sandbox: Sandbox;
  bot: string;
  now: Date;
  /** Past it the code counts as never ending. Unset = 20 s, for the largest machine on a busy server. */
  timeoutMs?: number;
  /** Threads that walk a part of the steps each. Unset = two where there are many steps. */
  threads?: number;
}

/** What was compared: sequences of events and events in all, and what was left out; what both sides share is out of its reach. */
export interface CheckReport {
  paths: number;
  steps: number;
  left: number;
  ms: number;
  shared: string[];
}

/** Room for the machine of 5,000 nodes; none of it is the author's code. */
const room = { memoryBytes: 512 * 1024 * 1024, codeBytes: 64 * 1024 * 1024, inputBytes: 16 * 1024 * 1024, outputBytes: 64 * 1024 * 1024 };

/** So many steps take longer than starting the machine once more: from here on they are shared. */
const worthSharing = 300;

/**
 * Runs the emitted code under xstate in the sandbox beside the engine, over the paths that together take everything the engine
 * can be brought to take, and names the first event after which they differ.
 */
export async function codeCheck({ machine, code, sandbox, bot, now, timeoutMs = 20_000, threads }: CodeToCheck): Promise<{ ok: true; report: CheckReport } | { ok: false; error: string }> {
  const started = performance.now();
  const { facts, steps, left } = pathsOf(prepare(machine));
  const [library, module] = [await checkLibraryText(), runnable(code)];
  const walk = async (part: number[]): Promise<SandboxResult> => {
    const within = new Map(part.map((place, at) => [place, at]));
    const events = part.map((place) => ({ after: within.get(steps[place]!.after) ?? -1, event: steps[place]!.event }));
    return sandbox.run({ code: module, bot, now: now.toISOString(), seed: 1, timeoutMs, input: JSON.parse(JSON.stringify({ facts, steps: events })) }, { library, ...room });
  };
  const parts = splitTree(steps.map(({ after }) => after), threads ?? (steps.length < worthSharing ? 1 : 2));
  const results = await Promise.all(parts.map(walk));
  const told = new Map<number, Comparable | undefined>();
  for (const [no, result] of results.entries()) {
    if (!result.ok) return { ok: false, error: `It does not run. ${result.error}` };
    const each = Array.isArray(result.value) ? result.value : [];
    parts[no]?.forEach((place, at) => told.set(place, parsed(each[at])));
  }
  const differing = steps.findIndex(({ taken }, place) => !isDeepStrictEqual(told.get(place), comparableTaken(taken)));
  if (differing >= 0) return { ok: false, error: explain(steps, differing, told.get(differing)) };
  const wentOn = new Set(steps.map(({ after }) => after));
  const leaves = steps.filter((_, at) => !wentOn.has(at)).length;
  return { ok: true, report: { paths: leaves, steps: steps.length, left, ms: Math.round(performance.now() - started), shared: sharedByBoth } };
}

/** The module with its imports taken from what the library left, and the walk as its default function. */
function runnable(code: string): string {
  const body = code.replace(/^import \{ (setup|companion) \} from '[^']+';$/gm, 'const { $1 } = parleyCheck;');
  return `${body}\nexport default (input) => parleyCheck.walk(machine, parley.tables, input);\n`;
}

function parsed(json: unknown): Comparable | undefined {
  return typeof json === 'string' ? JSON.parse(json) : undefined;
}

function explain(steps: PathStep[], at: number, got: Comparable | undefined): string {
  const wanted = comparableTaken(steps[at]!.taken);
  const field = (['at', 'notes', 'actions', 'snapshot'] as const).find((name) => !isDeepStrictEqual(got?.[name], wanted[name])) ?? 'at';
  const events = pathTo(steps, at).map(({ event }) => JSON.stringify(event)).join(', then ');
  const brief = (value: unknown): string => JSON.stringify(value ?? null).slice(0, 400);
  return `After ${events} the engine has ${field} ${brief(wanted[field])}, the code ${brief(got?.[field])}.`;
}

function pathTo(steps: PathStep[], at: number): PathStep[] {
  const step = steps[at];
  return step ? [...pathTo(steps, step.after), step] : [];
}
