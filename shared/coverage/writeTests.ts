import type { PreparedMachine } from '../engine/prepare.ts';
import { openPlay, playLine, playOn, startPlay } from '../golden/playGolden.ts';
import type { Script } from '../golden/playGolden.ts';
import type { ConversationTest, GoldenStep } from '../nodes/golden.ts';
import { explore } from './explore.ts';
import type { ExploreLimits, Explored, Said } from './explore.ts';
import { untaken, waysTaken } from './waysOf.ts';
import type { Way } from './waysOf.ts';

/** Tests that a machine wrote for itself, and how much of it they take. */
export interface WrittenTests {
  tests: ConversationTest[];
  /** How many ways the drawing has, and the ones no test takes. */
  ways: number;
  missing: Way[];
}

/** What the tests of one machine have in common. */
export interface Setting {
  language: string;
  /** ISO datetime in UTC at which every conversation begins. */
  clock: string;
  channel: string;
  /** What a way is called, for the tests' names. */
  nameOf(way: Way): string;
  /** How much is tried; unset = as much as the studio's worker has time for. */
  limits?: ExploreLimits;
}

/**
 * Writes the fewest short conversations that together take every way of a machine that was found, each with all that the bot says and
 * does today: what they hold is that it stays so. The same machine and setting give the same tests.
 */
export function writeTests(prepared: PreparedMachine, setting: Setting): WrittenTests {
  const { language, clock, channel, limits } = setting;
  const script: Script = { description: 'explore', language, clock, channel, conversation: [] };
  const explored = explore(prepared, script, limits);
  const { ways } = explored;
  const missing = new Set(ways.keys());
  const seen = new Set<string>();
  const tests: ConversationTest[] = [];
  for (const leaf of leavesOf(explored)) {
    if (!waysAlong(explored, leaf).some((way) => missing.has(way))) continue;
    const contact = explored.said[leaf]?.contact;
    const written = write(prepared, { ...script, ...(contact !== undefined && { contact }), description: describe(explored, leaf, missing, setting) }, linesTo(explored, leaf));
    const taken = written && takenBy(written, prepared);
    if (!written || !taken) continue;
    tests.push({ ...written, description: unused(written.description, tests) });
    for (const way of taken) {
      seen.add(way);
      missing.delete(way);
    }
  }
  return { tests, ways: untaken(ways, []).length, missing: untaken(ways, seen) };
}

/** The ways a test takes on a machine; undefined when its lines cannot be played there. */
export function takenBy(test: ConversationTest, { machine }: Pick<PreparedMachine, 'machine'>): Set<string> | undefined {
  try {
    return new Set(playOn(test, machine).turns.flatMap(({ trace, before }) => waysTaken(trace, before)));
  } catch {
    return undefined;
  }
}

/** Ends of conversations worth holding, the longest first: it takes what shorter ones on the way to it took. */
function leavesOf({ said }: Explored): number[] {
  const newest = new Map<string, number>();
  said.forEach(({ ways }, at) => ways.forEach((way) => newest.set(way, newest.get(way) ?? at)));
  return [...new Set(newest.values())].toSorted((a, b) => (said[b]?.depth ?? 0) - (said[a]?.depth ?? 0) || a - b);
}

function pathTo({ said }: Explored, leaf: number): Said[] {
  const path: Said[] = [];
  for (let at: number = leaf; at >= 0;) {
    const one = said[at];
    if (!one) break;
    path.unshift(one);
    at = one.after;
  }
  return path;
}

const linesTo = (explored: Explored, leaf: number): (GoldenStep | null)[] => pathTo(explored, leaf).map(({ line }) => line);
const waysAlong = (explored: Explored, leaf: number): string[] => pathTo(explored, leaf).flatMap(({ ways }) => ways);

/** The conversation with what the bot says between the lines; undefined when it would not be the same when held again. */
function write(prepared: PreparedMachine, script: Script, lines: readonly (GoldenStep | null)[]): ConversationTest | undefined {
  const play = openPlay(script, prepared);
  for (const line of lines) {
    if (line === null) startPlay(play);
    else playLine(play, line);
  }
  const written = { ...script, conversation: play.conversation, variables: play.snapshot?.variables ?? {} };
  const again = playOn(written, prepared.machine);
  return JSON.stringify(again.conversation) === JSON.stringify(written.conversation) ? written : undefined;
}

/** How many ways a test's name tells. */
const told = 3;

/** Names a test after the ways that it is the first to take; those somebody drew before those that come with a node. */
function describe(explored: Explored, leaf: number, missing: ReadonlySet<string>, { nameOf }: Setting): string {
  const news = waysAlong(explored, leaf).flatMap((key) => (missing.has(key) ? explored.ways.get(key) ?? [] : []));
  const names = [...new Set([...news.filter(({ edge }) => edge !== undefined), ...news.filter(({ edge }) => edge === undefined)].map(nameOf))];
  const more = names.length - told;
  return `${names.slice(0, told).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function unused(description: string, tests: readonly ConversationTest[]): string {
  const taken = new Set(tests.map((test) => test.description));
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? description : `${description} (${n})`;
    if (!taken.has(name)) return name;
  }
}
