import { Button, Select } from '@mantine/core';
import type { FlowSettings } from '@parley/shared/flow/document';
import { makeId } from '@parley/shared/lib/id';
import { inOrder } from '@parley/shared/nodes/walkFields';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { told } from '../commands/actions.ts';
import { forgetTranslations } from '../commands/edits/nodes.ts';
import { useDesigner, useFlow } from '../store/designerContext.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { FieldView } from './FieldView.tsx';
import { shortcutWords } from './settingsForm.ts';
import field from './Field.module.css';

type Does = FlowSettings['shortcuts'][string]['does'];

/** Words that work anywhere in the conversation, and what each does. */
export function Shortcuts() {
  const { t } = useTranslation();
  const { store, book, random, editable } = useDesigner();
  const { settings } = useFlow();
  const flows = useStore(book.flows);
  const words = shortcutWords();
  const subflows = Object.values(flows).filter(({ head }) => head.id !== book.main);
  const data = [
    { value: 'restart', label: t('settings.doesRestart') }, { value: 'dialog:language', label: t('settings.doesLanguage') }, { value: 'dialog:reset', label: t('settings.doesReset') },
    ...subflows.map(({ head }) => ({ value: `call:${head.id}`, label: t('settings.doesCall', { flow: head.name }) })),
  ];
  const change = (recipe: (shortcuts: FlowSettings['shortcuts']) => void): boolean => told(store.change(t('gesture.settings'), (flow) => recipe(flow.settings.shortcuts)));
  return (
    <div data-field="shortcuts" className={field.stack}>
      <h3>{t('settings.shortcuts')}</h3>
      {Object.keys(settings.shortcuts).length === 0 && <p className={field.hint}>{t('settings.shortcutsHelp')}</p>}
      {inOrder(settings.shortcuts).map(([id, { does, keywords }]) => (
        <div key={id} className={field.stack} style={{ gap: 6 }} data-shortcut={id}>
          <FieldView field={words} path={['shortcuts', id, 'keywords']} value={keywords} />
          <div style={{ display: 'flex', gap: 4 }}>
            <Select style={{ flex: 1 }} aria-label={t('settings.shortcutDoes')} data={data} value={valueOf(does)} readOnly={!editable} onChange={(next) => { const wanted = next && doesOf(next); if (wanted) change((all) => { const shortcut = all[id]; if (shortcut) shortcut.does = wanted; }); }} />
            {editable && <IconButton size="md" label={t('settings.removeShortcut')} onClick={() => told(store.change(t('gesture.settings'), (flow) => { delete flow.settings.shortcuts[id]; forgetTranslations(flow, (key) => key.startsWith(`settings/shortcuts.${id}.`)); }))}><IconX size={14} stroke={1.75} /></IconButton>}
          </div>
        </div>
      ))}
      {editable && <Button size="sm" variant="subtle" className={field.add ?? ''} leftSection={<IconPlus size={14} stroke={1.75} />} onClick={() => change((all) => { all[makeId(random)] = { keywords: '', does: { kind: 'restart' }, order: 1 + Math.max(0, ...Object.values(all).map(({ order }) => Math.floor(order))) }; })}>{t('settings.addShortcut')}</Button>}
    </div>
  );
}

function valueOf(does: Does): string {
  if (does.kind === 'restart') return 'restart';
  return does.kind === 'dialog' ? `dialog:${does.dialog}` : `call:${does.flow}`;
}

function doesOf(value: string): Does | undefined {
  if (value === 'restart') return { kind: 'restart' };
  if (value === 'dialog:language') return { kind: 'dialog', dialog: 'language' };
  if (value === 'dialog:reset') return { kind: 'dialog', dialog: 'reset' };
  return value.startsWith('call:') ? { kind: 'call', flow: value.slice(5) } : undefined;
}
