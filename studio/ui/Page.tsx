import type { ReactNode } from 'react';
import { useTitle } from './useTitle.ts';
import styles from './Page.module.css';

/** An ordinary page: its name with the actions at the right, then its content. `of` = the name of what it is about, above the title and in the window's. */
export function Page({ title, of, crumb, actions, children }: { title: string; of?: string | undefined; crumb?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  useTitle(of ? `${title}, ${of}` : title);
  return (
    <div className={styles.page} data-page>
      {(crumb || of) && <div className={`${styles.crumb} cut`}>{crumb}{of && <> / <bdi title={of}>{of}</bdi></>}</div>}
      <div className={styles.head}><h1>{title}</h1>{actions}</div>
      {children}
    </div>
  );
}
