import { useCallback, useEffect, useRef, useState } from 'react';

const pauseMs = 350;

/**
 * A text under typing: kept here until a pause or until the field is left, then written. What others write meanwhile is taken
 * over unless this field is being typed in. `write` gives a sentence when the value cannot be taken.
 */
export function useTyped(value: string, write: (text: string) => string | undefined): { text: string; type: (text: string) => void; flush: () => void; problem: string | undefined } {
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState<string>();
  const pending = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writer = useRef(write);
  useEffect(() => { writer.current = write; }, [write]);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const typed = pending.current;
    pending.current = undefined;
    if (typed !== undefined) setProblem(writer.current(typed));
  }, []);

  useEffect(() => {
    if (pending.current === undefined) {
      setText(value);
      setProblem(undefined);
    }
  }, [value]);
  useEffect(() => flush, [flush]);

  const type = (next: string): void => {
    setText(next);
    pending.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, pauseMs);
  };
  return { text, type, flush, problem };
}
