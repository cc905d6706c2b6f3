import type { Finding, UiStore } from '../store/uiStore.ts';

/** Opens the panel that finds, or puts the keyboard back into it; what is not said stays as it was. */
export function openFind(ui: UiStore, wish: Partial<Pick<Finding, 'everywhere' | 'replacing'>>): void {
  // Beside a view that stands instead of the canvas there would be nothing to go to.
  ui.setState(({ find, view }) => ({ find: { everywhere: false, replacing: false, ...find, ...wish, asked: (find?.asked ?? 0) + 1 }, outline: false, view: view === 'design' || view === 'code' ? view : 'design' }));
}
