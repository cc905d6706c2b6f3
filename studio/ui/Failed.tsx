import { Button } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Failed.module.css';

/** A part that could not be had, in the place where it would stand: what happened and, where asking again can help, the way on. */
export function Failed({ text, onAgain, action }: { text: string; onAgain?: () => void; /** Another way on than asking again. */ action?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles.failed}>
      <IconAlertOctagon size={16} stroke={1.75} aria-hidden="true" /><p>{text}</p>
      {onAgain && <Button size="sm" onClick={onAgain}>{t('common.tryAgain')}</Button>}
      {action}
    </div>
  );
}
