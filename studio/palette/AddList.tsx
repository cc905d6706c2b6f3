import { IconSearch } from '@tabler/icons-react';
import type { Plugin } from '@parley/shared/api/plugins';
import type { JsonObject } from '@parley/shared/lib/json';
import type { NodeGroup, NodeTypes } from '@parley/shared/nodes/defineNode';
import { paletteOf } from '@parley/shared/nodes/paletteOf';
import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useRef, useState } from 'react';
import type { DragEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { pluginsQuery } from '../api/plugins.ts';
import { draggedNode } from '../store/draggedNode.ts';
import { useDesigner } from '../store/designerContext.ts';
import { NodeIcon } from '../ui/NodeIcon.tsx';
import { Tile } from '../ui/Tile.tsx';
import { takeFocus } from '../ui/takeFocus.ts';
import { pinnedData } from './pinnedData.ts';
import styles from './Palette.module.css';

/** What a row adds: a node of a type, with data of its own where it stands for something set up before. */
export interface Addition {
  type: string;
  data?: JsonObject;
}

interface Row extends Addition {
  /** Its own among all rows. */
  id: string;
  label: string;
  icon: string;
  doc: string;
  group: NodeGroup;
}

/** What can be added, under its families, with a search: Enter takes the first hit, arrows move, rows can be dragged. */
export function AddList({ onAdd, autoFocus = false, withStart = false, showKey = false }: { onAdd: (addition: Addition) => void; autoFocus?: boolean; withStart?: boolean; showKey?: boolean }) {
  const { t } = useTranslation();
  const { nodeTypes } = useDesigner();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const plugins = useQuery(pluginsQuery).data?.items;
  const families = useMemo(() => matching([...familiesOf(nodeTypes), ...pluginFamily(t('plugins.title'), plugins)], search, withStart), [nodeTypes, plugins, search, withStart, t]);
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
      if (row) onAdd(additionOf(row));
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
          type="search" role="combobox" aria-expanded="true" aria-controls={`${id}list`} aria-activedescendant={rows[at] ? `${id}${rows[at].id}` : undefined} aria-label={t('palette.search')} placeholder={t('palette.search')} data-palette-search={showKey || undefined}
          ref={autoFocus ? takeFocus : undefined} value={search} onChange={(event) => { setSearch(event.currentTarget.value); setAt(event.currentTarget.value ? 0 : -1); }} onKeyDown={keys}
        />
        {showKey && <kbd>/</kbd>}
      </label>
      <div id={`${id}list`} role="listbox" aria-label={t('palette.name')}>
        {families.map(({ label, entries }) => (
          <div key={label} className={styles.family} role="group" aria-label={label}>
            <h3 role="presentation">{label}</h3>
            {entries.map((row) => (
              <button
                key={row.id} id={`${id}${row.id}`} type="button" role="option" aria-selected={rows[at]?.id === row.id} tabIndex={-1} className={styles.row} data-on={rows[at]?.id === row.id || undefined} title={row.doc} draggable
                onDragStart={(event: DragEvent) => { event.dataTransfer.setData(draggedNode, JSON.stringify(additionOf(row))); event.dataTransfer.effectAllowed = 'copy'; }} onClick={() => onAdd(additionOf(row))}
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

const additionOf = ({ type, data }: Row): Addition => ({ type, ...(data && { data }) });

interface Family {
  label: string;
  entries: Row[];
}

function familiesOf(nodeTypes: NodeTypes): Family[] {
  return paletteOf(nodeTypes).map(({ group, label, entries }) => ({ label, entries: entries.map((entry) => ({ ...entry, id: entry.type, group })) }));
}

/** Plugins by their own names and glyphs, each placed in its newest version. */
function pluginFamily(label: string, plugins: readonly Plugin[] = []): Family[] {
  const entries = plugins.map(({ definition }): Row => ({ id: `plugin-${definition.key}`, type: 'plugin', data: pinnedData(definition), label: definition.name, icon: definition.icon, doc: definition.doc, group: 'connect' }));
  return entries.length > 0 ? [{ label, entries }] : [];
}

function matching(families: readonly Family[], search: string, withStart: boolean): Family[] {
  const wanted = search.trim().toLocaleLowerCase();
  return families
    .map(({ label, entries }) => ({
      label,
      entries: entries.filter((entry) => (withStart || entry.type !== 'start') && `${entry.label} ${entry.doc}`.toLocaleLowerCase().includes(wanted))
        .toSorted((a, b) => Number(b.label.toLocaleLowerCase().startsWith(wanted)) - Number(a.label.toLocaleLowerCase().startsWith(wanted))),
    }))
    .filter(({ entries }) => entries.length > 0)
    // With a search the family with the nearest name comes first.
    .toSorted((a, b) => (wanted ? rank(b.entries, wanted) - rank(a.entries, wanted) : 0));
}

function rank(entries: readonly Row[], wanted: string): number {
  return entries.some(({ label }) => label.toLocaleLowerCase().startsWith(wanted)) ? 1 : 0;
}
