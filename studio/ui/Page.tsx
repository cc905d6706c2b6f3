import type { ReactNode } from 'react';
import styles from './Page.module.css';

/** An ordinary page: its name with the actions at the right, then its content. */
export function Page({ title, crumb, actions, children }: { title: string; crumb?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.page}>
      {crumb && <div className={styles.crumb}>{crumb}</div>}
      <div className={styles.head}><h1>{title}</h1>{actions}</div>
      {children}
    </div>
  );
}
