import type { Session } from '@parley/shared/api/sessions';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../ui/Avatar.tsx';
import { timeOfDay } from '../../ui/relativeTime.ts';
import styles from './Conversations.module.css';

/** One conversation in the list: who, when, the last words, where it stands. */
export function SessionRow({ session, chosen, onChoose }: { session: Session; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const name = session.contact?.name || t('conversations.unknownContact');
  const where = session.channel ? t(`channel.${session.channel.type}`) : '';
  const state = session.failed ? t('conversations.failedTab') : session.status === 'open' ? t('conversations.open') : t('conversations.over');
  return (
    <button type="button" className={styles.session} data-chosen={chosen || undefined} aria-current={chosen || undefined} onClick={onChoose}>
      <Avatar name={name} size={36} />
      <span className={styles.sessionText}>
        <span className={styles.sessionTop}><b className="cut"><bdi>{name}</bdi></b><time dateTime={session.lastAt}>{timeOfDay(session.lastAt)}</time></span>
        <span className="cut" dir="auto">{session.preview}</span>
        <span className={styles.sessionState} data-state={session.failed ? 'failed' : session.status}>{[where, state, session.contact?.test ? t('conversations.testContact') : ''].filter(Boolean).join(' · ')}</span>
      </span>
    </button>
  );
}
