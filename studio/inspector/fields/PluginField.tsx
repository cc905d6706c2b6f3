import { Anchor, Button, Select } from '@mantine/core';
import type { PluginDefinition } from '@parley/shared/nodes/pluginDefinition';
import { pluginReference } from '@parley/shared/nodes/pluginDefinition';
import { IconArrowUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { pluginsQuery } from '../../api/plugins.ts';
import { paths } from '../../app/paths.ts';
import { told } from '../../commands/actions.ts';
import { putAt } from '@parley/shared/flow/putAt';
import { pinnedData } from '../../palette/pinnedData.ts';
import { useDesigner } from '../../store/designerContext.ts';
import { FieldFrame, fieldId, useFieldIssues } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import { usePinnedPlugin } from '../usePinnedPlugin.ts';
import styles from '../Field.module.css';

/** Which plugin a node uses, in the version it was placed with; a newer one is offered, and taken by nobody else. */
export function PluginField(props: FieldProps) {
  const { t } = useTranslation();
  const { store } = useDesigner();
  const { path } = props;
  const { base, owner, readOnly } = useFieldContext();
  const { tone } = useFieldIssues(path);
  const pinned = usePinnedPlugin();
  const plugins = useQuery(pluginsQuery);
  const known = (plugins.data?.items ?? []).map(({ definition }) => definition);
  const newest = known.find(({ key }) => key === pinned?.key);
  const isGone = pinned !== undefined && plugins.data !== undefined && !newest;
  const data = [...known.map(({ key, name }) => ({ value: key, label: name })), ...(pinned && !newest ? [{ value: pinned.key, label: pinned.name }] : [])];
  const take = (definition: PluginDefinition): boolean => told(store.change(t('plugins.gesture', { name: definition.name }), (flow) => {
    const fresh = definition.key === pinned?.key ? { plugin: pinnedData(definition).plugin, kind: definition.kind } : pinnedData(definition);
    for (const [key, value] of Object.entries(fresh)) putAt(flow, [...base, key], value);
  }));
  return (
    <FieldFrame {...props} problem={plugins.error ? sentenceOf(plugins.error) : undefined} right={pinned && <bdi className={styles.count}>{pluginReference(pinned)}</bdi>}>
      <Select openOnFocus={false} id={fieldId(owner, path)} data={data} value={pinned?.key ?? null} placeholder={t('plugins.choose')} allowDeselect={false} searchable={known.length > 8} readOnly={readOnly} error={tone === 'error'} nothingFoundMessage={t('plugins.none')} onChange={(key) => { const chosen = known.find((plugin) => plugin.key === key); if (chosen && chosen.key !== pinned?.key) take(chosen); }} />
      {!readOnly && pinned && newest && newest.version > pinned.version && <div style={{ marginInlineStart: -8 }}><Button size="sm" variant="subtle" leftSection={<IconArrowUp size={14} stroke={1.75} />} onClick={() => take(newest)}>{t('plugins.takeVersion', { version: newest.version })}</Button></div>}
      {isGone && <p className={styles.hint}>{t('plugins.gone')}</p>}
      {plugins.data && known.length === 0 && !pinned && <p className={styles.hint}>{t('plugins.noneYet')} <Anchor component={Link} to={paths.plugins} inherit>{t('plugins.title')}</Anchor></p>}
    </FieldFrame>
  );
}
