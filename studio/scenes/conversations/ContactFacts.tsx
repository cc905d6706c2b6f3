import type { SessionDetail } from '@parley/shared/api/sessions';
import { useTranslation } from 'react-i18next';
import { relativeTime } from '../../ui/relativeTime.ts';
import { contactName } from './contactName.ts';
import styles from './TurnPanel.module.css';

/** Who the contact is and when they were here. */
export function ContactFacts({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const facts: [string, string | undefined][] = [
    [t('bots.name'), contactName(session.contact)],
    [t('conversations.language'), session.contact?.language ?? undefined],
    [t('conversations.channel'), session.channel ? t(`channel.${session.channel.type}`) : undefined],
    [t('conversations.started'), relativeTime(session.startedAt)],
    [t('conversations.last'), relativeTime(session.lastAt)],
    [t('conversations.id'), session.id],
  ];
  return <dl className={styles.values}>{facts.map(([name, value]) => value && <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}
