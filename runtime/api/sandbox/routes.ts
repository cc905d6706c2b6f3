import { ranCodeSchema, runCodeBodySchema } from '@parley/shared/api/sandbox';
import type { RanCode } from '@parley/shared/api/sandbox';
import { eraseTypes } from '../../sandbox/eraseTypes.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { sandboxPolicy } from './policy.ts';
import { presentRun } from './present.ts';

/** Code nodes for the simulator, in the sandbox that real turns use. */
export const sandboxRoutes: readonly Route[] = [
  defineRoute({
    method: 'post', path: '/api/v1/sandbox/run', id: 'runCode', tag: 'Sandbox', summary: 'Runs the code of a code node', policy: sandboxPolicy.run,
    body: runCodeBodySchema, bodyLimit: 1_000_000, reply: { status: 200, json: ranCodeSchema },
    handle: async (app, { caller, body: { code, input, now, seed, timeoutMs = 1_000 } }): Promise<RanCode> => {
      const erased = await eraseTypes(code);
      if (!erased.ok) return { ok: false, error: `Line ${erased.line}: ${erased.message}`, line: erased.line };
      // Runs of one account share the pool fairly with the bots.
      return presentRun(await app.sandbox.run({ code: erased.code, input, now, seed, timeoutMs, bot: `simulator:${caller.id}`, measured: true }));
    },
  }),
];
