import type { Session } from '@parley/shared/api/sessions';
import i18next from 'i18next';

/** What a contact is called: by name or, while nobody knows it, by the end of their id, so that one visitor is told from another. */
export function contactName(contact: Session['contact']): string {
  if (!contact) return i18next.t('conversations.unknownContact');
  return contact.name || i18next.t('conversations.visitor', { sign: contact.id.slice(-4).toUpperCase() });
}
