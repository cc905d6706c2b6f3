/** As a `ref`: the field takes the keyboard when it appears. One function for all, so that it runs once and not on every drawing. */
export function takeFocus(field: HTMLElement | null): void {
  field?.focus({ preventScroll: true });
}

/** The same, with its text chosen so that typing replaces it. */
export function takeFocusAndSelect(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
  field?.select();
}
