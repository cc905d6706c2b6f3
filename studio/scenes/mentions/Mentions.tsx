import { Button } from '@mantine/core';
import { IconAt } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { mentionsQuery } from '../../api/comments.ts';
import { whileShown } from '../../api/whileShown.ts';
import { paths } from '../../app/paths.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Page } from '../../ui/Page.tsx';
import { relativeTime } from '../../ui/relativeTime.ts';
import { TableBones } from '../../ui/TableBones.tsx';
import styles from './Mentions.module.css';

/** Comments that call me, in any bot; each leads to its thread. */
export function Mentions() {
  const { t } = useTranslation();
  const found = useInfiniteQuery({ ...mentionsQuery, refetchInterval: whileShown(60_000) });
  const mentions = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const unread = found.data?.pages[0]?.unread ?? 0;
  return (
    <Page title={t('mentions.title')} actions={unread > 0 && <span className={styles.unread} role="status">{t('mentions.count', { count: unread })}</span>}>
      {found.isPending && <TableBones />}
      {found.error && !found.data && <ErrorState title={t('mentions.failed')} text={t('page.failedHelp')} details={sentenceOf(found.error)} action={<Button onClick={() => void found.refetch()}>{t('common.tryAgain')}</Button>} />}
      {found.data && mentions.length === 0 && <EmptyState icon={<IconAt size={20} stroke={1.75} />} text={t('mentions.empty')} />}
      {mentions.length > 0 && (
        <ul className={styles.list}>
          {mentions.map(({ comment, threadId, title, node, bot, flow, read }) => (
            <li key={comment.id} data-unread={!read || undefined}>
              <Link to={paths.thread(bot.id, flow.id, threadId)} className={styles.mention}>
                <Avatar name={comment.by?.name ?? t('comments.gone')} size={36} />
                <span className={styles.said}>
                  <span className={styles.by}><b className="cut" dir="auto">{comment.by?.name ?? t('comments.gone')}</b><span className="cut" dir="auto">{bot.name} / {flow.main ? t('designer.mainFlow') : flow.name}{node !== null && title && ` / ${title}`}</span><time dateTime={comment.madeAt}>{relativeTime(comment.madeAt)}</time>{!read && <span className={styles.dot} role="img" aria-label={t('mentions.unread')} />}</span>
                  <span className={styles.text} dir="auto">{comment.text}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {found.hasNextPage && <Button className={styles.more ?? ''} loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('mentions.more')}</Button>}
    </Page>
  );
}
