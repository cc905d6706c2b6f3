import type { Credential } from '@parley/shared/api/credentials';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { botsQuery } from '../../api/bots.ts';
import { deleteCredential } from '../../api/credentials.ts';
import { paths } from '../../app/paths.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { relativeTime } from '../../ui/relativeTime.ts';
import { RowMenu } from '../../ui/RowMenu.tsx';
import { Table } from '../../ui/Table.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { toast, toastError } from '../../ui/toast.tsx';
import { WhenBy } from '../../ui/WhenBy.tsx';
import styles from './Credentials.module.css';

/** Credentials, a row each: where they go, which flows use them, when they last did. */
export function CredentialTable({ credentials, mayEdit, onChange }: { credentials: Credential[]; mayEdit: boolean; onChange: (credential: Credential) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [removing, setRemoving] = useState<Credential>();
  const remove = useMutation({
    mutationFn: ({ id }: Credential) => deleteCredential(id),
    async onSuccess() {
      toast(t('credentials.removed'));
      await queries.invalidateQueries({ queryKey: ['credentials'] });
    },
    onError: (error) => toastError(sentenceOf(error)),
    onSettled: () => setRemoving(undefined),
  });
  const bots = useQuery(botsQuery);
  const nameOf = ({ botId }: Credential) => bots.data?.find(({ id }) => id === botId)?.name;
  const columns = [{ title: t('credentials.name') }, { title: t('credentials.hosts'), width: '22%' }, { title: t('credentials.usedBy'), width: '18%' }, { title: t('credentials.lastUsed'), width: '11%' }, { title: t('credentials.changed'), width: '14%' }, { title: t('credentials.actionsTitle'), width: '60px', hidden: true }];
  return (
    <>
      <Table label={t('credentials.title')} columns={columns} tall>
        {credentials.map((credential) => (
          <tr key={credential.id}>
            <td>
              <div className={styles.first}>
                <Tile family="connect" size={34}><IconKey size={18} stroke={1.75} /></Tile>
                <span className={styles.names}>
                  <bdi className={`${styles.name} cut`} title={credential.name}>{credential.name}</bdi>
                  <Whose credential={credential} bot={nameOf(credential)} />
                </span>
              </div>
            </td>
            <td data-wide-only><span className="cut" style={{ display: 'block' }} dir="ltr" title={credential.hosts.join(', ')}>{credential.hosts.join(', ')}</span></td>
            <td><span className={styles.uses}><Uses credential={credential} /></span></td>
            <td data-wide-only>{credential.lastUsedAt ? <time dateTime={credential.lastUsedAt}>{relativeTime(credential.lastUsedAt)}</time> : <span className={styles.quiet}>{t('credentials.never')}</span>}</td>
            <td data-wide-only><WhenBy when={credential.changedAt} who={credential.changedBy} /></td>
            <td>
              {mayEdit && <span className={styles.more}><RowMenu label={t('credentials.actions', { name: credential.name })} edit={t('credentials.edit')} remove={t('credentials.remove')} onEdit={() => onChange(credential)} onRemove={() => setRemoving(credential)} /></span>}
            </td>
          </tr>
        ))}
      </Table>
      <Confirm opened={removing !== undefined} onClose={() => setRemoving(undefined)} title={t('credentials.removeTitle', { name: removing?.name ?? '' })} text={t('credentials.removeText')} verb={t('credentials.remove')} busy={remove.isPending} onConfirm={() => removing && remove.mutate(removing)} />
    </>
  );
}

/** How it goes along, and for which bot; a name is cut at its own end, whatever way its script runs. */
function Whose({ credential: { kind, field, botId }, bot }: { credential: Credential; bot: string | undefined }) {
  const { t } = useTranslation();
  const what = [t(`credentials.kind.${kind}`), field].filter(Boolean).join(' ');
  if (botId === null) return <span className={`${styles.second} cut`}>{t('credentials.forAll', { kind: what })}</span>;
  return <span className={`${styles.second} ${styles.whose}`}><span className="cut">{what}</span>{bot !== undefined && <bdi className="cut" title={bot}>{bot}</bdi>}</span>;
}

/** The flows that use a credential; each opens in the designer. */
function Uses({ credential: { usedBy } }: { credential: Credential }) {
  const { t } = useTranslation();
  if (usedBy.length === 0) return <span className={styles.quiet}>{t('credentials.nobody')}</span>;
  return <>{usedBy.slice(0, 3).map(({ botId, bot, flowId, flow }) => <Link key={flowId} className="cut" style={{ display: 'block' }} to={paths.designer(botId, flowId)} dir="auto" title={`${bot}: ${flow}`}>{bot === flow ? bot : `${bot}: ${flow}`}</Link>)}{usedBy.length > 3 && <span className={styles.second}>{t('tryRequest.more', { count: usedBy.length - 3 })}</span>}</>;
}
