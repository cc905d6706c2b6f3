import { Menu } from '@mantine/core';
import { IconBookmark, IconBookmarkOff, IconPencil, IconVersions } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sentenceOf } from '../api/ApiFailure.ts';
import { removeVersionName } from '../api/history.ts';
import { meQuery } from '../api/queries.ts';
import { paths } from '../app/paths.ts';
import { useDesigner } from '../store/designerContext.ts';
import { Chip } from '../ui/Chip.tsx';
import { relativeTime, whenExactly } from '../ui/relativeTime.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { PointMenu } from './PointMenu.tsx';
import type { PointAct } from './timeline.ts';
import type { Entry } from './timeline.ts';
import styles from './History.module.css';

const icon = { size: 16, stroke: 1.75 } as const;

/** A version in the line: one with a name, or a published one. */
export function MarkRow({ entry, at, name, act }: { entry: Exclude<Entry, { is: 'sitting' }>; at: string; name: string; act: PointAct }) {
  const { t } = useTranslation();
  const { book } = useDesigner();
  const queries = useQueryClient();
  const me = useQuery(meQuery);
  const mayEdit = me.data?.rights.includes('bots.edit') ?? false;
  const remove = useMutation({
    mutationFn: (id: string) => removeVersionName(id),
    onSuccess: async () => {
      if (at === entry.key) act.look('now');
      toast(t('history.removedName', { name }));
      await queries.invalidateQueries({ queryKey: ['bots', book.botId, 'named'] });
    },
    onError: (error) => toastError(sentenceOf(error)),
  });
  const when = whenExactly(entry.at);
  const version = entry.is === 'version' ? entry.version : undefined;
  const release = entry.is === 'release' ? entry.release : undefined;
  const by = (version ?? release)?.by?.name;
  return (
    <li className={styles.entry} data-is={entry.is} data-chosen={at === entry.key || undefined}>
      <button type="button" className={styles.row} aria-current={at === entry.key || undefined} onClick={() => act.look(entry.key)}>
        <span className={styles.sign} data-is={entry.is}>{version ? <IconBookmark {...icon} aria-hidden="true" /> : <IconVersions {...icon} aria-hidden="true" />}</span>
        <span className={styles.words}>
          <span className={styles.top}><b dir="auto">{version ? name : t('history.published', { no: release?.no })}</b>{release?.live && <Chip tone="ok">{t('versions.live')}</Chip>}<time dateTime={entry.at} title={when}>{relativeTime(entry.at)}</time></span>
          {release?.note && <span className={styles.sentence} dir="auto">{release.note}</span>}
          {by && <span className={styles.flows} dir="auto">{version ? t('history.namedBy', { name: by }) : by}</span>}
        </span>
      </button>
      <div className={styles.side}>
        <PointMenu label={t('history.more', { when: name })} point={entry.key} act={act}>
          {version && mayEdit && <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => act.rename(version)}>{t('history.rename')}</Menu.Item>}
          {version && mayEdit && <Menu.Item leftSection={<IconBookmarkOff {...icon} />} onClick={() => remove.mutate(version.id)}>{t('history.removeName')}</Menu.Item>}
          {release && <Menu.Item leftSection={<IconVersions {...icon} />} component={Link} to={paths.releases(book.botId, release.id)}>{t('history.toRelease')}</Menu.Item>}
        </PointMenu>
      </div>
    </li>
  );
}
