import { page } from '@parley/db/queries/page';
import { diffQuerySchema, diffSchema, releaseFlowsSchema, releaseListSchema, releaseSchema, rolledBackSchema } from '@parley/shared/api/releases';
import type { Release } from '@parley/shared/api/releases';
import { compareSets } from '@parley/shared/flow/compareSets';
import type { FlowSet } from '@parley/shared/flow/document';
import * as z from 'zod';
import { exportRelease } from '../../commands/exportProject.ts';
import { readBotDraft } from '../../commands/readFlowSet.ts';
import { rollBack } from '../../commands/rollBack.ts';
import { notFound } from '../../lib/refusal.ts';
import type { App } from '../app.ts';
import { rowId, rowPage } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { releasePolicy } from './policy.ts';
import { presentReleases, releaseHead } from './present.ts';

const tag = 'Releases';
const ofBot = z.object({ botId: rowId });
const ofRelease = z.object({ releaseId: rowId });

/** The published versions of a bot. */
export const releaseRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId/releases', id: 'listReleases', tag, summary: 'Lists releases, newest first, with their open conversations', policy: releasePolicy.list,
    params: ofBot, query: rowPage, reply: { status: 200, json: releaseListSchema },
    handle: async (app, { params: { botId }, query }) => {
      if (!(await app.models.Bot.count({ where: { id: botId } }))) throw notFound('bot');
      const { rows, next } = await page(app.models.Release, { where: { bot: botId }, ...query, order: 'new', attributes: releaseHead });
      return { items: await presentReleases(app, rows), ...(next ? { next } : {}) };
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/releases/:releaseId', id: 'getRelease', tag, summary: 'One release with its proof', policy: releasePolicy.get,
    params: ofRelease, reply: { status: 200, json: releaseSchema },
    handle: (app, { params: { releaseId } }) => releaseOf(app, releaseId),
  }),
  defineRoute({
    method: 'get', path: '/api/v1/releases/:releaseId/code', id: 'getReleaseCode', tag, summary: 'Its machine as readable TypeScript for xstate', policy: releasePolicy.code,
    params: ofRelease, reply: { status: 200, text: 'text/plain; charset=utf-8' },
    handle: async (app, { params: { releaseId } }) => {
      const row = await app.models.Release.findByPk(releaseId, { attributes: ['code'] });
      if (!row) throw notFound('release');
      return row.code;
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/releases/:releaseId/project', id: 'exportRelease', tag, summary: 'A zip that runs its machine on plain xstate: code, companion, a host for the command line, conversations as tests', policy: releasePolicy.project,
    params: ofRelease, reply: { status: 200, file: 'application/zip' },
    handle: async (app, { params: { releaseId }, response }) => {
      const { name, zip } = await exportRelease(app, releaseId);
      response.attachment(name);
      return zip;
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/releases/:releaseId/flows', id: 'getReleaseFlows', tag, summary: 'Its flows as they were drawn', policy: releasePolicy.flows,
    params: ofRelease, reply: { status: 200, json: releaseFlowsSchema },
    handle: async (app, { params: { releaseId } }) => {
      const row = await app.models.Release.findByPk(releaseId, { attributes: ['flow'] });
      if (!row) throw notFound('release');
      return row.flow;
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/releases/:releaseId/diff', id: 'diffRelease', tag, summary: 'What is different from another release or the draft', policy: releasePolicy.diff,
    params: ofRelease, query: diffQuerySchema, reply: { status: 200, json: diffSchema },
    handle: async (app, { params: { releaseId }, query: { against } }) => {
      const row = await app.models.Release.findByPk(releaseId, { attributes: ['id', 'bot', 'no', 'flow'] });
      if (!row) throw notFound('release');
      const self = { id: row.id, no: row.no };
      // The draft is what comes after a release; another release is what it is held against.
      if (against === 'draft') return { from: self, to: null, changes: compareSets(row.flow, (await readBotDraft(app, row.bot)).set) };
      const other = await otherRelease(app, row, against);
      return { from: other && { id: other.id, no: other.no }, to: self, changes: compareSets(other?.flow ?? null, row.flow) };
    },
  }),
  defineRoute({
    method: 'post', path: '/api/v1/releases/:releaseId/roll-back', id: 'rollBack', tag, summary: 'Makes this release live; conversations under way finish on theirs', policy: releasePolicy.rollBack,
    params: ofRelease, reply: { status: 200, json: rolledBackSchema },
    handle: async (app, { caller, params: { releaseId } }) => {
      await rollBack(app, caller.id, releaseId);
      const release = await releaseOf(app, releaseId);
      app.announce.published({ botId: release.botId, live: { release: release.id, no: release.no, at: release.at } });
      return { release };
    },
  }),
];

async function releaseOf(app: App, id: string): Promise<Release> {
  const row = await app.models.Release.findByPk(id, { attributes: [...releaseHead] });
  const [release] = row ? await presentReleases(app, [row]) : [];
  if (!release) throw notFound('release');
  return release;
}

async function otherRelease(app: App, row: { bot: string; no: number }, against: string): Promise<{ id: string; no: number; flow: FlowSet } | null> {
  const attributes = ['id', 'no', 'flow'];
  if (against === 'previous') return app.models.Release.findOne({ where: { bot: row.bot, no: row.no - 1 }, attributes });
  const other = rowId.safeParse(against).success ? await app.models.Release.findOne({ where: { id: against, bot: row.bot }, attributes }) : null;
  if (!other) throw notFound('release');
  return other;
}
