import type { ReactNode } from 'react';
import styles from './Table.module.css';

/** The class of a row that opens as a whole: put a link with `data-whole` into its first cell. */
export const openRow: string = styles.row ?? '';

/** A table with separators only. `tall` for rows of two lines; cells with `data-wide-only` go on a phone; a `hidden` title is heard, not seen. */
export function Table({ label, columns, tall = false, children }: { label: string; columns: { title: string; width?: string; right?: boolean; hidden?: boolean }[]; tall?: boolean; children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={label} data-tall={tall || undefined}>
        <colgroup>{columns.map(({ title, width }) => <col key={title} style={width ? { width } : undefined} />)}</colgroup>
        <thead><tr>{columns.map(({ title, right, hidden }) => <th key={title} scope="col" data-right={right || undefined}>{hidden ? <span className="sr">{title}</span> : title}</th>)}</tr></thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
