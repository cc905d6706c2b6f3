import type { Proof } from '@parley/shared/api/releases';
import { runTest } from '@parley/shared/coverage/runTest';
import { tellDifference } from '@parley/shared/coverage/tellDifference';
import type { Issue } from '@parley/shared/issues/issue';
import type { Machine } from '@parley/shared/machine/machine';
import type { Context } from '../lib/context.ts';

/** What came of the kept conversations: how many there are, and an issue for each that goes otherwise now. */
export interface Held {
  tests: Proof['tests'];
  otherwise: Issue[];
}

/** Holds the conversations kept for a bot with its machine, which is only made when there are any; one that goes otherwise now is a warning, because that may be what the author wants. */
export async function holdKeptTests({ models }: Pick<Context, 'models'>, { bot, machine }: { bot: string; machine: () => Machine }): Promise<Held> {
  const kept = await models.ConversationTest.findAll({ where: { bot }, order: [['madeAt', 'asc']] });
  if (kept.length === 0) return { tests: { ran: 0, otherwise: 0 }, otherwise: [] };
  const held = machine();
  const otherwise = kept.flatMap(({ id, test }): Issue[] => {
    const result = runTest(test, held);
    return result.passed ? [] : [{ check: 'conversationTest', severity: 'warning', flow: held.main, field: id, message: `“${test.description}” goes otherwise now. ${tellDifference(result)}` }];
  });
  return { tests: { ran: kept.length, otherwise: otherwise.length }, otherwise };
}
