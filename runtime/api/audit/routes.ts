import { auditListSchema } from '@parley/shared/api/accounts';
import { page } from '@parley/db/queries/page';
import { rowPage } from '../params.ts';
import { defineRoute } from '../route.ts';
import type { Route } from '../route.ts';
import { auditPolicy } from './policy.ts';
import { presentAudit } from './present.ts';

/** What was done by whom. */
export const auditRoutes: readonly Route[] = [
  defineRoute({
    method: 'get', path: '/api/v1/audit', id: 'listAudit', tag: 'Audit', summary: 'Lists what was done, newest first', policy: auditPolicy.list,
    query: rowPage, reply: { status: 200, json: auditListSchema },
    handle: async (app, { query }) => {
      const { rows, next } = await page(app.models.AuditEvent, { ...query, order: 'new' });
      return { items: await presentAudit(app, rows), ...(next ? { next } : {}) };
    },
  }),
];
