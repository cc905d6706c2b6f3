import type { TextRow } from '@parley/shared/translations/textRows';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesigner } from '../store/designerContext.ts';
import { acceptTexts, writeText } from './editTexts.ts';
import { groupHeight, linesOf, rowHeight, windowOf } from './gridLines.ts';
import type { GridCell } from './gridLines.ts';
import { gridStep, isTyped } from './gridKeys.ts';
import type { EditorEnd } from './CellEditor.tsx';
import { GroupLine } from './GroupLine.tsx';
import { TextLine } from './TextLine.tsx';
import styles from './Texts.module.css';

/** What the grid shows and tells. Columns are languages; a pseudo-language among them can only be read. */
export interface TextGridProps {
  rows: readonly TextRow[];
  columns: readonly string[];
  /** What stands above the columns, the original's first. Should stay the same while nothing in it changes. */
  heads: readonly ReactNode[];
  at: GridCell | undefined;
  onAt: (at: GridCell) => void;
}

/** Least widths; with one language both fit a phone. */
const leastOf = (languages: number) => (languages > 1 ? { original: 240, column: 220 } : { original: 150, column: 150 });

/** The texts as a grid of which only the lines in sight are drawn. Arrows move, Enter and Tab edit. */
export function TextGrid({ rows, columns, heads, at, onAt }: TextGridProps) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const scroll = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 800 });
  const [editing, setEditing] = useState<{ first: string | undefined }>();
  const { lines, height, lineOf } = useMemo(() => linesOf(rows), [rows]);
  const current = at && rows[lineOf.get(at.row)?.row ?? -1] ? at : rows[0] && { row: rows[0].id, column: 0 };
  const focusWanted = useRef(false);

  useLayoutEffect(() => {
    const box = scroll.current;
    if (!box) return undefined;
    const look = (): void => setSeen({ top: box.scrollTop, height: box.clientHeight });
    look();
    const watch = new ResizeObserver(look);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);

  const move = useCallback((next: GridCell, then?: { first: string | undefined }): void => {
    focusWanted.current = true;
    setEditing(then);
    onAt(next);
    const box = scroll.current;
    const line = lineOf.get(next.row);
    if (!box || !line) return;
    const headHeight = box.querySelector('[data-head]')?.clientHeight ?? 0;
    // The line of its group is seen with it, where both fit.
    const [top, bottom] = [line.top - (line.first ? groupHeight : 0), line.top + line.height];
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + box.clientHeight - headHeight) box.scrollTop = bottom - box.clientHeight + headHeight;
  }, [lineOf, onAt]);

  useEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    const cell = scroll.current?.querySelector<HTMLElement>('[data-at]');
    if (!editing) cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const languageAt = (column: number): string | undefined => columns[column - 1];
  const cellAt = ({ row: id, column }: GridCell) => {
    const row = rows[lineOf.get(id)?.row ?? -1];
    const language = languageAt(column);
    const cell = row && language !== undefined ? row.cells[language] : undefined;
    return row && cell && language !== undefined ? { row, cell, language } : undefined;
  };
  const edit = (first?: string): void => { if (desk.editable && current && cellAt(current)) setEditing({ first }); };

  const keys = (event: React.KeyboardEvent): void => {
    if (editing || !current) return;
    const here = cellAt(current);
    const step = gridStep(event, { rows, lineOf, columns: columns.length + 1, page: Math.max(1, Math.floor(seen.height / rowHeight) - 1) }, current);
    if (step) { event.preventDefault(); move(step); return; }
    if (!here || !desk.editable) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (here.cell.machine || here.cell.state === 'outdated') acceptTexts(desk, [here], t(here.cell.machine ? 'texts.gesture.accept' : 'texts.gesture.right', { count: 1, language: here.language.toUpperCase() }));
    } else if (event.key === 'Enter' || event.key === 'F2') { event.preventDefault(); edit(); }
    else if (event.key === 'Delete' || event.key === 'Backspace') { event.preventDefault(); writeText(desk, here, ''); }
    else if (isTyped(event) && here.cell.text === '') { event.preventDefault(); edit(event.key); }
  };

  /** What an editor ends with: the cell below by Enter, the next language by Tab, here by Escape or when it is left. */
  const done = (text: string | undefined, go: 'stay' | 'down' | 'next' | 'before' | 'left'): void => {
    const here = current && cellAt(current);
    if (text !== undefined && here) writeText(desk, here, text);
    if (!current || go === 'left') { setEditing(undefined); return; }
    if (go === 'stay') { move(current); return; }
    const place = lineOf.get(current.row)?.row ?? 0;
    const flat = place * columns.length + current.column - 1 + (go === 'next' ? 1 : -1);
    const to = go === 'down' ? { row: place + 1, column: current.column } : { row: Math.floor(flat / columns.length), column: (flat + columns.length) % columns.length + 1 };
    const row = rows[to.row];
    if (row) move({ row: row.id, column: to.column }, go === 'down' || !cellAt({ row: row.id, column: to.column }) ? undefined : { first: undefined });
    else move(current);
  };

  const choose = (id: string, column: number, twice: boolean): void => {
    move({ row: id, column });
    if (twice && desk.editable && cellAt({ row: id, column })) setEditing({ first: undefined });
  };
  // Lines that did not change are not drawn anew while others come into sight: what they tell goes through here.
  const latest = useRef({ choose, done });
  useLayoutEffect(() => { latest.current = { choose, done }; });
  const onChoose = useCallback((id: string, column: number, twice: boolean) => latest.current.choose(id, column, twice), []);
  const onDone = useCallback<EditorEnd>((text, go) => latest.current.done(text, go), []);

  const shown = windowOf(lines, seen, current ? lineOf.get(current.row)?.line : undefined);
  const least = leastOf(columns.length);
  const style: CSSProperties & Record<`--${string}`, string> = { '--columns': `minmax(${least.original}px, 1.2fr) ${columns.map(() => `minmax(${least.column}px, 1fr)`).join(' ')}`, '--least': `${least.original + columns.length * least.column}px` };
  return (
    <div ref={scroll} className={styles.scroll} style={style} data-panel="texts" role="grid" tabIndex={-1} aria-label={t('texts.table')} aria-rowcount={lines.length + 1} aria-colcount={columns.length + 1} aria-readonly={!desk.editable || undefined} onScroll={(event) => setSeen({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })} onKeyDown={keys} onCopy={(event) => { const here = current && rows[lineOf.get(current.row)?.row ?? -1]; if (!editing && here && current && (globalThis.getSelection()?.toString() ?? '') === '') { event.clipboardData.setData('text/plain', current.column === 0 ? here.original : cellAt(current)?.cell.text ?? ''); event.preventDefault(); event.nativeEvent.stopImmediatePropagation(); } }}>
      <div role="rowgroup" className={styles.head} data-head>
        <div role="row" aria-rowindex={1} className={styles.line}>
          <div role="columnheader" aria-colindex={1} className={styles.colhead}>{heads[0]}</div>
          {columns.map((column, place) => <div key={column} role="columnheader" aria-colindex={place + 2} className={styles.colhead}>{heads[place + 1]}</div>)}
        </div>
      </div>
      <div role="rowgroup" className={styles.rows} style={{ height }}>
        {shown.map((line) => {
          const row = rows[line.row];
          if (!row) return null;
          if (line.group) return <GroupLine key={`g${row.id}`} row={row} index={line.index} columns={columns.length + 1} top={line.top} />;
          const active = current?.row === row.id ? current.column : undefined;
return <TextLine key={row.id} row={row} columns={columns} index={line.index} top={line.top} active={active} editing={active === undefined ? undefined : editing} onChoose={onChoose} onDone={onDone} />;
        })}
      </div>
    </div>
  );
}
