import type { Option } from '@parley/shared/messages/outgoing';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Phone.module.css';

/** Options that are read in a list over the conversation, page by page. */
export interface OpenList {
  pages: Option<string>[][];
  /** The wait that offered them. */
  wait: number;
}

/** The list of a choice, slid in from below; Escape closes it. */
export function ListSheet({ list, onClose, onTake }: { list: OpenList; onClose: () => void; onTake: (option: Option<string>) => void }) {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const sheet = useRef<HTMLDivElement>(null);
  const options = list.pages[page] ?? [];
  useEffect(() => {
    sheet.current?.querySelector<HTMLElement>('li button')?.focus();
  }, [page]);
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      const rows = [...sheet.current?.querySelectorAll<HTMLElement>('li button') ?? []];
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.key === 'Escape') onClose();
      else if (step !== undefined) rows[(rows.findIndex((row) => row === document.activeElement) + step + rows.length) % rows.length]?.focus();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    const box = sheet.current;
    box?.addEventListener('keydown', keys);
    return () => box?.removeEventListener('keydown', keys);
  }, [onClose]);
  return (
    <div className={styles.veil}>
      <div ref={sheet} className={styles.sheet} role="dialog" aria-label={t('simulator.choose')}>
        <div className={styles.sheetHead}><b>{t('simulator.choose')}</b><button type="button" aria-label={t('common.close')} onClick={onClose}><IconX size={16} stroke={1.75} /></button></div>
        <ul>
          {options.map((option) => <li key={option.id}><button type="button" onClick={() => onTake(option)}><span><bdi>{option.label}</bdi>{option.note && <small><bdi>{option.note}</bdi></small>}</span><i aria-hidden="true" /></button></li>)}
          {list.pages.length > 1 && <li><button type="button" onClick={() => setPage((page + 1) % list.pages.length)}><span>{t('simulator.moreOptions')}</span></button></li>}
        </ul>
      </div>
    </div>
  );
}
