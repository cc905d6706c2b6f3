import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGiveBack } from './useGiveBack.ts';
import styles from './Dialog.module.css';

/** A dialog of 480, 720 or 1040; its actions go into `DialogFoot`. */
export function Dialog({ opened, onClose, title, size = 480, keepsEscape = false, children }: { opened: boolean; onClose: () => void; title: string; size?: 480 | 720 | 1040; /** Escape means something inside now. */ keepsEscape?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  useGiveBack(opened);
  return <Modal opened={opened} onClose={onClose} title={title} size={size} closeOnEscape={!keepsEscape} closeButtonProps={{ 'aria-label': t('common.close') }}>{children}</Modal>;
}

/** Bottom right: Cancel, then the verb. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return <div className={styles.foot}>{children}</div>;
}

/** The foot of a form in a dialog: Cancel, then the verb that sends it. */
export function FormFoot({ verb, busy, complete = true, onCancel }: { verb: string; busy: boolean; /** Everything that must be there is. */ complete?: boolean; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <DialogFoot>
      <Button onClick={onCancel}>{t('common.cancel')}</Button>
      <Button type="submit" variant="ink" loading={busy} disabled={!complete}>{verb}</Button>
    </DialogFoot>
  );
}
