import type { Plugin } from '@parley/shared/api/plugins';
import { pluginReference } from '@parley/shared/nodes/pluginDefinition';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { deletePlugin, pluginsQuery } from '../../api/plugins.ts';
import { paths } from '../../app/paths.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { NodeIcon } from '../../ui/NodeIcon.tsx';
import { RowMenu } from '../../ui/RowMenu.tsx';
import { Table } from '../../ui/Table.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { toast, toastError } from '../../ui/toast.tsx';
import { WhenBy } from '../../ui/WhenBy.tsx';
import styles from './Plugins.module.css';

/** Plugins, a row each: what they are, where they ask, who uses them and in which version. */
export function PluginTable({ plugins, mayEdit, onChange }: { plugins: Plugin[]; mayEdit: boolean; onChange: (plugin: Plugin) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [removing, setRemoving] = useState<Plugin>();
  const remove = useMutation({
    mutationFn: ({ definition }: Plugin) => deletePlugin(definition.key),
    async onSuccess() {
      toast(t('plugins.removed'));
      await queries.invalidateQueries({ queryKey: pluginsQuery.queryKey });
    },
    onError: (error) => toastError(sentenceOf(error)),
    onSettled: () => setRemoving(undefined),
  });
  const columns = [{ title: t('plugins.name') }, { title: t('plugins.asks'), width: '26%' }, { title: t('plugins.usedBy'), width: '22%' }, { title: t('plugins.changed'), width: '18%' }, { title: t('plugins.actionsTitle'), width: '60px', hidden: true }];
  return (
    <>
      <Table label={t('plugins.title')} columns={columns} tall>
        {plugins.map((plugin) => {
          const { definition, madeAt, madeBy } = plugin;
          const address = definition.url || t('plugins.noAddress');
          return (
            <tr key={definition.key}>
              <td>
                <div className={styles.first}>
                  <Tile family="connect" size={34}><NodeIcon name={definition.icon} size={18} /></Tile>
                  <span className={styles.names}>
                    <bdi className={`${styles.name} cut`} title={definition.name}>{definition.name}</bdi>
                    <span className={`${styles.second} cut`}><bdi>{pluginReference(definition)}</bdi>, {t(`plugins.kind.${definition.kind}`)}</span>
                  </span>
                </div>
              </td>
              <td data-wide-only><span className="cut" style={{ display: 'block' }} dir="auto" title={address}>{address}</span></td>
              <td><span className={styles.uses}><Uses plugin={plugin} /></span></td>
              <td data-wide-only><WhenBy when={madeAt} who={madeBy} /></td>
              <td>
                {mayEdit && <span className={styles.more}><RowMenu label={t('plugins.actions', { name: definition.name })} edit={t('plugins.edit')} remove={t('plugins.remove')} onEdit={() => onChange(plugin)} onRemove={() => setRemoving(plugin)} /></span>}
              </td>
            </tr>
          );
        })}
      </Table>
      <Confirm opened={removing !== undefined} onClose={() => setRemoving(undefined)} title={t('plugins.removeTitle', { name: removing?.definition.name ?? '' })} text={t('plugins.removeText')} verb={t('plugins.remove')} busy={remove.isPending} onConfirm={() => removing && remove.mutate(removing)} />
    </>
  );
}

/** The flows that use a plugin, each with the version it has where that is an older one. */
function Uses({ plugin: { usedBy, definition } }: { plugin: Plugin }) {
  const { t } = useTranslation();
  if (usedBy.length === 0) return <span className={styles.quiet}>{t('plugins.nobody')}</span>;
  return (
    <>
      {usedBy.slice(0, 3).map(({ botId, bot, flowId, flow, version }) => (
        <Link key={flowId} className="cut" style={{ display: 'block' }} dir="auto" to={paths.designer(botId, flowId)} title={`${bot}: ${flow}`}>
          {bot === flow ? bot : `${bot}: ${flow}`}{version < definition.version && <bdi className={styles.second}> {t('plugins.older', { version })}</bdi>}
        </Link>
      ))}
      {usedBy.length > 3 && <span className={styles.second}>{t('plugins.moreUses', { count: usedBy.length - 3 })}</span>}
    </>
  );
}
