import { emptySchema } from '@parley/shared/api/common';
import { testListSchema, testSchema } from '@parley/shared/api/tests';
import type { KeptTest, TestBody } from '@parley/shared/api/tests';
import { queryOptions } from '@tanstack/react-query';
import { ask } from './client.ts';

/** The conversations kept as tests of a bot, oldest first, all pages joined. */
export const testsQuery = (botId: string) => queryOptions({
  queryKey: ['bots', botId, 'tests'],
  async queryFn({ signal }) {
    const all: KeptTest[] = [];
    let after: string | undefined;
    do {
      const page = await ask({ path: `/bots/${botId}/tests`, query: { limit: 200, after }, answer: testListSchema, signal });
      all.push(...page.items);
      after = page.next;
    } while (after);
    return all;
  },
});

/** Keeps a conversation as a test: every publish holds it from now on. */
export const keepTest = (botId: string, body: TestBody) => ask({ method: 'POST', path: `/bots/${botId}/tests`, body, answer: testSchema });

/** Gives a kept test another name, or another conversation that is right from now on. */
export const changeTest = (testId: string, body: TestBody) => ask({ method: 'PUT', path: `/tests/${testId}`, body, answer: testSchema });

/** Deletes a kept test. */
export const deleteTest = (testId: string) => ask({ method: 'DELETE', path: `/tests/${testId}`, answer: emptySchema });
