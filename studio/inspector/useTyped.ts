import { useCallback, useEffect, useRef, useState } from 'react';

const pauseMs = 350;

/**
 * A text under typing: kept here until a pause or until the field is left, then written. What others write meanwhile is taken
 * over unless this field is being typed in. `write` is given what stood here when typing began, too, so that it can tell when
 * somebody else wrote meanwhile; it gives a sentence when the value cannot be taken.
 */
export function useTyped(value: string, write: (text: string, base: string) => string | undefined): { text: string; type: (text: string) => void; flush: () => void; problem: string | undefined } {
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState<string>();
  const pending = useRef<{ text: string; base: string }>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writer = useRef(write);
  useEffect(() => { writer.current = write; }, [write]);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const typed = pending.current;
    pending.current = undefined;
    if (typed) setProblem(writer.current(typed.text, typed.base));
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
    pending.current = { text: next, base: pending.current?.base ?? value };
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, pauseMs);
  };
  return { text, type, flush, problem };
}
