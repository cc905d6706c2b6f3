import type { Session } from '@parley/shared/api/sessions';
import { IconAlertOctagon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { releaseFlowsQuery } from '../../api/releases.ts';
import { titleOf } from '../../miniflow/names.ts';
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
  const { at, release } = session;
  const flows = useQuery({ ...releaseFlowsQuery(release?.id ?? ''), enabled: release !== null && at !== null });
  const flow = at ? flows.data?.flows[at.flow] : undefined;
  // Until the drawing is there, and where it has no such node, the state alone.
  const resting = at && flow?.nodes[at.node] ? titleOf(flow, at.node) : undefined;
  const word = {
    failed: resting === undefined ? t('conversations.failedTab') : t('conversations.failedAt', { node: resting }),
    open: resting === undefined ? t('conversations.open') : t('conversations.waiting', { node: resting }),
    ended: t('conversations.over'),
  }[state];
  return (
    <button type="button" className={styles.session} data-chosen={chosen || undefined} aria-current={chosen || undefined} onClick={onChoose}>
      <Avatar name={name} size={36} unnamed={!session.contact?.name} />
      <span className={styles.text}>
        <span className={styles.top}><b className="cut" dir="auto" title={name}>{name}</b><time dateTime={session.lastAt}>{whenShort(session.lastAt)}</time></span>
        <span className={`${styles.preview} cut`} dir="auto" title={session.preview || undefined}>{session.preview || ' '}</span>
        <span className={styles.state} data-state={state}>
          {session.channel && <ChannelIcon channel={session.channel.type} size={14} />}
          {state === 'failed' && <IconAlertOctagon size={14} stroke={1.75} aria-hidden="true" />}
          <span className="cut" dir="auto" title={resting}>{word}</span>
          {session.contact?.test && <span className={styles.test}>, {t('conversations.testContact')}</span>}
        </span>
      </span>
    </button>
  );
}
