import { listSessions, listTurns, readSession, readTranscript, readTurnSnapshot } from '@parley/db/queries/sessions';
import { mayUse } from '@parley/shared/api/access';
import { pageQuerySchema } from '@parley/shared/api/common';
import { sessionDetailSchema, sessionListSchema, sessionQuerySchema, turnListSchema, turnSnapshotSchema } from '@parley/shared/api/sessions';
import type { SessionFilter } from '@parley/db/queries/sessions';
import * as z from 'zod';
import { notFound } from '../../lib/refusal.ts';
import { laneId, rowId } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { sessionPolicy } from './policy.ts';
import { presentDetail, presentSessions } from './present.ts';
import { presentSnapshot } from './presentSnapshot.ts';
import { presentTurn } from './presentTurn.ts';

const tag = 'Conversations';
const ofSession = z.object({ sessionId: laneId });
/** `<time>_<lane>.<no>`: where a page ended, in the order of the list. */
const cursor = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z_[0-9a-f-]{36}\.\d{1,15}$/);
const listQuery = sessionQuerySchema.extend({ after: cursor.optional(), release: rowId.optional() });
const turnQuery = pageQuerySchema.extend({ after: z.string().regex(/^\d{1,15}$/).optional() });

/** Newest messages a session is shown with. */
const transcriptLength = 200;

/** Conversations: where they rest, what was said, what each turn did. */
export const sessionRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/bots/:botId/sessions', id: 'listSessions', tag, summary: 'Lists conversations, newest first', policy: sessionPolicy.list,
    params: z.object({ botId: rowId }), query: listQuery, reply: { status: 200, json: sessionListSchema },
    handle: async (app, { params: { botId }, query: { after, limit, status, release } }) => {
      if (!(await app.models.Bot.count({ where: { id: botId } }))) throw notFound('bot');
      const rows = await listSessions(app.db.lanes, { bot: botId, now: app.clock.now(), status, release, after: readCursor(after), limit });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return { items: await presentSessions(app, shown), ...(rows.length > limit && last ? { next: `${last.started_at.toISOString()}_${last.lane}.${last.no}` } : {}) };
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/sessions/:sessionId', id: 'getSession', tag, summary: 'One conversation: state, variables, transcript', policy: sessionPolicy.get,
    params: ofSession, reply: { status: 200, json: sessionDetailSchema },
    handle: async (app, { caller, params: { sessionId } }) => {
      const key = readId(sessionId);
      const row = await readSession(app.db.lanes, key);
      if (!row) throw notFound('conversation');
      const [[session], release, messages] = await Promise.all([
        presentSessions(app, [row]),
        app.models.Release.findByPk(row.release, { attributes: ['machine'] }),
        readTranscript(app.db.lanes, { ...key, limit: transcriptLength }),
      ]);
      if (!session) throw notFound('conversation');
      return presentDetail(session, row, { machine: release?.machine, messages, personal: mayUse(caller.access, 'personal.read') });
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/sessions/:sessionId/turns', id: 'listTurns', tag, summary: 'Its turns with their traces, newest first', policy: sessionPolicy.turns,
    params: ofSession, query: turnQuery, reply: { status: 200, json: turnListSchema },
    handle: async (app, { caller, params: { sessionId }, query: { after, limit } }) => {
      const { lane, no } = readId(sessionId);
      const session = await readSession(app.db.lanes, { lane, no });
      if (!session) throw notFound('conversation');
      const main = await app.models.Flow.findOne({ attributes: ['id'], where: { bot: session.bot, kind: 'bot' } });
      const rows = await listTurns(app.db.lanes, { lane, no, before: after === undefined ? undefined : Number(after), limit });
      const shown = rows.slice(0, limit);
      const personal = mayUse(caller.access, 'personal.read');
      const last = shown.at(-1);
      return {
        items: shown.map((row) => presentTurn(row, { lane, main: main?.id ?? '', personal })),
        ...(rows.length > limit && last ? { next: String(last.seq) } : {}),
      };
    },
  }),
  defineRoute({
    method: 'get', path: '/api/v1/sessions/:sessionId/turns/:turn/snapshot', id: 'getTurnSnapshot', tag, summary: 'The conversation as it stood after a turn, to go on from there in the simulator', policy: sessionPolicy.snapshot,
    params: z.object({ sessionId: laneId, turn: z.string().regex(/^\d{1,15}$/) }), reply: { status: 200, json: turnSnapshotSchema },
    handle: async (app, { caller, params: { sessionId, turn } }) => {
      const key = readId(sessionId);
      const [session, row] = await Promise.all([readSession(app.db.lanes, key), readTurnSnapshot(app.db.lanes, { ...key, turn: Number(turn) })]);
      if (!session || !row) throw notFound('turn');
      const [contact, channel, release] = await Promise.all([
        session.contact === null ? null : app.models.Contact.findByPk(session.contact),
        session.channel === null ? null : app.models.Channel.findByPk(session.channel, { attributes: ['type'] }),
        app.models.Release.findByPk(row.release ?? session.release, { attributes: ['id', 'no', 'machine'] }),
      ]);
      return presentSnapshot(row, { contact, channel, release, mayRead: mayUse(caller.access, 'personal.read') });
    },
  }),
];

function readId(id: string): { lane: string; no: number } {
  const [lane = '', no = ''] = id.split('.');
  return { lane, no: Number(no) };
}

function readCursor(after: string | undefined): SessionFilter['after'] {
  if (after === undefined) return undefined;
  const at = after.indexOf('_');
  return { startedAt: after.slice(0, at), ...readId(after.slice(at + 1)) };
}
