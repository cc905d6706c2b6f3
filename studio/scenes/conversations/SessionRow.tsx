import type { Session } from '@parley/shared/api/sessions';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../ui/Avatar.tsx';
import { ChannelIcon } from '../../ui/ChannelIcon.tsx';
import { whenShort } from '../../ui/relativeTime.ts';
import { contactName } from './contactName.ts';
import styles from './SessionList.module.css';

/** One conversation in the list: who, when, the last words, where it stands. */
export function SessionRow({ session, chosen, onChoose }: { session: Session; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const name = contactName(session.contact);
  const state = session.failed ? 'failed' : session.status;
  const word = { failed: t('conversations.failedTab'), open: t('conversations.open'), ended: t('conversations.over') }[state];
  return (
    <button type="button" className={styles.session} data-chosen={chosen || undefined} aria-current={chosen || undefined} onClick={onChoose}>
      <Avatar name={name} size={36} unnamed={!session.contact?.name} />
      <span className={styles.text}>
        <span className={styles.top}><b className="cut" dir="auto" title={name}>{name}</b><time dateTime={session.lastAt}>{whenShort(session.lastAt)}</time></span>
        <span className={`${styles.preview} cut`} dir="auto" title={session.preview || undefined}>{session.preview || ' '}</span>
        <span className={styles.state} data-state={state}>
          {session.channel && <ChannelIcon channel={session.channel.type} size={14} />}
          {state === 'failed' && <IconAlertOctagon size={14} stroke={1.75} aria-hidden="true" />}
          <span className="cut">{word}{session.contact?.test && `, ${t('conversations.testContact')}`}</span>
        </span>
      </span>
    </button>
  );
}
