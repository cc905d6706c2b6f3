import { Button, Menu } from '@mantine/core';
import type { Plugin } from '@parley/shared/api/plugins';
import type { PluginDefinition } from '@parley/shared/nodes/pluginDefinition';
import { IconChevronDown, IconPlus, IconPuzzle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/ApiFailure.ts';
import { pluginsQuery } from '../../api/plugins.ts';
import { meQuery } from '../../api/queries.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { NodeIcon } from '../../ui/NodeIcon.tsx';
import { Page } from '../../ui/Page.tsx';
import { TableBones } from '../../ui/TableBones.tsx';
import { blankPlugin } from './blankPlugin.ts';
import { PluginForm } from './PluginForm.tsx';
import { PluginTable } from './PluginTable.tsx';

/** What is open: a definition to keep as new, or as the next version of a plugin. */
interface Opened {
  definition: PluginDefinition;
  changes?: Plugin;
}

/** Calls to other systems that were defined once: see, make, change and try them. */
export function Plugins() {
  const { t } = useTranslation();
  const plugins = useQuery(pluginsQuery);
  const me = useQuery(meQuery);
  const [open, setOpen] = useState<Opened>();
  const mayEdit = me.data?.rights.includes('bots.edit') ?? false;
  const { items = [], examples = [] } = plugins.data ?? {};
  const fresh = examples.filter(({ key }) => !items.some(({ definition }) => definition.key === key));
  const add = mayEdit && (
    <Menu position="bottom-end">
      <Menu.Target><Button variant="ink" leftSection={<IconPlus size={16} stroke={1.75} />} rightSection={<IconChevronDown size={14} stroke={1.75} />}>{t('plugins.new')}</Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPuzzle size={14} stroke={1.75} />} onClick={() => setOpen({ definition: blankPlugin() })}>{t('plugins.blank')}</Menu.Item>
        {fresh.length > 0 && <Menu.Label>{t('plugins.fromExample')}</Menu.Label>}
        {fresh.map((definition) => <Menu.Item key={definition.key} leftSection={<NodeIcon name={definition.icon} />} onClick={() => setOpen({ definition })}>{definition.name}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <Page title={t('plugins.title')} actions={items.length > 0 && add}>
      {plugins.isPending && <TableBones />}
      {plugins.error && !plugins.data && <ErrorState title={t('plugins.failed')} text={t('page.failedHelp')} details={sentenceOf(plugins.error)} action={<Button onClick={() => void plugins.refetch()}>{t('common.tryAgain')}</Button>} />}
      {plugins.data && items.length === 0 && <EmptyState icon={<IconPuzzle size={20} stroke={1.75} />} text={mayEdit ? t('plugins.empty') : t('plugins.emptyRead')} action={add} />}
      {items.length > 0 && <PluginTable plugins={items} mayEdit={mayEdit} onChange={(plugin) => setOpen({ definition: plugin.definition, changes: plugin })} />}
      {open && <PluginForm key={open.definition.key} {...open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}
