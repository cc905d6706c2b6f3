import { codeInBot } from '@parley/db/queries/codeInBot';
import { mayUse } from '@parley/shared/api/access';
import { ranCodeSchema, runCodeBodySchema } from '@parley/shared/api/sandbox';
import type { RanCode } from '@parley/shared/api/sandbox';
import * as z from 'zod';
import { notFound, Refusal } from '../../lib/refusal.ts';
import { eraseTypes } from '../../sandbox/eraseTypes.ts';
import type { App } from '../app.ts';
import { rowId } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { sandboxPolicy } from './policy.ts';
import { presentRun } from './present.ts';

const tag = 'Sandbox';
const bodyLimit = 1_000_000;

/** Code nodes for the simulator and for whoever writes them, in the sandbox that real turns use. */
export const sandboxRoutes: readonly Route[] = [
  defineRoute({
    method: 'post', path: '/api/v1/sandbox/run', id: 'runCode', tag, summary: 'Runs any program as a code node does', policy: sandboxPolicy.run,
    body: runCodeBodySchema, bodyLimit, reply: { status: 200, json: ranCodeSchema },
    handle: (app, { caller, body }) => run(app, caller.id, body),
  }),
  defineRoute({
    method: 'post', path: '/api/v1/bots/:botId/code-runs', id: 'runCodeOfBot', tag, summary: 'Runs the program of a code node that stands in a draft or a version of the bot; whoever may edit bots runs others, too', policy: sandboxPolicy.runDrawn,
    params: z.object({ botId: rowId }), body: runCodeBodySchema, bodyLimit, reply: { status: 200, json: ranCodeSchema },
    handle: async (app, { caller, params: { botId }, body }) => {
      if (!(await app.models.Bot.count({ where: { id: botId } }))) throw notFound('bot');
      // Whoever draws is ahead of the stored drawing; whoever only looks runs what somebody with the right has drawn.
      if (!mayUse(caller.access, 'bots.edit') && !(await codeInBot(app.db.pool, { bot: botId, code: body.code }))) {
        throw new Refusal('invalid', 'This program is in no drawing and no version of the bot, so running it needs the right to edit bots.', { fields: [{ path: 'code', message: 'Give a program as it is drawn.' }] });
      }
      return run(app, caller.id, body);
    },
  }),
];

async function run(app: App, account: string, { code, input, now, seed, timeoutMs = 1_000 }: z.output<typeof runCodeBodySchema>): Promise<RanCode> {
  const erased = await eraseTypes(code);
  if (!erased.ok) return { ok: false, error: `Line ${erased.line}: ${erased.message}`, line: erased.line };
  // Runs of one account share the pool fairly with the bots.
  return presentRun(await app.sandbox.run({ code: erased.code, input, now, seed, timeoutMs, bot: `simulator:${account}`, measured: true }));
}
