import { publishBodySchema, unpublishableSchema } from '@parley/shared/api/flows';
import { verifiedSchema } from '@parley/shared/api/issues';
import { publishedSchema } from '@parley/shared/api/releases';
import { compile } from '@parley/shared/compiler/compile';
import { verify } from '@parley/shared/issues/verify';
import * as z from 'zod';
import { proofFacts } from '../../commands/proofFacts.ts';
import { holdKeptTests } from '../../commands/holdKeptTests.ts';
import { publishFlow } from '../../commands/publishFlow.ts';
import { readFlowSet } from '../../commands/readFlowSet.ts';
import { notFound } from '../../lib/refusal.ts';
import { rowId } from '../params.ts';
import { presentReleases } from '../releases/present.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { flowPolicy } from './policy.ts';

const tag = 'Flows';
const params = z.object({ flowId: rowId });

/** Proving and publishing the stored draft of a flow's bot. */
export const publishRoutes: readonly Route[] = [
  defineRoute({
    method: 'post', path: '/api/v1/flows/:flowId/verify', id: 'verifyFlow', tag, summary: 'Proves the stored drafts of the flow’s bot and holds its kept conversations', policy: flowPolicy.verify,
    params, reply: { status: 200, json: verifiedSchema },
    handle: async (app, { params: { flowId } }) => {
      const { bot, set } = await readFlowSet(app, flowId);
      const { issues, facts } = verify(set, app.nodeTypes, await proofFacts(app, bot));
      const { otherwise } = await holdKeptTests(app, { bot, machine: () => compile(set, app.nodeTypes) });
      return { issues: [...issues, ...otherwise], facts: { ...facts } };
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/flows/:flowId/publish', id: 'publishFlow', tag, summary: 'Proves, compiles and releases the stored drafts of the flow’s bot', policy: flowPolicy.publish,
    params, body: publishBodySchema, reply: { status: 200, json: publishedSchema }, refusals: { 422: unpublishableSchema },
    handle: async (app, { caller, params: { flowId }, body }) => {
      const published = await publishFlow(app, caller.id, { flowId, ...body });
      const [release] = await presentReleases(app, [published.release]);
      if (!release) throw notFound('release');
      app.announce.published({ botId: release.botId, live: { release: release.id, no: release.no, at: release.at } });
      return { release, moved: published.moved };
    },
  }),
];
