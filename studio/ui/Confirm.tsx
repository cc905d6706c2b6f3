import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogFoot } from './Dialog.tsx';

/** Asks before something is lost: names the thing and what goes with it; the only place of a filled crimson button. `live` = nothing is lost, it makes something live. */
export function Confirm({ opened, onClose, title, text, verb, busy = false, live = false, onConfirm }: { opened: boolean; onClose: () => void; title: string; text: string; verb: string; busy?: boolean; live?: boolean; onConfirm: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <p style={{ color: 'var(--parley-text-2)' }}>{text}</p>
      <DialogFoot>
        <Button onClick={onClose} data-autofocus>{t('common.cancel')}</Button>
        <Button variant="filled" data-destructive={!live || undefined} loading={busy} onClick={onConfirm}>{verb}</Button>
      </DialogFoot>
    </Dialog>
  );
}
