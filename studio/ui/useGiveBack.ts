import { useEffect, useState } from 'react';

/**
 * Gives the keyboard back to what had it before a dialog that comes open and is taken out of the page at once: it has no time to do so
 * by closing. Where something else has the keyboard by then, that keeps it.
 */
export function useGiveBack(cameOpen = true): void {
  const [before] = useState(() => (cameOpen ? document.activeElement : null));
  useEffect(() => () => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  }, [before]);
}
