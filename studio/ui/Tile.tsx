import type { ReactNode } from 'react';
import styles from './Tile.module.css';

export type Family = 'talk' | 'decide' | 'think' | 'connect' | 'work' | 'ends' | 'plain';

/** A glyph in its family's colour on that family's soft ground. */
export function Tile({ family, size = 24, children }: { family: Family; size?: 20 | 22 | 24 | 28 | 32 | 34 | 40; children: ReactNode }) {
  return <span className={`${styles.tile} ${styles[family] ?? ''}`} data-size={size} aria-hidden="true">{children}</span>;
}
