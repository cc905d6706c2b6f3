import { Menu } from '@mantine/core';
import type { JsonObject } from '@parley/shared/lib/json';
import type { FormField } from '@parley/shared/nodes/formOf';
import { IconChevronDown, IconChevronRight, IconGripVertical } from '@tabler/icons-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFlowState, useUi } from '../store/designerContext.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useFieldContext } from './fieldContext.ts';
import { useFieldIssues } from './FieldFrame.tsx';
import { FieldList, FieldView } from './FieldView.tsx';
import { FoldedEntry } from './FoldedEntry.tsx';
import { SpokenField } from './fields/SpokenField.tsx';
import { lengthOf } from '@parley/shared/messages/limits';
import { limitOf } from './limitOf.ts';
import styles from './Field.module.css';

export interface ListEntryProps {
  field: FormField;
  id: string;
  entry: JsonObject;
  path: readonly string[];
  dragged: boolean;
  /** On one line, because another one is worked on; undefined where entries do not fold. */
  folded: boolean | undefined;
  /** Where there is another one to work on. */
  onFold: ((folded: boolean) => void) | undefined;
  /** Goes on below, with what is typed here. */
  onNext: (text: string) => void;
  /** The keyboard goes out of the list, with what is typed here. */
  onLeave: (text: string) => void;
  onRemove: () => void;
  onMove: (step: number) => void;
  onDragStart: () => void;
  onDragEnd: () => void;
  onDropHere: () => void;
}

/** One child of a list: a row to type in where it is one text, else its fields in a frame, or folded to a line. */
export function ListEntry({ field, id, entry, path, dragged, folded, onFold, onNext, onLeave, onRemove, onMove, onDragStart, onDragEnd, onDropHere }: ListEntryProps) {
  const { t } = useTranslation();
  const { readOnly, issues, language } = useFieldContext();
  const first = useFlowState(({ flow }) => flow.languages[0]);
  const wish = useUi((state) => state.wish);
  const channels = useFlowState(({ flow }) => flow.settings.channels);
  const [opened, setOpened] = useState(false);
  const [over, setOver] = useState(false);
  const plain = field.fields.filter(({ meta }) => !meta.advanced);
  const [only] = plain;
  const row = plain.length === 1 && only && (only.meta.widget === 'text' || only.meta.widget === 'keywords') ? only : undefined;
  const rest = field.fields.filter((inner) => inner !== row);
  const own = useFieldIssues([...path, row?.name ?? '']).tone;
  const at = path.join('.');
  // What is wrong inside shows at the line it is folded to; which languages lack a text is said by their chips.
  const hidden = folded ? issues.filter((issue) => issue.field?.startsWith(`${at}.`) && !issue.check.startsWith('translation')) : [];
  const tone = own ?? (['error', 'warning'] as const).find((severity) => hidden.some((issue) => issue.severity === severity));
  const inRest = rest.some(({ name }) => wish?.field.startsWith(`${at}.${name}`) || issues.some((issue) => issue.field?.startsWith(`${at}.${name}`)));
  const name = field.meta.item?.label ?? field.meta.label;
  const text = row ? String(entry[row.name] ?? '') : '';
  const limit = row && limitOf(row.meta.limit, channels);
  const tooLong = limit !== undefined && lengthOf(text) > limit;

  const keys = (event: KeyboardEvent): void => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      onMove(event.key === 'ArrowUp' ? -1 : 1);
    } else if (!(event.currentTarget instanceof HTMLTextAreaElement)) return;
    else if (event.key === 'Enter') {
      event.preventDefault();
      onNext(event.currentTarget.value);
    } else if (!row) return;
    else if (event.key === 'Backspace' && event.currentTarget.value === '' && (language === undefined || language === first)) {
      // An empty translation is no empty row.
      event.preventDefault();
      onRemove();
    } else if (event.key === 'Escape') onLeave(event.currentTarget.value);
  };
  const grip = (
    <Menu position="bottom-start" disabled={readOnly}>
      <Menu.Target><button type="button" className={styles.grip} draggable={!readOnly} aria-label={t('field.moveEntry', { entry: name, text })} onDragStart={onDragStart} onDragEnd={onDragEnd} onKeyDown={keys}><IconGripVertical size={14} stroke={1.75} /></button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item rightSection={<kbd>Alt ↑</kbd>} onClick={() => onMove(-1)}>{t('field.up')}</Menu.Item>
        <Menu.Item rightSection={<kbd>Alt ↓</kbd>} onClick={() => onMove(1)}>{t('field.down')}</Menu.Item>
        <Menu.Item data-danger onClick={onRemove}>{t('field.removeEntry', { entry: name })}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <div
      className={styles.opt} data-entry={id} data-card={row || folded ? undefined : true} data-folded={folded || undefined} data-tone={tone ?? (tooLong ? 'warning' : undefined)} data-over={over || undefined} style={dragged ? { opacity: 0.5 } : undefined}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={(event) => { event.preventDefault(); setOver(false); onDropHere(); }}
    >
      {folded === false && onFold ? <span className={styles.edge}>{grip}<IconButton size="xs" label={t('field.lessOf', { entry: String(entry[plain[0]?.name ?? ''] ?? '') || name })} pressed onClick={() => onFold(true)}><IconChevronDown size={14} stroke={1.75} /></IconButton></span> : grip}
      {row ? (
        <>
          <SpokenField field={row} path={[...path, row.name]} value={entry[row.name]} bare onKeyDown={keys} />
          <span className={styles.tail}>
            {row.meta.limit && <span className={tooLong ? styles.over : ''}>{tooLong ? `${lengthOf(text)}/${limit}` : lengthOf(text) || ''}</span>}
            {rest.length > 0 && <IconButton size="xs" label={t(opened ? 'field.lessOf' : 'field.moreOf', { entry: text || name })} pressed={opened} onClick={() => setOpened(!opened)}>{opened ? <IconChevronDown size={14} stroke={1.75} /> : <IconChevronRight size={14} stroke={1.75} />}</IconButton>}
          </span>
          {(opened || inRest) && rest.length > 0 && <div className={styles.inner}>{rest.map((inner) => <FieldView key={inner.name} field={inner} path={[...path, inner.name]} value={entry[inner.name]} />)}</div>}
        </>
      ) : folded ? <FoldedEntry field={field} entry={entry} onOpen={() => onFold?.(false)} /> : <div className={styles.stack}><FieldList fields={field.fields} path={path} data={entry} {...(folded !== undefined && { keysOfFirst: keys })} /></div>}
    </div>
  );
}
