import type { FlowVariable } from '@parley/shared/flow/document';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useFlow } from '../store/designerContext.ts';
import { Completions } from './Completions.tsx';
import { completionAt, isInInsertion } from './completionAt.ts';
import type { Suggestion } from './completionAt.ts';
import styles from './Field.module.css';

const none: readonly FlowVariable[] = [];

export interface TypedBoxProps {
  id: string;
  text: string;
  /** `unfinished`: the caret stands in an insertion that is being written. */
  onType: (text: string, unfinished?: boolean) => void;
  onLeave: () => void;
  /** `{{ expressions }}` are lit and completed. */
  template?: boolean;
  /** The whole text is an expression: mono, names are completed. */
  expression?: boolean;
  long?: boolean;
  /** Names that are known here besides the flow's variables. */
  more?: readonly FlowVariable[];
  tone?: string | undefined;
  missing?: boolean;
  language?: string;
  readOnly?: boolean;
  placeholder?: string;
  label?: string;
  describedBy?: string;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  children?: ReactNode;
}

/** Where texts and expressions are typed: grows with its text, lights what comes from variables and completes names. */
export function TypedBox({ id, text, onType, onLeave, template = false, expression = false, long = false, more = none, tone, missing = false, language, readOnly = false, placeholder, label, describedBy, onKeyDown, children }: TypedBoxProps) {
  const flow = useFlow();
  const area = useRef<HTMLTextAreaElement>(null);
  // The box holds its own text: were it set with every letter, the browser would take typing back letter by letter.
  const [atFirst] = useState(text);
  useLayoutEffect(() => { if (area.current && area.current.value !== text) area.current.value = text; }, [text]);
  const [caret, setCaret] = useState<number>();
  const names = useMemo(() => [...more, ...Object.values(flow.variables).toSorted((a, b) => a.order - b.order)], [flow.variables, more]);
  const completion = caret === undefined || readOnly ? undefined : completionAt({ text, caret, template, expression, names });
  const [at, setAt] = useState(0);

  const take = ({ put, back, goesOn }: Suggestion): void => {
    const box = area.current;
    if (!completion || !box) return;
    // Name and caret stand there at once: whoever types on may be faster than the next frame.
    box.setRangeText(put, completion.from, completion.to, 'end');
    const place = completion.from + put.length - back;
    box.setSelectionRange(place, place);
    onType(box.value, goesOn);
    setCaret(goesOn ? place : undefined);
    setAt(0);
  };

  const keys = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    const options = completion?.options ?? [];
    if (options.length > 0) {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const chosen = options[Math.min(at, options.length - 1)];
      if (step !== 0) {
        event.preventDefault();
        setAt((now) => (now + step + options.length) % options.length);
        return;
      }
      if ((event.key === 'Enter' || event.key === 'Tab') && chosen) {
        event.preventDefault();
        take(chosen);
        return;
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        setCaret(undefined);
        return;
      }
    }
    onKeyDown?.(event);
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && !long && !event.shiftKey) event.preventDefault();
    if (event.key === 'Escape') {
      event.preventDefault();
      const panel = document.querySelector('[data-panel="canvas"]');
      if (panel instanceof HTMLElement) panel.focus({ preventScroll: true });
    }
    // Everything is saved as it is typed: no page to save.
    if ((event.ctrlKey || event.metaKey) && event.key === 's') event.preventDefault();
  };

  return (
    <div className={styles.box} data-tone={tone} data-missing={missing || undefined}>
      {template && !expression && <div className={styles.back} aria-hidden="true" dir="auto" lang={language}>{lit(text)}{text.endsWith('\n') && ' '}</div>}
      <textarea
        ref={area} id={id} className={styles.typed} rows={1} data-long={long || undefined} data-lit={(template && !expression) || undefined} data-mono={expression || undefined} dir="auto" lang={language} spellCheck={!expression} defaultValue={atFirst} readOnly={readOnly} placeholder={placeholder} aria-label={label} aria-describedby={describedBy} aria-invalid={tone === 'error' || undefined}
        onChange={({ currentTarget: { value, selectionStart } }) => { onType(value, template && isInInsertion(value, selectionStart)); setCaret(selectionStart); setAt(0); }}
        onBlur={() => { setCaret(undefined); onLeave(); }}
        onKeyDown={keys}
      />
      {completion && completion.options.length > 0 && <Completions options={completion.options} at={at} onTake={take} />}
      {children}
    </div>
  );
}

/** The text behind the typed one, with its holes marked. */
function lit(text: string): ReactNode[] {
  return text.split(/(\{\{.*?\}\})/s).map((part, index) => (part.startsWith('{{') ? <mark key={`${index}${part}`}>{part}</mark> : part));
}
