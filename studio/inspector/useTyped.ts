import { useCallback, useEffect, useRef, useState } from 'react';
import { noteUnwritten } from '../store/unwritten.ts';

const pauseMs = 350;
/** Whoever is in the middle of something looks up a name, or chooses one, before going on. */
const unfinishedMs = 2_500;

/** What a field that is typed in stands on. */
export interface Typed {
  text: string;
  /** Takes what stands in the field now; `unfinished` = it can only be judged once more was typed, so it waits longer. */
  type: (text: string, unfinished?: boolean) => void;
  /** Writes at once what waits. */
  flush: () => void;
  problem: string | undefined;
}

/**
 * A text under typing: kept here until a pause or until the field is left, then written. What others write meanwhile is taken
 * over unless this field is being typed in. `write` is given what stood here when typing began, too, so that it can tell when
 * somebody else wrote meanwhile; it gives a sentence when the value cannot be taken.
 */
export function useTyped(value: string, write: (text: string, base: string) => string | undefined): Typed {
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState<string>();
  const [field] = useState(() => ({}));
  const pending = useRef<{ text: string; base: string }>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writer = useRef(write);
  useEffect(() => { writer.current = write; }, [write]);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const typed = pending.current;
    pending.current = undefined;
    if (typed) setProblem(writer.current(typed.text, typed.base));
    noteUnwritten(field, false);
  }, [field]);

  useEffect(() => {
    if (pending.current === undefined) {
      setText(value);
      setProblem(undefined);
    }
  }, [value]);
  useEffect(() => flush, [flush]);

  const type = (next: string, unfinished = false): void => {
    setText(next);
    pending.current = { text: next, base: pending.current?.base ?? value };
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, unfinished ? unfinishedMs : pauseMs);
    noteUnwritten(field, true);
  };
  return { text, type, flush, problem };
}
