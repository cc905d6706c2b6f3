import { Button } from '@mantine/core';
import type { Release } from '@parley/shared/api/releases';
import { IconHistory } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { ApiFailure, sentenceOf } from '../../api/ApiFailure.ts';
import { botQuery } from '../../api/bots.ts';
import { meQuery } from '../../api/queries.ts';
import { releasesQuery, rollBack } from '../../api/releases.ts';
import { whileShown } from '../../api/whileShown.ts';
import { paths } from '../../app/paths.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page } from '../../ui/Page.tsx';
import { toast, toastError } from '../../ui/toast.tsx';
import { ReleaseDetail } from './ReleaseDetail.tsx';
import { ReleasesBones } from './ReleasesBones.tsx';
import { ReleaseRow } from './ReleaseRow.tsx';
import styles from './Releases.module.css';

/** The versions of a bot: what each changed, what was proven, who is still on it, and the way back. */
export function Releases() {
  const { t } = useTranslation();
  const { botId = '' } = useParams();
  const queries = useQueryClient();
  const bot = useQuery(botQuery(botId));
  const me = useQuery(meQuery);
  // Open conversations end and begin while somebody watches a roll back.
  const releases = useQuery({ ...releasesQuery(botId), refetchInterval: whileShown(2_000) });
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState(search.get('version') ?? undefined);
  const [asking, setAsking] = useState<Release>();
  const back = useMutation({
    mutationFn: (release: Release) => rollBack(release.id),
    async onSuccess({ release }) {
      setAsking(undefined);
      toast(t('versions.rolledBack', { no: release.no }));
      await queries.invalidateQueries({ queryKey: ['bots'] });
    },
    onError: (error) => toastError(sentenceOf(error)),
  });

  const all = releases.data?.items ?? [];
  const shown = all.find(({ id }) => id === chosen) ?? all.find(({ live }) => live) ?? all[0];
  const design = bot.data && <Button component={Link} to={paths.designer(botId, bot.data.flowId)}>{t('versions.open')}</Button>;
  const failure = releases.error ?? bot.error;
  const gone = failure instanceof ApiFailure && [400, 404].includes(failure.status);
  return (
    <Page title={t('versions.title')} of={bot.data?.name} crumb={<Link to={paths.bots}>{t('bots.title')}</Link>} actions={all.length > 0 && design}>
      {!releases.data && !failure && <ReleasesBones />}
      {gone && !releases.data && <ErrorState icon={<IconHistory size={20} stroke={1.75} />} title={t('versions.gone')} text={t('page.missingHelp')} action={<Button component={Link} to={paths.bots}>{t('page.toBots')}</Button>} />}
      {failure && !gone && !releases.data && <ErrorState title={t('versions.failed')} text={t('page.failedHelp')} details={sentenceOf(failure)} action={<Button onClick={() => { void releases.refetch(); void bot.refetch(); }}>{t('common.tryAgain')}</Button>} />}
      {releases.data && all.length === 0 && <EmptyState icon={<IconHistory size={20} stroke={1.75} />} text={t('versions.empty')} action={design} />}
      {shown && (
        <div className={styles.sides}>
          <ul className={styles.list} aria-label={t('versions.title')}>
            {all.map((release) => <ReleaseRow key={release.id} release={release} chosen={release.id === shown.id} onChoose={() => setChosen(release.id)} />)}
          </ul>
          <ReleaseDetail key={shown.id} release={shown} {...(bot.data && { history: paths.history(botId, bot.data.flowId, `release:${shown.id}`, 'now') })} {...(me.data?.rights.includes('bots.publish') && !shown.live ? { onRollBack: () => setAsking(shown) } : {})} />
        </div>
      )}
      <Confirm opened={asking !== undefined} onClose={() => setAsking(undefined)} title={t('versions.rollBackTitle', { no: asking?.no })} text={t('versions.rollBackText', { no: asking?.no })} verb={t('versions.rollBack', { no: asking?.no })} live busy={back.isPending} onConfirm={() => asking && back.mutate(asking)} />
    </Page>
  );
}
