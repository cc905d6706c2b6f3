import type { Models } from '@parley/db/models/index';
import type { JsonObject } from '@parley/shared/lib/json';
import type { Context } from '../lib/context.ts';
import { uuid7 } from '../lib/uuid7.ts';

/** Options of the models that carry a transaction. */
export type InTransaction = Pick<NonNullable<Parameters<Models['AuditEvent']['create']>[1]>, 'transaction'>;

/** Something worth accounting for. Never a secret, never what a contact said. */
export interface Deed {
  /** Who; null = nobody signed in, or the process itself. */
  by: string | null;
  action: string;
  subject: { kind: string; id: string };
  details?: JsonObject;
}

/** Writes a deed into the audit log, in the transaction that does it. */
export async function audit({ clock, models }: Pick<Context, 'clock' | 'models'>, deed: Deed, options: InTransaction = {}): Promise<void> {
  const row = { id: uuid7(clock), at: clock.now(), account: deed.by, action: deed.action, subjectKind: deed.subject.kind, subject: deed.subject.id, details: deed.details ?? {} };
  await models.AuditEvent.create(row, options);
}
