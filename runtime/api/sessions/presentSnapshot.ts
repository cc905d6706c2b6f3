import type { TurnSnapshotRow } from '@parley/db/queries/sessions';
import type { ChannelType } from '@parley/shared/flow/document';
import type { TurnSnapshot } from '@parley/shared/api/sessions';
import type { Machine } from '@parley/shared/machine/machine';
import { withoutPersonal } from './withoutPersonal.ts';

interface Around {
  contact: { id: string; name: string; language: string | null; zone?: string | null } | null;
  channel: { type: ChannelType } | null;
  release: { id: string; no: number; machine: Machine } | null;
  /** Whether the caller may see personal values. */
  mayRead: boolean;
}

/** A conversation after one turn; without personal values for whoever may not see them, and without anything where nobody can tell which those are. */
export function presentSnapshot({ seq, received_at, message_no, messages, snapshot }: TurnSnapshotRow, { contact, channel, release, mayRead }: Around): TurnSnapshot {
  const around = {
    no: seq,
    at: received_at.toISOString(),
    release: release && { id: release.id, no: release.no },
    channel: channel?.type ?? null,
    contact: contact && { id: contact.id, name: contact.name, language: contact.language, zone: contact.zone ?? null },
    message: message_no + messages,
  };
  if (!snapshot || (!release && !mayRead)) return { ...around, snapshot: null, hidden: [], personal: [] };
  const plain = release ? withoutPersonal(release.machine, snapshot) : { snapshot, left: [] };
  return mayRead ? { ...around, snapshot, hidden: [], personal: plain.left } : { ...around, snapshot: plain.snapshot, hidden: plain.left, personal: [] };
}
