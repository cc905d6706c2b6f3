import { forgetTranslations } from '@parley/shared/flow/removeAll';
import { Button, Menu, Select } from '@mantine/core';
import type { FlowSettings } from '@parley/shared/flow/document';
import { settingsTexts } from '@parley/shared/flow/settingsTexts.data';
import { makeId } from '@parley/shared/lib/id';
import { inOrder } from '@parley/shared/nodes/walkFields';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { sentenceOf } from '../api/ApiFailure.ts';
import { told } from '../commands/actions.ts';
import { withSubflows } from '../commands/subflowGesture.ts';
import type { Joint } from '../store/flowStore.ts';
import { useDesigner, useFlow } from '../store/designerContext.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { toastError } from '../ui/toast.tsx';
import { FieldView } from './FieldView.tsx';
import { makeMenu } from './makeMenu.ts';
import { shortcutWords } from './settingsForm.ts';
import field from './Field.module.css';

type Does = FlowSettings['shortcuts'][string]['does'];

/** Words that work anywhere in the conversation, and what each does. */
export function Shortcuts() {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { store, book, random, nodeTypes, editable } = desk;
  const { settings, languages } = useFlow();
  const flows = useStore(book.flows);
  const words = shortcutWords();
  const subflows = Object.values(flows).filter(({ head }) => head.id !== book.main);
  const data = [
    { value: 'restart', label: t('settings.doesRestart') }, { value: 'dialog:language', label: t('settings.doesLanguage') }, { value: 'dialog:reset', label: t('settings.doesReset') },
    ...subflows.map(({ head }) => ({ value: `call:${head.id}`, label: t('settings.doesCall', { flow: head.name }) })),
  ];
  const change = (recipe: (shortcuts: FlowSettings['shortcuts']) => void, joint?: Joint): boolean => told(store.change(t('gesture.settings'), (flow) => recipe(flow.settings.shortcuts), joint ? { joint } : {}));
  const put = (keywords: string, does: Does, joint?: Joint): boolean => change((all) => { all[makeId(random)] = { keywords, does, order: 1 + Math.max(0, ...Object.values(all).map(({ order }) => Math.floor(order))) }; }, joint);
  const [making, setMaking] = useState(false);
  const said = settingsTexts[languages[0] ?? 'en'] ?? settingsTexts[languages[0]?.split('-')[0] ?? 'en'] ?? settingsTexts['en'];
  const has = (value: string): boolean => Object.values(settings.shortcuts).some(({ does }) => valueOf(does) === value || (value === 'call:' && does.kind === 'call'));
  const addMenu = async (): Promise<void> => {
    setMaking(true);
    try {
      const id = await makeMenu({ book, random, nodeTypes, words: { name: t('shortcuts.menu'), question: t('shortcuts.menuQuestion'), back: t('shortcuts.menuBack'), gesture: t('gesture.settings') } });
      put(said?.menu ?? '', { kind: 'call', flow: id }, withSubflows(desk, [id], true));
    } catch (error) {
      toastError(sentenceOf(error));
    } finally {
      setMaking(false);
    }
  };
  const missing = [
    { key: 'restart', there: has('restart'), label: t('shortcuts.restart'), add: () => put(said?.restart ?? '', { kind: 'restart' }) },
    { key: 'language', there: has('dialog:language'), label: t('shortcuts.language'), add: () => put(said?.language ?? '', { kind: 'dialog', dialog: 'language' }) },
    { key: 'menu', there: has('call:'), label: t('shortcuts.menuItem'), add: () => void addMenu() },
  ].filter(({ there }) => !there);
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
      {editable && (
        <Menu position="bottom-start">
          <Menu.Target><Button size="sm" variant="subtle" className={field.add ?? ''} leftSection={<IconPlus size={14} stroke={1.75} />} loading={making}>{t('settings.addShortcut')}</Button></Menu.Target>
          <Menu.Dropdown>
            {missing.map(({ key, label, add }) => <Menu.Item key={key} onClick={add}>{label}</Menu.Item>)}
            <Menu.Item onClick={() => put('', { kind: 'restart' })}>{t('shortcuts.own')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
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
