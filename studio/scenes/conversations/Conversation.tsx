import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { sessionQuery, turnsQuery } from '../../api/conversations.ts';
import { releaseFlowsQuery } from '../../api/releases.ts';
import { titleOf } from '../../miniflow/names.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Bone } from '../../ui/Bone.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Transcript } from './Transcript.tsx';
import { TurnPanel } from './TurnPanel.tsx';
import styles from './Conversations.module.css';

/** One conversation: what was said in the middle, what the chosen turn did at the right. */
export function Conversation({ sessionId, onBack }: { sessionId: string; onBack: () => void }) {
  const { t, i18n } = useTranslation();
  const session = useQuery(sessionQuery(sessionId));
  const turns = useQuery(turnsQuery(sessionId));
  const flows = useQuery({ ...releaseFlowsQuery(session.data?.release?.id ?? ''), enabled: Boolean(session.data?.release) });
  const [picked, setPicked] = useState<string>();

  const failure = session.error ?? turns.error;
  if (failure) return <div className={styles.none}><ErrorState title={t('conversations.failed')} text={t('page.failedHelp')} details={sentenceOf(failure)} action={<Button onClick={() => { void session.refetch(); void turns.refetch(); }}>{t('common.tryAgain')}</Button>} /></div>;
  if (!session.data || !turns.data) return <div className={styles.middle}><div className={styles.head}><Bone width={36} height={36} radius={18} /><Bone width={160} height={16} /></div><div className={styles.log}><Bone width="50%" height={64} radius={10} /><Bone width="40%" height={40} radius={10} /></div></div>;

  const { contact, release, channel, at } = session.data;
  const all = turns.data.items.toSorted((a, b) => a.no - b.no);
  const turn = all.find(({ id }) => id === picked) ?? all.at(-1);
  const name = contact?.name || t('conversations.unknownContact');
  const language = contact?.language && new Intl.DisplayNames([i18n.language], { type: 'language' }).of(contact.language);
  const resting = at && flows.data?.flows[at.flow] ? titleOf(flows.data.flows[at.flow], at.node) : at?.node;
  const facts = [channel && t(`channel.${channel.type}`), language && t('conversations.speaks', { language }), release ? t('conversations.onVersion', { no: release.no }) : t('conversations.onNone')];
  return (
    <>
      <section className={styles.middle} aria-label={name}>
        <div className={styles.head}>
          <span className={styles.back}><IconButton label={t('conversations.back')} onClick={onBack}><IconArrowLeft size={16} stroke={1.75} /></IconButton></span>
          <Avatar name={name} size={36} />
          <div className={styles.who}><h2 className="cut"><bdi>{name}</bdi></h2><p className="cut">{facts.filter(Boolean).join(', ')}</p></div>
        </div>
        <Transcript session={session.data} turns={all} chosen={turn?.id} onChoose={setPicked} resting={resting} />
      </section>
      <TurnPanel session={session.data} turns={all} turn={turn} flows={flows.data} onTurn={setPicked} />
    </>
  );
}
