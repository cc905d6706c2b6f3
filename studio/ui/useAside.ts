import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** On which sides of a row there is more than is seen. */
export interface Aside {
  left: boolean;
  right: boolean;
}

const none: Aside = { left: false, right: false };

/** Watches a row that may be wider than its place, and keeps what is marked `[aria-checked="true"]` in sight as `shown` changes. */
export function useAside(row: RefObject<HTMLElement | null>, shown: string): Aside {
  const [aside, setAside] = useState(none);
  useEffect(() => {
    const element = row.current;
    if (!element) return undefined;
    const look = (): void => {
      const box = element.getBoundingClientRect();
      const inside = [...element.children].map((child) => child.getBoundingClientRect());
      const next = { left: inside.some(({ left }) => left < box.left - 1), right: inside.some(({ right }) => right > box.right + 1) };
      setAside((before) => (before.left === next.left && before.right === next.right ? before : next));
    };
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [row]);
  const over = aside.left || aside.right;
  useEffect(() => {
    const element = row.current;
    const chosen = element?.querySelector('[aria-checked="true"]')?.getBoundingClientRect();
    if (!element || !chosen || !over) return;
    const box = element.getBoundingClientRect();
    // In the middle, so that it is seen that the row goes on. Only the row moves: never the page around it.
    if (chosen.left < box.left || chosen.right > box.right) element.scrollBy({ left: (chosen.left + chosen.right - box.left - box.right) / 2 });
  }, [row, shown, over]);
  return aside;
}
