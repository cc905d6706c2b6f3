import type { Express } from 'express';
import * as z from 'zod';
import type { Documented } from '../api/openapi.ts';
import type { Context } from '../lib/context.ts';

/** Whether this process takes new work; false while it drains. */
export interface Readiness {
  ready: boolean;
}

const healthSchema = z.object({ ok: z.boolean() }).meta({ id: 'Health' });
const readinessSchema = z.object({ ok: z.boolean(), database: z.boolean() }).meta({ id: 'Readiness' });

/** What the addresses for the people and programs that run this installation answer. */
export const healthDocs: readonly Documented[] = [
  { method: 'get', path: '/healthz', id: 'healthz', tag: 'Operation', summary: 'The process is alive', params: undefined, query: undefined, body: undefined, secured: false, answers: { 200: { json: healthSchema } } },
  { method: 'get', path: '/readyz', id: 'readyz', tag: 'Operation', summary: 'The process takes requests and reaches its database', params: undefined, query: undefined, body: undefined, secured: false, answers: { 200: { json: readinessSchema }, 503: { json: readinessSchema } } },
  { method: 'get', path: '/metrics', id: 'metrics', tag: 'Operation', summary: 'Figures in the Prometheus text format', params: undefined, query: undefined, body: undefined, secured: false, answers: { 200: { text: 'text/plain' } } },
];

/** Mounts `/healthz`, `/readyz` and `/metrics`. They tell nothing about bots or people. */
export function mountHealth(server: Express, { db, metrics }: Pick<Context, 'db' | 'metrics'>, state: Readiness): void {
  server.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  server.get('/readyz', async (_request, response) => {
    const database = await db.pool.query('select 1').then(() => true, () => false);
    const ok = state.ready && database;
    response.status(ok ? 200 : 503).json({ ok, database });
  });
  server.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.metrics());
  });
}
