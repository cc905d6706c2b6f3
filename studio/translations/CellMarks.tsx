import type { TextCell } from '@parley/shared/translations/textRows';
import { useTranslation } from 'react-i18next';
import { Chip } from '../ui/Chip.tsx';
import styles from './Texts.module.css';

/** What is to be known of a translation, each by a shape and a word. */
export function CellMarks({ cell }: { cell: TextCell }) {
  const { t } = useTranslation();
  const [over] = cell.tooLong;
  return (
    <span className={styles.marks}>
      {cell.machine && <Chip tone="info" small>{t('field.machine')}</Chip>}
      {cell.state === 'outdated' && <span className={styles.state}><i className={styles.dot} aria-hidden="true" />{t('texts.cell.outdated')}</span>}
      {over && <span className={styles.state} data-tone="bad">{over.length}/{over.most} {over.channel}</span>}
      {cell.holes && <span className={styles.state} data-tone="bad">{t('texts.cell.holes')}</span>}
    </span>
  );
}
