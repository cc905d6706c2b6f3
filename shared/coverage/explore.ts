import { openPlay, playLine, startPlay } from '../golden/playGolden.ts';
import type { Play, Script } from '../golden/playGolden.ts';
import type { PreparedMachine } from '../engine/prepare.ts';
import type { Snapshot } from '../machine/snapshot.ts';
import type { GoldenStep } from '../nodes/golden.ts';
import { constantsOf } from './constantsOf.ts';
import type { Constants } from './constantsOf.ts';
import { linesAt, openings } from './linesAt.ts';
import type { Moment } from './linesAt.ts';
import { contactsFor } from './contactsFor.ts';
import { waysOf, waysTaken } from './waysOf.ts';
import type { Way } from './waysOf.ts';

/** One line of a tree of conversations; `after` is the line before it, -1 = nothing was said yet. */
export interface Said {
  after: number;
  /** null = the page was opened and nothing said. */
  line: GoldenStep | null;
  /** Who says it. */
  contact: string | undefined;
  /** Ways this line took. */
  ways: string[];
  depth: number;
}

/** A tree of conversations that together take every way that was found. */
export interface Explored {
  said: Said[];
  ways: Map<string, Way>;
}

/** How many lines may be tried, and how many more once nothing drawn is left: some states of a node cannot take all of its ways. */
export interface ExploreLimits {
  tried: number;
  after: number;
}

const mostLines: ExploreLimits = { tried: 12_000, after: 2_000 };

interface Standing {
  moment: Moment;
  /** Its place in the tree. */
  at: number;
}

/**
 * Looks for the shortest conversations that take every way of a machine: from every place whatever may be said there is tried, places
 * just reached by a new way first, then the nearest. Places that differ in nothing decisions depend on are one. Pure: the same machine
 * and script give the same tree.
 */
export function explore(prepared: PreparedMachine, script: Script, limits = mostLines): Explored {
  const ways = waysOf(prepared.machine);
  const constants = constantsOf(prepared.machine);
  const missing = new Set(ways.keys());
  const drawn = new Set([...ways.values()].map((way) => way.drawn));
  const said: Said[] = [];
  const known = new Set<string>();
  // Two queues: what was reached by news, and the rest in the order it was found, which is by length.
  const queues: [Standing[], Standing[]] = [[], []];
  let left = limits.tried;

  const attempt = (standing: Standing, line: GoldenStep | null): void => {
    left -= 1;
    const play = played(standing.moment, line);
    if (!play) return;
    const taken = play.turns.flatMap(({ trace, before }) => waysTaken(trace, before));
    const news = taken.some((way) => missing.has(way));
    const { conversation: _, turns: __, ...moment } = play;
    const place = placeOf(moment, constants);
    if (!news && known.has(place)) return;
    known.add(place);
    for (const way of taken) {
      missing.delete(way);
      drawn.delete(ways.get(way)?.drawn ?? '');
    }
    if (drawn.size === 0) left = Math.min(left, limits.after);
    said.push({ after: standing.at, line, contact: standing.moment.golden.contact, ways: taken, depth: (said[standing.at]?.depth ?? 0) + 1 });
    if (play.snapshot && play.snapshot.frames.length > 0) queues[news ? 0 : 1].push({ moment, at: said.length - 1 });
  };

  for (const contact of contactsFor(prepared.machine, script.contact)) {
    const { conversation: _, turns: __, ...first } = openPlay({ ...script, ...(contact !== undefined && { contact }) }, prepared);
    for (const line of openings(first, constants)) attempt({ moment: first, at: -1 }, line);
  }
  for (let next = queues[0].shift() ?? queues[1].shift(); next && missing.size > 0 && left > 0; next = queues[0].shift() ?? queues[1].shift()) {
    for (const line of linesAt(next.moment, constants)) attempt(next, line);
  }
  return { said, ways };
}

/** A copy of the conversation with one line more; undefined when the line cannot be played there. */
function played(moment: Moment, line: GoldenStep | null): Play | undefined {
  const play: Play = { ...moment, conversation: [], turns: [] };
  try {
    if (line === null) startPlay(play);
    else playLine(play, line);
    return play;
  } catch {
    return undefined;
  }
}

/** What decides where a conversation can go from here. */
function placeOf({ snapshot, language, golden: { contact } }: Moment, { deciding }: Constants): string {
  if (!snapshot) return '';
  const decisive = (values: Snapshot['variables']) => Object.entries(values).map(([name, value]) => (deciding.has(name) ? [name, value] : [name]));
  const frames = snapshot.frames.map(({ flow, at, locals, cursors, counters }) => [
    flow, at, decisive(locals), Object.entries(cursors).map(([loop, { list, index }]) => [loop, list.length, index]), counters,
  ]);
  return JSON.stringify([frames, decisive(snapshot.variables), language, contact]);
}
