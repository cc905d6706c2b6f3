/** Knows in which field somebody types, so that undo goes to the field or to the drawing. */
export interface TypedField {
  /** Whether the field has typing of its own to take back, or (for `back` = false) to make again. */
  keeps(target: EventTarget | null, back: boolean): boolean;
}

const textual = new Set(['text', 'search', 'email', 'url', 'tel', 'number', 'password']);

/** Follows the focus and what is typed until `stop`. */
export function listenToTyping(): { field: TypedField; stop: () => void } {
  let now: { field: EventTarget; atFirst: string; typed: boolean } | undefined;
  const focused = ({ target }: FocusEvent): void => { now = isText(target) ? { field: target, atFirst: target.value, typed: false } : undefined; };
  const typed = ({ target }: Event): void => { if (now && target === now.field) now.typed = true; };
  document.addEventListener('focusin', focused);
  document.addEventListener('input', typed, { capture: true });
  return {
    field: {
      keeps: (target, back) => {
        if (target instanceof Element && target.closest('.monaco-editor')) return true;
        return now !== undefined && target === now.field && now.typed && (!back || (isText(target) && target.value !== now.atFirst));
      },
    },
    stop: () => {
      document.removeEventListener('focusin', focused);
      document.removeEventListener('input', typed, { capture: true });
    },
  };
}

function isText(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && textual.has(target.type) && !target.readOnly);
}
