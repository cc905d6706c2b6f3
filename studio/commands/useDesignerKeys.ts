import type { Flow } from '@parley/shared/flow/document';
import { useEffect } from 'react';
import { useDesigner } from '../store/designerContext.ts';
import { drawingShown } from '../store/uiStore.ts';
import { beginComment } from '../comments/talking.ts';
import { redo, select, undo } from './actions.ts';
import type { Desk } from './actions.ts';
import { canvasKeys } from './canvasKeys.ts';
import { duplicateSelection } from './changing.ts';
import { listenToClipboard } from './clipboard.ts';
import { openFind } from './openFind.ts';
import { listenToTyping } from './typedField.ts';
import type { TypedField } from './typedField.ts';
import { editedHere } from './lastEdited.ts';

const panels = ['palette', 'code', 'tests', 'texts', 'text', 'history', 'past', 'comments', 'canvas', 'outline', 'find', 'inspector', 'issues', 'simulator'] as const;

/** The keys that work everywhere in the designer, unless a field under typing needs them itself. */
export function useDesignerKeys(): void {
  const desk = useDesigner();
  useEffect(() => {
    const typing = listenToTyping();
    const keys = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      if (!designerKeys(desk, event, typing.field)) {
        strayKey(desk, event);
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the fields, which keep their own keys to themselves.
    globalThis.addEventListener('keydown', keys, { capture: true });
    const deaf = listenToClipboard(desk);
    return () => {
      globalThis.removeEventListener('keydown', keys, { capture: true });
      deaf();
      typing.stop();
    };
  }, [desk]);
}

/** A key while the keyboard is nowhere, after a load or where what had it went away, is the canvas's; and when it means something there, the canvas has the keyboard again. */
function strayKey(desk: Desk, event: KeyboardEvent): void {
  if (event.target !== document.body || document.querySelector('[aria-modal="true"]')) return;
  canvasKeys(desk, event);
  if (event.defaultPrevented) desk.ui.getState().canvas?.focus();
}

/** Every card, note and frame of a drawing. */
function allOf({ nodes, notes, frames = {} }: Flow): string[] {
  return [...Object.keys(nodes), ...Object.keys(notes), ...Object.keys(frames)];
}

/** Does what a key stands for; false when it stands for nothing here. */
export function designerKeys(desk: Desk, event: Pick<KeyboardEvent, 'key' | 'target' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>, field: TypedField): boolean {
  const { ui, store, editable } = desk;
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  const typing = target?.matches('input, textarea, select, [contenteditable="true"], .monaco-editor *') ?? false;
  const control = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (control && key === 'k') {
    ui.setState(({ commands }) => ({ commands: !commands }));
    return true;
  }
  if (event.key === 'F6') {
    nextPanel(event.shiftKey ? -1 : 1);
    return true;
  }
  if (target?.closest('[aria-modal="true"]')) return false;
  // An editor of code finds in its own text.
  if (control && !event.altKey && (key === 'f' || key === 'h') && !target?.closest('.monaco-editor')) {
    openFind(ui, key === 'h' ? { replacing: editable } : { everywhere: event.shiftKey });
    return true;
  }
  const back = control && key === 'z' && !event.shiftKey;
  const forth = control && (key === 'y' || (key === 'z' && event.shiftKey));
  // A field takes back its own typing; a switch, a list, or a field nobody typed in leaves that to the drawing.
  const edited = back || forth ? editedHere(desk, back) : undefined;
  if (editable && edited && (!typing || (target?.closest('[data-panel="inspector"]') && !field.keeps(target, back)))) {
    if (back) undo({ ...desk, store: edited });
    else redo({ ...desk, store: edited });
    return true;
  }
  // A table has keys of its own.
  if (typing || target?.closest('[role="grid"]')) return false;
  if (event.key === '?' && !control && !event.altKey) { ui.setState({ shortcuts: true }); return true; }
  if (!drawingShown(ui.getState())) return false;
  if (control && editable) {
    if (key === 'd') { duplicateSelection(desk); return true; }
    if (key === 'a') { select(desk, allOf(store.getState().flow)); return true; }
  }
  if (control || event.altKey || ui.getState().connecting) return false;
  if (event.key === '/') {
    const search = document.querySelector<HTMLInputElement>('[data-palette-search]');
    search?.focus();
    return search !== null;
  }
  if (key === 'r') { beginComment(desk); return true; }
  if (key === 'o') { ui.setState(({ outline }) => ({ outline: !outline })); return true; }
  return false;
}

/** Goes round the panels that are on the screen, into the first thing of each that takes the keyboard. */
function nextPanel(step: number): void {
  const shown = panels.flatMap((name) => [...document.querySelectorAll<HTMLElement>(`[data-panel="${name}"]`)]).filter((panel) => panel.checkVisibility());
  const at = shown.findIndex((panel) => panel.contains(document.activeElement));
  const next = shown[(at + step + shown.length) % shown.length];
  if (!next) return;
  // In a tree and a table the keyboard goes where it was, not to what closes or sorts it.
  const inside = next.dataset['panel'] === 'canvas' ? next : next.querySelector<HTMLElement>('[role="tree"] [tabindex="0"], [role="row"] > [tabindex="0"]') ?? next.querySelector<HTMLElement>('input:not(:disabled), textarea, button:not(:disabled), [tabindex="0"]');
  (inside ?? next).focus();
}
