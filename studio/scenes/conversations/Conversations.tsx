import { Button, Select, TextInput } from '@mantine/core';
import { IconMessages, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { botsQuery } from '../../api/bots.ts';
import { sessionsQuery } from '../../api/conversations.ts';
import type { SessionFilter } from '../../api/conversations.ts';
import { Bone } from '../../ui/Bone.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Conversation } from './Conversation.tsx';
import { SessionRow } from './SessionRow.tsx';
import styles from './Conversations.module.css';

/** Who talked with a bot, what was said, and what each turn did. The address holds what is chosen. */
export function Conversations() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [status, setStatus] = useState<SessionFilter>('all');
  const [text, setText] = useState('');
  const bots = useQuery(botsQuery);
  const bot = bots.data?.find(({ id }) => id === search.get('bot')) ?? bots.data?.[0];
  const sessions = useInfiniteQuery({ ...sessionsQuery(bot?.id ?? '', status), enabled: bot !== undefined });
  const chosen = search.get('session');
  const choose = (session: string | undefined) => setSearch({ ...(bot && { bot: bot.id }), ...(session && { session }) });

  const all = sessions.data?.pages.flatMap(({ items }) => items) ?? [];
  const words = text.trim().toLocaleLowerCase();
  const shown = words ? all.filter(({ contact, preview }) => `${contact?.name ?? ''} ${preview}`.toLocaleLowerCase().includes(words)) : all;
  const failure = bots.error ?? sessions.error;
  const waiting = !failure && (bots.isPending || (bot && sessions.isPending));

  return (
    <div className={styles.columns} data-chosen={chosen ? true : undefined}>
      <section className={styles.side} aria-label={t('conversations.list')}>
        <div className={styles.sideHead}>
          <div className={styles.title}><h1>{t('conversations.title')}</h1>{bot && bot.openSessions > 0 && <Chip tone="ok">{t('conversations.now', { count: bot.openSessions })}</Chip>}</div>
          {(bots.data?.length ?? 0) > 1 && <Select aria-label={t('conversations.bot')} data={bots.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []} value={bot?.id ?? null} onChange={(id) => id && setSearch({ bot: id })} searchable />}
          <TextInput aria-label={t('conversations.find')} placeholder={t('conversations.find')} leftSection={<IconSearch size={16} stroke={1.75} />} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />
          <Segments label={t('bots.state')} wide value={status} onChange={setStatus} options={[{ value: 'all', label: t('conversations.all') }, { value: 'open', label: t('conversations.open') }, { value: 'ended', label: t('conversations.ended') }, { value: 'failed', label: t('conversations.failedTab') }]} />
        </div>
        <div className={styles.list}>
          {waiting && Array.from({ length: 8 }, (_, row) => <div key={row} className={styles.bones}><Bone width={36} height={36} radius={18} /><Bone width="60%" height={14} /></div>)}
          {shown.map((session) => <SessionRow key={session.id} session={session} chosen={session.id === chosen} onChoose={() => choose(session.id)} />)}
          {sessions.hasNextPage && <Button variant="subtle" fullWidth loading={sessions.isFetchingNextPage} onClick={() => void sessions.fetchNextPage()}>{t('conversations.more')}</Button>}
          {!waiting && !failure && shown.length === 0 && (
            <EmptyState icon={<IconMessages size={20} stroke={1.75} />} text={all.length > 0 || status !== 'all' ? t('conversations.emptyFilter') : t('conversations.empty')} action={bot?.live && status === 'all' && all.length === 0 && <Button component="a" href={`/chat/${bot.slug}`} target="_blank">{t('conversations.tryIt')}</Button>} />
          )}
          {failure && <ErrorState title={t('conversations.failed')} text={t('page.failedHelp')} details={sentenceOf(failure)} action={<Button onClick={() => void (bots.error ? bots.refetch() : sessions.refetch())}>{t('common.tryAgain')}</Button>} />}
        </div>
      </section>
      {chosen ? <Conversation key={chosen} sessionId={chosen} onBack={() => choose(undefined)} /> : <div className={styles.none}><EmptyState icon={<IconMessages size={20} stroke={1.75} />} text={t('conversations.pick')} /></div>}
    </div>
  );
}
