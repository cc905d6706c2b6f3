import type { AuditEvent } from '@parley/shared/api/accounts';
import type { AuditEvent as AuditRow } from '@parley/db/models/auditEvent';
import type { App } from '../app.ts';
import { namesOf } from '../names.ts';

/** Entries of the audit log with the names of those who did it. */
export async function presentAudit(app: Pick<App, 'models'>, rows: readonly AuditRow[]): Promise<AuditEvent[]> {
  const names = await namesOf(app, rows.map((row) => row.account));
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    account: names.get(row.account),
    action: row.action,
    subject: { kind: row.subjectKind, id: row.subject },
    details: row.details,
  }));
}
