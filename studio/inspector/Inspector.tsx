import { useTranslation } from 'react-i18next';
import { useLayoutEffect, useRef } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { thingAt } from '../commands/edits/things.ts';
import { useDesigner, useFlow, useUi } from '../store/designerContext.ts';
import { FlowInspector } from './FlowInspector.tsx';
import { FrameInspector } from './FrameInspector.tsx';
import { NodeInspector } from './NodeInspector.tsx';
import { NoteInspector } from './NoteInspector.tsx';
import { SeveralInspector } from './SeveralInspector.tsx';
import styles from './Inspector.module.css';

/** What is chosen, to be changed: a node, a note, a frame, several of them, or with nothing chosen the flow itself. */
export function Inspector() {
  const { t } = useTranslation();
  const selection = useUi((state) => state.selection);
  const flow = useFlow();
  const panel = useRef<HTMLElement>(null);
  useWish(panel);
  const { ui, pointing } = useDesigner();
  // Others see in which field the keyboard is.
  const entered = ({ target }: FocusEvent<HTMLElement>): void => {
    const field = target.matches('textarea, input:not([readonly]), .monaco-editor *') ? target.closest<HTMLElement>('[data-field]') : null;
    pointing.now({ field: field ? `${field.dataset['owner'] ?? ''}/${field.dataset['field'] ?? ''}` : null });
  };
  // One level out: an open list closes first, a dialog is not ours.
  const outward = (event: KeyboardEvent<HTMLElement>): void => {
    const { target } = event;
    const opened = target instanceof HTMLElement && (target.getAttribute('aria-expanded') === 'true' && target.getAttribute('role') !== null || target.closest('[role="menu"], [aria-modal="true"], .monaco-editor'));
    if (event.key !== 'Escape' || event.defaultPrevented || opened) return;
    event.preventDefault();
    ui.getState().canvas?.focus();
  };
  const things = selection.filter((id) => thingAt(flow, id) !== undefined);
  const only = things.length === 1 ? things[0] : undefined;
  return (
    // Keys rise from the fields inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside ref={panel} className={styles.panel} aria-label={t('inspector.name')} data-panel="inspector" tabIndex={-1} onKeyDown={outward} onFocus={entered} onBlur={() => pointing.now({ field: null })}>
      {only && flow.nodes[only] ? <NodeInspector key={only} id={only} node={flow.nodes[only]} /> : only && flow.notes[only] ? <NoteInspector key={only} id={only} /> : only ? <FrameInspector key={only} id={only} /> : things.length > 1 ? <SeveralInspector ids={things} /> : <FlowInspector />}
    </aside>
  );
}

/** Puts the keyboard where somebody wanted to go: into a field by its path, or into the first one. */
function useWish(panel: React.RefObject<HTMLElement | null>): void {
  const { ui } = useDesigner();
  const wish = useUi((state) => state.wish);
  // With the drawing that brings the field: whoever types on at once types into it.
  useLayoutEffect(() => {
    if (!wish) return undefined;
    if (wish.language) ui.setState({ language: wish.language });
    let tries = 0;
    let frame = 0;
    const reach = (): void => {
      const target = fieldIn(panel.current, wish.field);
      if (target) {
        target.focus();
        target.scrollIntoView({ block: 'nearest' });
      } else if (tries < 10) {
        tries += 1;
        frame = requestAnimationFrame(reach);
        return;
      }
      ui.setState({ wish: undefined });
    };
    reach();
    return () => cancelAnimationFrame(frame);
  }, [wish, ui, panel]);
}

const control = ':is(textarea, input, button, [tabindex="0"]):not(:disabled)';

/** The control of the field with this path, or of the nearest field around it. */
function fieldIn(panel: HTMLElement | null, path: string): HTMLElement | null {
  if (!panel) return null;
  if (path === '') {
    const fields = [...panel.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-field] :is(textarea, input):not(:disabled, [type="hidden"])')];
    const [first] = fields;
    // Where the kind of a thing is chosen first, its text is what somebody wants to write.
    const chosen = first?.getAttribute('aria-haspopup') === 'listbox' && first.value !== '';
    return (chosen ? fields.find((field) => field instanceof HTMLTextAreaElement) : undefined) ?? first ?? panel.querySelector<HTMLElement>(`[data-form] ${control}`) ?? panel;
  }
  for (let parts = path.split('.'); parts.length > 0; parts = parts.slice(0, -1)) {
    const field = panel.querySelector(`[data-field="${CSS.escape(parts.join('.'))}"]`);
    const found = field?.querySelector<HTMLElement>(':is(textarea, input):not(:disabled)') ?? field?.querySelector<HTMLElement>(control);
    if (found) return found;
  }
  return null;
}
