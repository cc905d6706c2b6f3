import type { ReactNode } from 'react';
import { Mark } from '../../ui/Mark.tsx';
import { useTitle } from '../../ui/useTitle.ts';
import styles from './EntryPage.module.css';

/** A page for people who are not in yet: the mark, what it is for, one form. */
export function EntryPage({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  useTitle(title);
  return (
    <main className={`${styles.page} entry`}>
      <div className={styles.card}>
        <div className={styles.brand}><Mark size={32} /><span>Parley</span></div>
        <h1>{title}</h1>
        {text && <p className={styles.text}>{text}</p>}
        {children}
      </div>
    </main>
  );
}
