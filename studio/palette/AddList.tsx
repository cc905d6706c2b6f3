import { IconSearch } from '@tabler/icons-react';
import type { NodeGroup } from '@parley/shared/nodes/defineNode';
import { paletteOf } from '@parley/shared/nodes/paletteOf';
import { useId, useMemo, useRef, useState } from 'react';
import type { DragEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { draggedNode } from '../store/draggedNode.ts';
import { useDesigner } from '../store/designerContext.ts';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import { Tile } from '../ui/Tile.tsx';
import { takeFocus } from '../ui/takeFocus.ts';
import styles from './Palette.module.css';

interface Row {
  type: string;
  label: string;
  icon: string;
  doc: string;
  group: NodeGroup;
}

/** What can be added, under its families, with a search: Enter takes the first hit, arrows move, rows can be dragged. */
export function AddList({ onAdd, autoFocus = false, withStart = false, showKey = false }: { onAdd: (type: string) => void; autoFocus?: boolean; withStart?: boolean; showKey?: boolean }) {
  const { t } = useTranslation();
  const { nodeTypes } = useDesigner();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const families = useMemo(() => matching(paletteOf(nodeTypes), search, withStart), [nodeTypes, search, withStart]);
  const rows = families.flatMap(({ entries }) => entries);

  const keys = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && rows.length > 0) {
      event.preventDefault();
      setAt((now) => (now + step + rows.length) % rows.length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      const row = rows[at] ?? (search ? rows[0] : undefined);
      if (row) onAdd(row.type);
    }
    if (event.key === 'Escape' && search) {
      event.stopPropagation();
      setSearch('');
    }
  };

  return (
    <div ref={list}>
      <label className={styles.search}>
        <IconSearch size={14} stroke={1.75} aria-hidden="true" />
        <input
          type="search" role="combobox" aria-expanded="true" aria-controls={`${id}list`} aria-activedescendant={rows[at] ? `${id}${rows[at].type}` : undefined} aria-label={t('palette.search')} placeholder={t('palette.search')} data-palette-search={showKey || undefined}
          ref={autoFocus ? takeFocus : undefined} value={search} onChange={(event) => { setSearch(event.currentTarget.value); setAt(event.currentTarget.value ? 0 : -1); }} onKeyDown={keys}
        />
        {showKey && <kbd>/</kbd>}
      </label>
      <div id={`${id}list`} role="listbox" aria-label={t('palette.name')}>
        {families.map(({ group, label, entries }) => (
          <div key={group} className={styles.family} role="group" aria-label={label}>
            <h3 role="presentation">{label}</h3>
            {entries.map((row) => (
              <button
                key={row.type} id={`${id}${row.type}`} type="button" role="option" aria-selected={rows[at]?.type === row.type} tabIndex={-1} className={styles.row} data-on={rows[at]?.type === row.type || undefined} title={row.doc} draggable
                onDragStart={(event: DragEvent) => { event.dataTransfer.setData(draggedNode, row.type); event.dataTransfer.effectAllowed = 'copy'; }} onClick={() => onAdd(row.type)}
              >
                <Tile family={row.group} size={20}><NodeIcon name={row.icon} size={13} /></Tile>{row.label}
              </button>
            ))}
          </div>
        ))}
      </div>
      {rows.length === 0 && <p className={styles.none}>{t('palette.none', { search })}</p>}
    </div>
  );
}

function matching(families: ReturnType<typeof paletteOf>, search: string, withStart: boolean): { group: NodeGroup; label: string; entries: Row[] }[] {
  const wanted = search.trim().toLocaleLowerCase();
  return families
    .map(({ group, label, entries }) => ({
      group, label,
      entries: entries.filter((entry) => (withStart || entry.type !== 'start') && `${entry.label} ${entry.doc}`.toLocaleLowerCase().includes(wanted))
        .toSorted((a, b) => Number(b.label.toLocaleLowerCase().startsWith(wanted)) - Number(a.label.toLocaleLowerCase().startsWith(wanted)))
        .map((entry) => ({ ...entry, group })),
    }))
    .filter(({ entries }) => entries.length > 0)
    // With a search the family with the nearest name comes first.
    .toSorted((a, b) => (wanted ? rank(b.entries, wanted) - rank(a.entries, wanted) : 0));
}

function rank(entries: readonly Row[], wanted: string): number {
  return entries.some(({ label }) => label.toLocaleLowerCase().startsWith(wanted)) ? 1 : 0;
}
