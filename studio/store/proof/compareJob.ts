import { compile } from '@parley/shared/compiler/compile';
import { runTest } from '@parley/shared/coverage/runTest';
import { tellDifference } from '@parley/shared/coverage/tellDifference';
import { writeTests } from '@parley/shared/coverage/writeTests';
import { prepare } from '@parley/shared/engine/prepare';
import type { FlowSet } from '@parley/shared/flow/document';
import { nodeTypes } from '@parley/shared/nodes/index';
import { clock } from './testJob.ts';

/** How the conversations of one version go with another one. */
export interface Compared {
  /** Conversations that together take every way of the first, in every language. */
  ran: number;
  /** Those that go otherwise: what they are about, and what is different. */
  otherwise: { language: string; description: string; sentence: string }[];
}

/** Writes the conversations of the version before and holds each of them with the one after. */
export function compareConversations(before: FlowSet, after: FlowSet): Compared {
  const prepared = prepare(compile(before, nodeTypes));
  const machine = compile(after, nodeTypes);
  const [channel = 'web'] = before.flows[before.main]?.settings.channels ?? [];
  const titles = ({ flow, node }: { flow: string; node: string }): string => before.flows[flow]?.nodes[node]?.title ?? node;
  const tests = prepared.machine.languages.flatMap((language) => writeTests(prepared, { language, clock, channel, nameOf: titles }).tests);
  return {
    ran: tests.length,
    otherwise: tests.flatMap((test) => {
      const result = runTest(test, machine);
      return result.passed ? [] : [{ language: test.language ?? '', description: test.description, sentence: tellDifference(result) }];
    }),
  };
}
