import { Button, Select, TextInput } from '@mantine/core';
import { IconMessages, IconRobot, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { botsQuery } from '../../api/bots.ts';
import { sessionsQuery } from '../../api/conversations.ts';
import type { SessionFilter } from '../../api/conversations.ts';
import { paths } from '../../app/paths.ts';
import { Bone } from '../../ui/Bone.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { tryBot } from '../../publish/tryBot.ts';
import { useTitle } from '../../ui/useTitle.ts';
import { contactName } from './contactName.ts';
import { Conversation } from './Conversation.tsx';
import { SessionRow } from './SessionRow.tsx';
import { useLiveSessions } from './useLiveSessions.ts';
import styles from './Conversations.module.css';
import side from './SessionList.module.css';

/** Who talked with a bot, what was said, and what each turn did. The address holds what is chosen. */
export function Conversations() {
  const { t } = useTranslation();
  useTitle(t('conversations.title'));
  const [search, setSearch] = useSearchParams();
  const [status, setStatus] = useState<SessionFilter>('all');
  const [text, setText] = useState('');
  const bots = useQuery(botsQuery);
  const bot = bots.data?.find(({ id }) => id === search.get('bot')) ?? bots.data?.[0];
  const sessions = useInfiniteQuery({ ...sessionsQuery(bot?.id ?? '', status), enabled: bot !== undefined });
  useLiveSessions(bot?.id);
  const chosen = search.get('session');
  const choose = (session: string | undefined) => setSearch({ ...(bot && { bot: bot.id }), ...(session && { session }) });
  const showAll = () => { setText(''); setStatus('all'); };

  const all = sessions.data?.pages.flatMap(({ items }) => items) ?? [];
  const words = text.trim().toLocaleLowerCase();
  const shown = words ? all.filter(({ contact, preview }) => `${contactName(contact)} ${preview}`.toLocaleLowerCase().includes(words)) : all;
  // A list that is there stays when asking again fails.
  const failure = (!bots.data && bots.error) || (!sessions.data && sessions.error);
  const waiting = !failure && (bots.isPending || (bot && sessions.isPending));
  const empty = !waiting && !failure && shown.length === 0;

  return (
    <div className={styles.columns} data-chosen={chosen ? true : undefined}>
      <section className={side.side} aria-label={t('conversations.list')}>
        <div className={side.head}>
          <div className={side.title}><h1>{t('conversations.title')}</h1>{bot && bot.openSessions > 0 && <Chip tone="ok">{t('conversations.now', { count: bot.openSessions })}</Chip>}</div>
          {bots.isPending && <div className={side.botBone}><Bone width="100%" height="100%" /></div>}
          {bot && <Select aria-label={t('conversations.bot')} nothingFoundMessage={t('conversations.noBot')} data={bots.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []} value={bot.id} onChange={(id) => id && setSearch({ bot: id })} searchable limit={100} />}
          <TextInput aria-label={t('conversations.find')} placeholder={t('conversations.find')} leftSection={<IconSearch size={16} stroke={1.75} />} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />
          <Segments label={t('bots.state')} wide value={status} onChange={setStatus} options={[{ value: 'all', label: t('conversations.all') }, { value: 'open', label: t('conversations.open') }, { value: 'ended', label: t('conversations.ended') }, { value: 'failed', label: t('conversations.failedTab') }]} />
        </div>
        <div className={side.list} role={waiting ? 'status' : undefined} aria-label={waiting ? t('common.loading') : undefined}>
          {waiting && Array.from({ length: 8 }, (_, row) => <div key={row} className={side.bones}><Bone width={36} height={36} radius={18} /><span><Bone width={`${56 - (row % 3) * 8}%`} height={12} /><Bone width={`${84 - (row % 2) * 14}%`} height={12} /><Bone width="32%" height={10} /></span></div>)}
          {shown.map((session) => <SessionRow key={session.id} session={session} chosen={session.id === chosen} onChoose={() => choose(session.id)} />)}
          {empty && bots.data?.length === 0 && <EmptyState icon={<IconRobot size={20} stroke={1.75} />} text={t('conversations.noBots')} action={<Button component={Link} to={paths.bots}>{t('page.toBots')}</Button>} />}
          {empty && bot && (words || status !== 'all') && <EmptyState icon={<IconSearch size={20} stroke={1.75} />} text={words && all.length > 0 ? t('conversations.noMatch', { text: text.trim() }) : t(`conversations.emptyOf.${status}`)} action={<Button onClick={showAll}>{t('bots.showAll')}</Button>} />}
          {empty && bot && !words && status === 'all' && (
            <EmptyState
              icon={<IconMessages size={20} stroke={1.75} />} text={bot.live ? t('conversations.empty') : t('conversations.emptyDraft')}
              action={bot.live ? <Button onClick={() => void tryBot(bot)}>{t('conversations.tryIt')}</Button> : <Button component={Link} to={paths.designer(bot.id, bot.flowId)}>{t('bots.design')}</Button>}
            />
          )}
          {sessions.hasNextPage && !failure && <div className={side.more}><Button fullWidth loading={sessions.isFetchingNextPage} onClick={() => void sessions.fetchNextPage()}>{t('conversations.more')}</Button></div>}
          {failure && <ErrorState title={t('conversations.failed')} text={t('page.failedHelp')} details={sentenceOf(failure)} action={<Button onClick={() => void (bots.data ? sessions.refetch() : bots.refetch())}>{t('common.tryAgain')}</Button>} />}
        </div>
      </section>
      {chosen ? <Conversation key={chosen} sessionId={chosen} onBack={() => choose(undefined)} /> : <div className={styles.none}>{shown.length > 0 && <EmptyState icon={<IconMessages size={20} stroke={1.75} />} text={t('conversations.pick')} />}</div>}
    </div>
  );
}
