import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ImportBot.module.css';

/** The whole page takes one file that is dropped on it. */
export function DropFile({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent.
  const depthRef = useRef(0);
  useEffect(() => {
    const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const move = (by: number) => (event: DragEvent) => {
      if (!isFile(event)) return;
      depthRef.current = Math.max(0, depthRef.current + by);
      setOver(depthRef.current > 0);
    };
    const [enter, leave] = [move(1), move(-1)];
    const allow = (event: DragEvent) => { if (isFile(event)) event.preventDefault(); };
    const drop = (event: DragEvent) => {
      depthRef.current = 0;
      setOver(false);
      if (event.defaultPrevented || !isFile(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) onFile(file);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
    };
  }, [onFile]);
  return over ? <div className={styles.over} aria-hidden>{t('exchange.dropPage')}</div> : null;
}
