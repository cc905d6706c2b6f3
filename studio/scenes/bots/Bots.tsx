import { Button, Menu, TextInput } from '@mantine/core';
import type { Bot } from '@parley/shared/api/bots';
import { IconCheck, IconFileImport, IconPlus, IconRobot, IconSearch, IconSortDescending } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { botsQuery } from '../../api/bots.ts';
import { meQuery } from '../../api/queries.ts';
import { Bone } from '../../ui/Bone.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { TableBones } from '../../ui/TableBones.tsx';
import { BotTable } from './BotTable.tsx';
import { DropFile } from './DropFile.tsx';
import { ImportBot } from './ImportBot.tsx';
import { NewBot } from './NewBot.tsx';
import styles from './Bots.module.css';

const filters = {
  all: () => true,
  live: (bot: Bot) => bot.live !== null && !bot.paused,
  drafts: (bot: Bot) => bot.live === null,
  paused: (bot: Bot) => bot.paused,
} as const;
type Filter = keyof typeof filters;

const orders = {
  changed: (a: Bot, b: Bot) => (a.changedAt < b.changedAt ? 1 : a.changedAt > b.changedAt ? -1 : 0),
  name: (a: Bot, b: Bot) => a.name.localeCompare(b.name, undefined, { numeric: true }),
  open: (a: Bot, b: Bot) => b.openSessions - a.openSessions,
} as const;
type Order = keyof typeof orders;

/** The bots of this installation: what is live, what changed, who is talking. */
export function Bots() {
  const { t } = useTranslation();
  const bots = useQuery(botsQuery);
  const me = useQuery(meQuery);
  const [making, setMaking] = useState(false);
  const [importing, setImporting] = useState<{ file?: File }>();
  const [filter, setFilter] = useState<Filter>('all');
  const [order, setOrder] = useState<Order>('changed');
  const [text, setText] = useState('');

  const mayEdit = me.data?.rights.includes('bots.edit') ?? false;
  const all = bots.data ?? [];
  const shown = all.filter((bot) => filters[filter](bot) && bot.name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase())).toSorted(orders[order]);
  const orderNames = { changed: t('bots.changed'), name: t('bots.byName'), open: t('bots.open') };
  const names = { all: t('bots.all'), live: t('bots.live'), drafts: t('bots.drafts'), paused: t('bots.paused') };
  const options = (Object.keys(filters) as Filter[]).map((value) => ({ value, label: names[value], count: all.filter(filters[value]).length }));
  const make = mayEdit && (
    <div className={styles.makers}>
      <Button leftSection={<IconFileImport size={16} stroke={1.75} />} onClick={() => setImporting({})}>{t('exchange.import')}</Button>
      <Button variant="ink" leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => setMaking(true)}>{t('bots.new')}</Button>
    </div>
  );

  return (
    <Page title={t('bots.title')} actions={all.length > 0 && make}>
      {bots.isPending && <><div className={styles.bar}><div className={styles.find}><Bone width="100%" height="var(--bone)" /></div><Bone width={260} height="var(--bone)" /></div><TableBones /></>}
      {bots.error && !bots.data && <ErrorState title={t('bots.failed')} text={t('page.failedHelp')} details={sentenceOf(bots.error)} action={<Button onClick={() => void bots.refetch()}>{t('common.tryAgain')}</Button>} />}
      {bots.data && all.length === 0 && <EmptyState icon={<IconRobot size={20} stroke={1.75} />} text={mayEdit ? t('bots.empty') : t('bots.emptyRead')} action={make} />}
      {all.length > 0 && (
        <>
          <div className={styles.bar}>
            <TextInput className={styles.find} aria-label={t('bots.find')} placeholder={t('bots.find')} leftSection={<IconSearch size={16} stroke={1.75} />} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />
            <Segments label={t('bots.state')} value={filter} options={options} onChange={setFilter} />
            <Menu position="bottom-end">
              <Menu.Target><Button className={styles.sort} variant="subtle" leftSection={<IconSortDescending size={16} stroke={1.75} />} aria-label={t('bots.sortedBy', { order: orderNames[order] })}><span className={styles.sortName}>{orderNames[order]}</span></Button></Menu.Target>
              <Menu.Dropdown>
                {(Object.keys(orders) as Order[]).map((value) => <Menu.RadioItem key={value} value={value} checked={value === order} checkIcon={<IconCheck size={16} stroke={1.75} />} onChange={() => setOrder(value)}>{orderNames[value]}</Menu.RadioItem>)}
              </Menu.Dropdown>
            </Menu>
          </div>
          {shown.length > 0
            ? <BotTable bots={shown} mayEdit={mayEdit} mayManage={me.data?.rights.includes('bots.manage') ?? false} />
            : <EmptyState icon={<IconSearch size={20} stroke={1.75} />} text={text.trim() ? t('bots.noMatch', { text: text.trim() }) : t(`bots.noneOf.${filter}`)} action={<Button onClick={() => { setText(''); setFilter('all'); }}>{t('bots.showAll')}</Button>} />}
        </>
      )}
      {mayEdit && <DropFile onFile={(file) => setImporting({ file })} />}
      {importing && <ImportBot file={importing.file} onClose={() => setImporting(undefined)} />}
      <NewBot opened={making} onClose={() => setMaking(false)} />
    </Page>
  );
}
