import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { UndoToast } from './UndoToast.tsx';

/** Says one line at the bottom left for 5 s, with Undo where it can be undone. Never for autosave. */
export function toast(text: string, undo?: { label: string; run: () => void }): void {
  const id = notifications.show({ message: text, withCloseButton: false });
  if (undo) {
    notifications.update({ id, withCloseButton: false, message: <UndoToast text={text} label={undo.label} onUndo={() => { notifications.hide(id); undo.run(); }} /> });
  }
}

/** Says what went wrong; stays until closed. */
export function toastError(text: string): void {
  notifications.show({ message: text, role: 'alert', autoClose: false, withCloseButton: true, closeButtonProps: { 'aria-label': i18next.t('common.close') } });
}
