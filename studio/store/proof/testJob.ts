import { compile } from '@parley/shared/compiler/compile';
import { runTest } from '@parley/shared/coverage/runTest';
import { tellDifference } from '@parley/shared/coverage/tellDifference';
import { untaken, waysOf } from '@parley/shared/coverage/waysOf';
import type { Way } from '@parley/shared/coverage/waysOf';
import { writeTests } from '@parley/shared/coverage/writeTests';
import { prepare } from '@parley/shared/engine/prepare';
import type { FlowSet } from '@parley/shared/flow/document';
import { playOn } from '@parley/shared/golden/playGolden';
import type { ConversationTest } from '@parley/shared/nodes/golden';
import { nodeTypes } from '@parley/shared/nodes/index';

/** The moment at which the model's own conversations begin: the same ones are written again tomorrow. */
export const clock = '2026-11-20T10:00:00.000Z';

/** One conversation as it goes with the drawing as it is. */
export interface TestRun {
  test: ConversationTest;
  passed: boolean;
  /** What is different, in a sentence; '' when it went as written. */
  sentence: string;
  /** What is said instead, to be right from now on; unset when it cannot be held to its end. */
  now?: ConversationTest;
  /** `<flow>/<id>` of the edges it takes and the nodes they leave. */
  edges: string[];
  nodes: string[];
}

/** All tests of a bot and what they take of its drawing. */
export interface Tested {
  kept: TestRun[];
  written: { language: string; runs: TestRun[] }[];
  /** Ways the drawing has, and how they are called that no test takes. */
  ways: number;
  missing: string[];
  /** What all tests together take. */
  edges: string[];
  nodes: string[];
  ms: number;
}

/** Writes the model's tests in every language, and runs them and the kept ones. */
export function testAll(set: FlowSet, kept: readonly ConversationTest[]): Tested {
  const started = performance.now();
  const machine = compile(set, nodeTypes);
  const ways = waysOf(machine);
  const nameOf = (way: Way): string => nameIn(set, way);
  const [channel = 'web'] = set.flows[set.main]?.settings.channels ?? [];
  const prepared = prepare(machine);
  const passing = new Set<string>();
  const run = (test: ConversationTest): TestRun => {
    const result = runTest(test, machine);
    if (result.passed) result.ways.forEach((key) => passing.add(key));
    const taken = result.ways.flatMap((key) => ways.get(key) ?? []);
    return {
      test, passed: result.passed, sentence: tellDifference(result), ...(!result.passed && current(test, machine)),
      edges: [...new Set(taken.flatMap(({ flow, edge }) => (edge === undefined ? [] : [`${flow}/${edge}`])))],
      nodes: [...new Set(taken.flatMap(({ flow, node, place }) => [`${flow}/${node}`, ...(place.includes(' ') || place === 'return' ? [] : [`${flow}/${place.split('/')[0]}`])]))],
    };
  };
  const written = machine.languages.map((language) => ({ language, runs: writeTests(prepared, { language, clock, channel, nameOf }).tests.map(run) }));
  const keptRuns = kept.map(run);
  const runs = [...keptRuns, ...written.flatMap(({ runs: each }) => each)];
  return {
    kept: keptRuns, written, ways: untaken(ways, []).length, missing: untaken(ways, passing).map(nameOf),
    edges: [...new Set(runs.flatMap(({ edges }) => edges))], nodes: [...new Set(runs.flatMap(({ nodes }) => nodes))], ms: performance.now() - started,
  };
}

/** The conversation as the drawing holds it now, where its lines can still be said. */
function current(test: ConversationTest, machine: ReturnType<typeof compile>): { now?: ConversationTest } {
  try {
    const { conversation, variables } = playOn(test, machine);
    return { now: { ...test, conversation, variables } };
  } catch {
    return {};
  }
}

/** A way as its author knows it: the node and its way out, or what happens there. */
function nameIn({ flows }: FlowSet, { flow, node: id, edge, happening }: Way): string {
  const document = flows[flow];
  const node = document?.nodes[id];
  const name = node ? (node.title ?? nodeTypes[node.type]?.label ?? id) : 'Shortcut';
  const exit = edge === undefined ? undefined : document?.edges[edge]?.exit;
  // The data of a document was parsed by its node type.
  const label = node && exit !== undefined ? nodeTypes[node.type]?.exits(node.data as Parameters<(typeof nodeTypes)[string]['exits']>[0]).find((each) => each.id === exit)?.label : undefined;
  const what = label ?? { timeout: 'silence', invalid: 'not understood', unknown: 'nobody knows' }[happening ?? ''] ?? happening ?? '';
  // A question stands for itself: “Anything else? No”.
  return what ? `${name}${/[.?!…؟？]$/.test(name) ? '' : ':'} ${what}` : name;
}
