import { Button, Drawer } from '@mantine/core';
import { IconArrowLeft, IconListDetails, IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure, sentenceOf } from '../../api/ApiFailure.ts';
import { sessionQuery, turnsQuery } from '../../api/conversations.ts';
import { releaseFlowsQuery } from '../../api/releases.ts';
import { titleOf } from '../../miniflow/names.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { usePhone } from '../../ui/usePhone.ts';
import { contactName } from './contactName.ts';
import { ConversationBones } from './ConversationBones.tsx';
import { Transcript } from './Transcript.tsx';
import { TurnPanel } from './TurnPanel.tsx';
import styles from './Conversations.module.css';

/** One conversation: what was said in the middle, what the chosen turn did at the right; on a phone in a sheet. */
export function Conversation({ sessionId, onBack }: { sessionId: string; onBack: () => void }) {
  const { t, i18n } = useTranslation();
  const phone = usePhone();
  const session = useQuery(sessionQuery(sessionId));
  const turns = useQuery(turnsQuery(sessionId));
  const flows = useQuery({ ...releaseFlowsQuery(session.data?.release?.id ?? ''), enabled: Boolean(session.data?.release) });
  const [picked, setPicked] = useState<string>();
  const [sheet, setSheet] = useState(false);

  const back = <span className={styles.back}><IconButton label={t('conversations.back')} size="md" onClick={onBack}><IconArrowLeft className="mirror" size={16} stroke={1.75} /></IconButton></span>;
  // What is there stays when asking again fails: it is asked every other second.
  const failure = (!session.data && session.error) || (!turns.data && turns.error);
  if (failure) {
    const gone = failure instanceof ApiFailure && [400, 404].includes(failure.status);
    return (
      <div className={styles.none}>
        {!gone && back}
        {gone
          ? <ErrorState icon={<IconMessages size={20} stroke={1.75} />} title={t('conversations.gone')} text={t('conversations.goneHelp')} action={<Button onClick={onBack}>{t('conversations.back')}</Button>} />
          : <ErrorState title={t('conversations.failedOne')} text={t('page.failedHelp')} details={sentenceOf(failure)} action={<Button onClick={() => { void session.refetch(); void turns.refetch(); }}>{t('common.tryAgain')}</Button>} />}
      </div>
    );
  }
  if (!session.data || !turns.data) return <ConversationBones back={back} />;

  const { contact, release, channel, at } = session.data;
  const all = turns.data.items.toSorted((a, b) => a.no - b.no);
  const turn = all.find(({ id }) => id === picked) ?? all.at(-1);
  const name = contactName(contact);
  const language = contact?.language && new Intl.DisplayNames([i18n.language], { type: 'language' }).of(contact.language);
  const resting = at && flows.data?.flows[at.flow] ? titleOf(flows.data.flows[at.flow], at.node) : at?.node;
  const facts = [channel && t(`channel.${channel.type}`), language && t('conversations.speaks', { language }), release ? t('conversations.onVersion', { no: release.no }) : t('conversations.onNone')];
  const no = turn ? all.indexOf(turn) + 1 : 0;
  const panel = <TurnPanel session={session.data} turns={all} turn={turn} flows={flows.data} onTurn={setPicked} />;
  return (
    <>
      <section className={styles.middle} aria-label={name}>
        <div className={styles.head}>
          {back}
          <Avatar name={name} size={36} unnamed={!contact?.name} />
          <div className={styles.who}><h2 className="cut" dir="auto" title={name}>{name}</h2><p className="cut">{facts.filter(Boolean).join(', ')}</p></div>
          {phone && <IconButton label={t('conversations.showTurn', { no })} size="md" onClick={() => setSheet(true)}><IconListDetails size={16} stroke={1.75} /></IconButton>}
        </div>
        <Transcript session={session.data} turns={all} chosen={turn?.id} onChoose={(id) => { setPicked(id); setSheet(true); }} resting={resting} />
      </section>
      {phone
        ? <Drawer opened={sheet} onClose={() => setSheet(false)} position="bottom" size="85%" padding={0} title={t('conversations.tabTurn', { no })} closeButtonProps={{ 'aria-label': t('common.close') }} classNames={{ content: styles.sheet ?? '', body: styles.sheetBody ?? '' }}>{panel}</Drawer>
        : panel}
    </>
  );
}
