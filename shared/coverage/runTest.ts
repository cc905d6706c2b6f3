import { canonicalJson } from '../lib/json.ts';
import type { Json } from '../lib/json.ts';
import { missingPlaces, placeIn } from '../golden/beginAt.ts';
import { framesTo } from '../golden/framesTo.ts';
import { playOn } from '../golden/playGolden.ts';
import type { Machine } from '../machine/machine.ts';
import type { ConversationTest, GoldenStart, GoldenStep } from '../nodes/golden.ts';
import { waysTaken } from './waysOf.ts';

/** How a test went: every line as written, or the first that was not. */
export interface TestResult {
  passed: boolean;
  /** What came instead, where something did: the place in the test's lines, what was written and what came. */
  difference?: { line: number; expected?: GoldenStep; got?: GoldenStep };
  /** Variables that hold something else at the end. */
  variables?: string[];
  /** Where it begins, when the machine has no such place any more. */
  nowhere?: string;
  /** The ways it took. */
  ways: string[];
}

/** Holds a conversation with a machine and compares every line; never throws: a line that cannot be said is a difference. */
export function runTest(test: ConversationTest, machine: Machine): TestResult {
  const nowhere = test.start && beginsNowhere(test.start, machine);
  if (nowhere !== undefined) return { passed: false, nowhere, ways: [] };
  let played: ReturnType<typeof playOn>;
  try {
    played = playOn(test, machine);
  } catch {
    // A tap names an option that is not shown any more: the lines up to it say where.
    return { passed: false, difference: firstDifference(test.conversation, heldUpTo(test, machine)), ways: [] };
  }
  const ways = played.turns.flatMap(({ trace, before }) => waysTaken(trace, before));
  const difference = firstDifference(test.conversation, played.conversation);
  const variables = test.variables && !difference ? changed(test.variables, played.variables) : [];
  return { passed: !difference && variables.length === 0, ...(difference && { difference }), ...(variables.length > 0 && { variables }), ways };
}

/** The place a conversation begins at, when the machine has none of that name. */
export function beginsNowhere(start: GoldenStart, machine: Machine): string | undefined {
  if ('at' in start) return framesTo(machine, placeIn(machine, start.at)) ? undefined : start.at;
  return missingPlaces(machine, start)[0];
}

function firstDifference(expected: readonly GoldenStep[], got: readonly GoldenStep[]): TestResult['difference'] {
  const line = Array.from({ length: Math.max(expected.length, got.length) }, (_, at) => at).find((at) => !same(expected[at], got[at]));
  return line === undefined ? undefined : { line, ...(expected[line] && { expected: expected[line] }), ...(got[line] && { got: got[line] }) };
}

/** As much of the conversation as can be held, shortened from the end. */
function heldUpTo(test: ConversationTest, machine: Machine): GoldenStep[] {
  for (let length = test.conversation.length - 1; length > 0; length -= 1) {
    try {
      return playOn({ ...test, conversation: test.conversation.slice(0, length) }, machine).conversation;
    } catch {
      // Shorter.
    }
  }
  return [];
}

function changed(expected: Readonly<Record<string, Json>>, got: Readonly<Record<string, Json>>): string[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(got)])].filter((name) => !same(expected[name], got[name]));
}

/** Whether two values are the same, in whatever order a database has put their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b;
  // Lines and values of a conversation are JSON.
  return canonicalJson(a as Json) === canonicalJson(b as Json);
}
