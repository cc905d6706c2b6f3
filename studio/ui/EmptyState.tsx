import type { ReactNode } from 'react';
import { Tile } from './Tile.tsx';
import styles from './States.module.css';

/** What stands where nothing is yet: an icon (20), one sentence, one action. */
export function EmptyState({ icon, text, action }: { icon: ReactNode; text: string; action?: ReactNode }) {
  return <div className={styles.center}><Tile family="plain" size={40}>{icon}</Tile><p className={styles.text}>{text}</p>{action}</div>;
}
