import type { ReactNode } from 'react';
import styles from './Chip.module.css';

export type Tone = 'plain' | 'ok' | 'warn' | 'bad' | 'info' | 'thread' | 'line';

/** A short state in a pill, always with its word. One per row where possible. */
export function Chip({ tone = 'plain', small = false, children }: { tone?: Tone; small?: boolean; children: ReactNode }) {
  return <span className={`${styles.chip} ${tone === 'plain' ? '' : styles[tone] ?? ''} ${small ? styles.small : ''}`}>{children}</span>;
}
