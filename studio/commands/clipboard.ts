import i18next from 'i18next';
import { drawingShown } from '../store/uiStore.ts';
import { toast, toastError } from '../ui/toast.tsx';
import { chosen, sizeOf } from './actions.ts';
import type { Desk } from './actions.ts';
import { removeSelection } from './changing.ts';
import { clipOf, readClip } from './edits/clip.ts';
import type { Around } from './edits/clip.ts';
import { withInsides } from './edits/things.ts';
import { putDown } from './putDown.ts';

/** What is chosen, a frame with what stands in it, as the text that the clipboard carries; undefined when nothing can be copied. */
export function copyText(desk: Desk): string | undefined {
  const { flow } = desk.store.getState();
  const clip = clipOf(flow, withInsides(flow, chosen(desk), sizeOf(desk)), aroundOf(desk));
  return clip && JSON.stringify(clip);
}

function aroundOf({ book, flowId, nodeTypes }: Desk): Around {
  const flows = Object.fromEntries(Object.entries(book.flows.getState()).map(([id, { head, store }]) => [id, { name: head.name, flow: store.getState().flow }]));
  return { nodeTypes, flows, main: flowId === book.main ? undefined : flows[book.main]?.flow };
}

/** Puts what the clipboard carries where the pointer is, or where people look; false when the text is no piece of a drawing. */
export function pasteText(desk: Desk, text: string): boolean {
  const clip = readClip(text);
  if (!clip) return false;
  void putDown(desk, clip);
  return true;
}

/** Listens to copy, cut and paste of the page, unless a text is meant. Gives what stops it. */
export function listenToClipboard(desk: Desk): () => void {
  const copy = (event: ClipboardEvent): void => {
    const text = meansDrawing(desk, event) ? copyText(desk) : undefined;
    if (!text || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    if (event.type === 'cut' && desk.editable) removeSelection(desk, { cut: true });
    else sayCopied(desk);
  };
  const paste = (event: ClipboardEvent): void => {
    if (!desk.editable || !meansDrawing(desk, event)) return;
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

/** For menus: the same through the browser's own clipboard, which may ask the person first. True when it is there now. */
export async function copyByMenu(desk: Desk): Promise<boolean> {
  const text = copyText(desk);
  if (!text) return false;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    toastError(i18next.t('canvas.noClipboard'));
    return false;
  }
  sayCopied(desk);
  return true;
}

/** The same for cutting: nothing is taken away before it is in the clipboard. */
export async function cutByMenu(desk: Desk): Promise<void> {
  if (await copyByMenu(desk)) removeSelection(desk, { cut: true });
}

/** The same for pasting. */
export async function pasteByMenu(desk: Desk): Promise<void> {
  const text = await navigator.clipboard.readText().catch(() => undefined);
  if (text === undefined) toastError(i18next.t('canvas.noClipboard'));
  else if (!pasteText(desk, text)) toast(i18next.t('canvas.nothingToPaste'));
}

function sayCopied(desk: Desk): void {
  toast(i18next.t('canvas.copied', { count: chosen(desk).length }));
}

/** The drawing is in view, and nobody types, has marked words or has a dialog open. */
function meansDrawing({ ui }: Desk, { target }: ClipboardEvent): boolean {
  if (!drawingShown(ui.getState())) return false;
  if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"], .monaco-editor, [aria-modal="true"]')) return false;
  return (globalThis.getSelection()?.toString() ?? '') === '';
}
