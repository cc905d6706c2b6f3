import { Button, Checkbox, Menu, Popover, Select, TextInput } from '@mantine/core';
import { pseudoLanguages } from '@parley/shared/translations/pseudo';
import { IconArrowBackUp, IconArrowForwardUp, IconColumns3, IconEye, IconFileExport, IconLanguage, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { redo, undo } from '../commands/actions.ts';
import { lastEdited } from '../commands/lastEdited.ts';
import { nameOfLanguage } from '../ui/nameOfLanguage.ts';
import { useDesigner, useFlowNames } from '../store/designerContext.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Segments } from '../ui/Segments.tsx';
import { usePhone } from '../ui/usePhone.ts';
import { textStates } from './textState.ts';
import type { TextFilter, TextState } from './textState.ts';
import styles from './Texts.module.css';

export interface TextBarProps {
  count: number;
  filter: TextFilter;
  onFilter: (filter: TextFilter) => void;
  counts: Record<TextState, number>;
  /** Languages that have a column, of those there are. */
  languages: readonly string[];
  shown: readonly string[];
  onShown: (shown: string[]) => void;
  preview: string | undefined;
  onPreview: (language: string | undefined) => void;
  onLanguages: () => void;
  onImport: () => void;
  onCsv: () => void;
  onXliff: (language: string) => void;
}

/** What the table shows, and what can be done with all of it. */
export function TextBar({ count, filter, onFilter, counts, languages, shown, onShown, preview, onPreview, onLanguages, onImport, onCsv, onXliff }: TextBarProps) {
  const { t } = useTranslation();
  const { book, editable } = useDesigner();
  const names = useFlowNames();
  const phone = usePhone();
  const flows = Object.keys(names);
  const states = textStates.filter((state) => state === 'all' || counts[state] > 0 || filter.state === state);
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('texts.name')}>
      <h2 className="num">{t('texts.title', { count })}</h2>
      {editable && <Back />}
      <TextInput size="sm" className={styles.search ?? ''} type="search" aria-label={t('texts.search')} placeholder={t('texts.search')} value={filter.search} leftSection={<IconSearch size={14} stroke={1.75} aria-hidden="true" />} onChange={(event) => onFilter({ ...filter, search: event.currentTarget.value })} />
      {flows.length > 1 && <Select size="sm" w={150} aria-label={t('texts.flow')} value={filter.flow} allowDeselect={false} data={[{ value: '', label: t('texts.allFlows') }, ...flows.map((id) => ({ value: id, label: id === book.main ? t('texts.mainFlow') : names[id] ?? id }))]} onChange={(flow) => onFilter({ ...filter, flow: flow ?? '' })} />}
      {languages.length > 0 && (phone
        ? <Select size="sm" w="100%" aria-label={t('texts.state')} value={filter.state} allowDeselect={false} data={textStates.map((value) => ({ value, label: `${t(`texts.${value}`)} ${counts[value]}` }))} onChange={(state) => onFilter({ ...filter, state: textStates.find((each) => each === state) ?? 'all' })} />
        : states.length > 1 && <Segments label={t('texts.state')} value={filter.state} onChange={(state) => onFilter({ ...filter, state })} options={states.map((value) => ({ value, label: t(`texts.${value}`), count: counts[value] }))} />)}
      {!phone && <span className={styles.grow} />}
      {phone && languages.length > 1 && <Select size="sm" w="100%" aria-label={t('texts.columns')} value={shown[0] ?? null} allowDeselect={false} data={languages.map((value) => ({ value, label: nameOfLanguage(value) }))} onChange={(language) => { if (language) onShown([language]); }} />}
      {!phone && (
        <>
          <Menu position="bottom-end">
            <Menu.Target><Button size="sm" leftSection={<IconEye size={16} stroke={1.75} aria-hidden="true" />} aria-pressed={preview !== undefined}>{t('texts.preview')}</Button></Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('texts.previewHelp')}</Menu.Label>
              <Menu.Item aria-current={preview === undefined || undefined} onClick={() => onPreview(undefined)}>{t('texts.previewNone')}</Menu.Item>
              {pseudoLanguages.map((language) => <Menu.Item key={language} aria-current={preview === language || undefined} onClick={() => onPreview(language)}>{t(language === 'en-XA' ? 'texts.previewPseudo' : 'texts.previewRtl')}</Menu.Item>)}
            </Menu.Dropdown>
          </Menu>
          {languages.length > 1 && (
            <Popover position="bottom-end" trapFocus returnFocus>
              <Popover.Target><IconButton variant="default" size="md" label={t('texts.columns')}><IconColumns3 size={16} stroke={1.75} /></IconButton></Popover.Target>
              <Popover.Dropdown style={{ padding: 12 }}>
                <Checkbox.Group label={t('texts.columnsShown')} value={[...shown]} onChange={(next) => onShown(languages.filter((language) => next.includes(language)))}>
                  <div style={{ display: 'grid', gap: 8, marginTop: 8, maxHeight: 320, overflow: 'auto', padding: 2 }}>{languages.map((language) => <Checkbox key={language} size="sm" value={language} label={`${nameOfLanguage(language)} (${language})`} />)}</div>
                </Checkbox.Group>
              </Popover.Dropdown>
            </Popover>
          )}
          <IconButton variant="default" size="md" label={t('texts.addLanguage')} onClick={onLanguages}><IconLanguage size={16} stroke={1.75} /></IconButton>
          {languages.length > 0 && (
            <Menu position="bottom-end">
              <Menu.Target><IconButton variant="default" size="md" label={t('texts.files')}><IconFileExport size={16} stroke={1.75} /></IconButton></Menu.Target>
              <Menu.Dropdown>
                {editable && <><Menu.Item onClick={onImport}>{t('texts.import')}</Menu.Item><Menu.Divider /></>}
                <Menu.Item disabled={counts.all === 0 || shown.length === 0} onClick={onCsv}>{t('texts.exportCsv', { count: counts[filter.state] })}</Menu.Item>
                {shown.map((language) => <Menu.Item key={language} onClick={() => onXliff(language)}>{t('texts.exportXliff', { language: nameOfLanguage(language) })}</Menu.Item>)}
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      )}
    </div>
  );
}

/** Takes the latest gesture back, in whichever flow it was made. */
function Back() {
  const { t } = useTranslation();
  const desk = useDesigner();
  const [back, forth] = [lastEdited(desk.book, true) ?? desk.store, lastEdited(desk.book, false) ?? desk.store];
  const undone = useStore(back, ({ undo: lines }) => lines.at(-1)?.gesture);
  const again = useStore(forth, ({ redo: lines }) => lines.at(-1)?.gesture);
  return (
    <>
      <IconButton label={undone ? t('texts.undo', { gesture: undone }) : t('canvas.nothingToUndo')} keys="Ctrl Z" disabled={!undone} onClick={() => undo({ ...desk, store: back })}><IconArrowBackUp size={16} stroke={1.75} /></IconButton>
      <IconButton label={again ? t('texts.redo', { gesture: again }) : t('canvas.nothingToRedo')} keys="Ctrl Shift Z" disabled={!again} onClick={() => redo({ ...desk, store: forth })}><IconArrowForwardUp size={16} stroke={1.75} /></IconButton>
    </>
  );
}
