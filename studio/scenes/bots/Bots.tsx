import { Button, TextInput } from '@mantine/core';
import type { Bot } from '@parley/shared/api/bots';
import { IconPlus, IconRobot, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { botsQuery } from '../../api/bots.ts';
import { meQuery } from '../../api/queries.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { TableBones } from '../../ui/TableBones.tsx';
import { BotTable } from './BotTable.tsx';
import { NewBot } from './NewBot.tsx';
import styles from './Bots.module.css';

const filters = {
  all: () => true,
  live: (bot: Bot) => bot.live !== null && !bot.paused,
  drafts: (bot: Bot) => bot.live === null,
  paused: (bot: Bot) => bot.paused,
} as const;
type Filter = keyof typeof filters;

/** The bots of this installation: what is live, what changed, who is talking. */
export function Bots() {
  const { t } = useTranslation();
  const bots = useQuery(botsQuery);
  const me = useQuery(meQuery);
  const [making, setMaking] = useState(false);
  const [filter, setFilter] = useState<Filter>('all');
  const [text, setText] = useState('');

  const mayEdit = me.data?.rights.includes('bots.edit') ?? false;
  const all = bots.data ?? [];
  const shown = all.filter((bot) => filters[filter](bot) && bot.name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()));
  const names = { all: t('bots.all'), live: t('bots.live'), drafts: t('bots.drafts'), paused: t('bots.paused') };
  const options = (Object.keys(filters) as Filter[]).map((value) => ({ value, label: names[value], count: all.filter(filters[value]).length }));
  const make = mayEdit && <Button variant="ink" leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => setMaking(true)}>{t('bots.new')}</Button>;

  return (
    <Page title={t('bots.title')} actions={all.length > 0 && make}>
      {bots.isPending && <TableBones />}
      {bots.error && <ErrorState title={t('bots.failed')} text={t('page.failedHelp')} details={sentenceOf(bots.error)} action={<Button onClick={() => void bots.refetch()}>{t('common.tryAgain')}</Button>} />}
      {bots.data && all.length === 0 && <EmptyState icon={<IconRobot size={20} stroke={1.75} />} text={t('bots.empty')} action={make} />}
      {all.length > 0 && (
        <>
          <div className={styles.bar}>
            <TextInput className={styles.find} aria-label={t('bots.find')} placeholder={t('bots.find')} leftSection={<IconSearch size={16} stroke={1.75} />} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />
            <Segments label={t('bots.state')} value={filter} options={options} onChange={setFilter} />
          </div>
          {shown.length > 0
            ? <BotTable bots={shown} mayEdit={mayEdit} mayManage={me.data?.rights.includes('bots.manage') ?? false} />
            : <EmptyState icon={<IconSearch size={20} stroke={1.75} />} text={t('bots.noMatch', { text })} action={<Button onClick={() => { setText(''); setFilter('all'); }}>{t('bots.showAll')}</Button>} />}
        </>
      )}
      <NewBot opened={making} onClose={() => setMaking(false)} />
    </Page>
  );
}
