/** Gives the keyboard to whoever writes on the phone, where a card that had it has gone. */
export function focusPhone(): void {
  document.querySelector<HTMLElement>('[data-panel="simulator"] [data-phone] textarea')?.focus({ preventScroll: true });
}
