import type { FlowSet } from '@parley/shared/flow/document';
import { useEffect, useState } from 'react';
import type { Book } from './book.ts';

/** All flows of the bot as they are drawn now; a new object whenever one changed. */
export function useFlowSet(book: Book): FlowSet {
  const [set, setSet] = useState(() => book.flowSet());
  useEffect(() => {
    let frame = 0;
    // Several changes of one moment are one.
    const stop = book.listen(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setSet(book.flowSet()));
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [book]);
  return set;
}
