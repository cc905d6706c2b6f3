import { useEffect, useState } from 'react';
import type { Book } from './book.ts';

/** Whether every edit of every flow is on the server. */
export function useSettled(book: Book): boolean {
  const [settled, setSettled] = useState(() => isSettled(book));
  useEffect(() => {
    const look = (): void => setSettled(isSettled(book));
    let stops = Object.values(book.flows.getState()).map(({ store }) => store.subscribe(look));
    const stopBook = book.flows.subscribe((flows) => {
      for (const stop of stops) stop();
      stops = Object.values(flows).map(({ store }) => store.subscribe(look));
      look();
    });
    return () => {
      stopBook();
      for (const stop of stops) stop();
    };
  }, [book]);
  return settled;
}

function isSettled(book: Book): boolean {
  return Object.values(book.flows.getState()).every(({ store }) => store.getState().pending.length === 0);
}
