import type { ConversationTest } from '@parley/db/models/conversationTest';
import type { KeptTest } from '@parley/shared/api/tests';
import type { App } from '../app.ts';
import { namesOf } from '../names.ts';

/** Kept tests with who made them. */
export async function presentTests(app: Pick<App, 'models'>, rows: readonly ConversationTest[]): Promise<KeptTest[]> {
  const names = await namesOf(app, rows.map(({ madeBy }) => madeBy));
  return rows.map(({ id, test, madeBy, madeAt, changedAt }) => ({ id, test, by: names.get(madeBy), madeAt: madeAt.toISOString(), changedAt: changedAt.toISOString() }));
}
