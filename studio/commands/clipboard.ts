import i18next from 'i18next';
import { toast, toastError } from '../ui/toast.tsx';
import { removeSelection, select, told } from './actions.ts';
import type { Desk } from './actions.ts';
import { clipOf, pasteClip, readClip } from './edits/clip.ts';

/** What is chosen, as the text that the clipboard carries; undefined when nothing of it can be copied. */
export function copyText({ store, ui }: Desk): string | undefined {
  const clip = clipOf(store.getState().flow, ui.getState().selection);
  return clip && JSON.stringify(clip);
}

/** Puts what the clipboard carries where the pointer is, or where people look; false when the text is no piece of a drawing. */
export function pasteText(desk: Desk, text: string): boolean {
  const clip = readClip(text);
  if (!clip) return false;
  const { store, ui, random } = desk;
  const { canvas } = ui.getState();
  const at = canvas?.pointer() ?? canvas?.middle() ?? { x: 0, y: 0 };
  let made: string[] = [];
  const done = store.change(i18next.t('gesture.paste', { count: Object.keys(clip.nodes).length + Object.keys(clip.notes).length }), (flow) => { made = pasteClip(flow, clip, { at, random }); });
  if (told(done)) {
    select(desk, made, { reveal: true });
    canvas?.focus();
  }
  return true;
}

/** Listens to copy, cut and paste of the page, unless a text is meant. Gives what stops it. */
export function listenToClipboard(desk: Desk): () => void {
  const copy = (event: ClipboardEvent): void => {
    const text = meansText(event) ? undefined : copyText(desk);
    if (!text || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    if (event.type === 'cut' && desk.editable) removeSelection(desk);
    else toast(i18next.t('canvas.copied', { count: desk.ui.getState().selection.length }));
  };
  const paste = (event: ClipboardEvent): void => {
    if (!desk.editable || meansText(event)) return;
    if (pasteText(desk, event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
  };
  document.addEventListener('copy', copy);
  document.addEventListener('cut', copy);
  document.addEventListener('paste', paste);
  return () => {
    document.removeEventListener('copy', copy);
    document.removeEventListener('cut', copy);
    document.removeEventListener('paste', paste);
  };
}

/** For menus: the same through the browser's own clipboard, which may ask the person first. */
export async function copyByMenu(desk: Desk): Promise<void> {
  const text = copyText(desk);
  if (text) await navigator.clipboard.writeText(text).catch(() => toastError(i18next.t('canvas.noClipboard')));
}

/** The same for pasting. */
export async function pasteByMenu(desk: Desk): Promise<void> {
  const text = await navigator.clipboard.readText().catch(() => undefined);
  if (text === undefined) toastError(i18next.t('canvas.noClipboard'));
  else if (!pasteText(desk, text)) toast(i18next.t('canvas.nothingToPaste'));
}

/** Somebody types, has marked words, or a dialog is open. */
function meansText({ target }: ClipboardEvent): boolean {
  if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"], .monaco-editor, [aria-modal="true"]')) return true;
  return (globalThis.getSelection()?.toString() ?? '') !== '';
}
