import { pseudo, pseudoLanguages } from '@parley/shared/translations/pseudo';
import type { TextRow } from '@parley/shared/translations/textRows';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../simulator/phone/direction.ts';
import { CellEditor } from './CellEditor.tsx';
import type { EditorEnd } from './CellEditor.tsx';
import { rowHeight } from './gridLines.ts';
import { CellMarks } from './CellMarks.tsx';
import { Marked } from './Marked.tsx';
import styles from './Texts.module.css';

interface TextLineProps {
  row: TextRow;
  columns: readonly string[];
  index: number;
  top: number;
  /** The column that has the focus, where it is in this line. */
  active: number | undefined;
  /** There while the active cell is typed in; `first` = the letter it begins with. */
  editing: { first: string | undefined } | undefined;
  onChoose: (row: string, column: number, twice: boolean) => void;
  onDone: EditorEnd;
}

/** One text with its translations. */
export const TextLine = memo(function TextLine({ row, columns, index, top, active, editing, onChoose, onDone }: TextLineProps) {
  const { t } = useTranslation();
  const isAt = (column: number) => ({ 'data-at': active === column || undefined, tabIndex: active === column ? 0 : -1, 'aria-colindex': column + 1 });
  const choose = (column: number) => ({ onClick: () => onChoose(row.id, column, active === column), onDoubleClick: () => onChoose(row.id, column, true) });
  return (
    // The grid hears the keys of all its cells.
    // oxlint-disable jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div role="row" aria-rowindex={index} className={`${styles.row} ${styles.line}`} style={{ top, height: rowHeight }} data-current={active !== undefined || undefined}>
      <div role="rowheader" {...isAt(0)} {...choose(0)} className={styles.cell} title={row.original}>
        <span className={styles.label}>{row.label}{row.tooLong.length > 0 && <span className={styles.state} data-tone="bad"> · {t('texts.cell.tooLong')}</span>}</span>
        <span className={styles.text} dir="auto"><Marked text={row.original} template={row.template} /></span>
      </div>
      {columns.map((language, place) => {
        const column = place + 1;
        const made = pseudoLanguages.find((each) => each === language);
        if (made) return <div key={language} role="gridcell" {...isAt(column)} {...choose(column)} className={styles.cell} data-pseudo lang={language} dir={directionOf(language)}><span className={styles.text}><Marked text={row.template ? pseudo(row.original, made) : row.original} template={row.template} /></span></div>;
        const cell = row.cells[language];
        if (!cell) return <div key={language} role="gridcell" {...isAt(column)} {...choose(column)} className={styles.cell} />;
        if (active === column && editing) {
          return <div key={language} role="gridcell" {...isAt(column)} className={styles.cell} data-editing><CellEditor row={row} language={language} text={editing.first ?? cell.text} onDone={onDone} /></div>;
        }
        const marks = cell.machine || cell.state === 'outdated' || cell.tooLong.length > 0 || cell.holes !== undefined;
        return (
          <div key={language} role="gridcell" {...isAt(column)} {...choose(column)} className={styles.cell} data-missing={cell.state === 'missing' || undefined} data-marks={marks || undefined} title={cell.text || undefined}>
            {cell.state === 'missing' && <span className="sr">{t('texts.cell.missing')}</span>}
            {marks && <CellMarks cell={cell} />}
            <span className={styles.text} lang={language} dir={directionOf(language)}><Marked text={cell.text} template={row.template} /></span>
          </div>
        );
      })}
    </div>
    // oxlint-enable jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
  );
});
