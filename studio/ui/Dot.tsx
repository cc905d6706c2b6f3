import styles from './Dot.module.css';

/** The dot beside a state's word: green = live, hollow = draft, grey = paused. Never alone. */
export function Dot({ state }: { state: 'live' | 'draft' | 'paused' | 'warn' | 'bad' | 'thread' }) {
  return <span className={`${styles.dot} ${styles[state] ?? ''}`} aria-hidden="true" />;
}
