import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { sideways } from './sideways.ts';
import { useAside } from './useAside.ts';
import styles from './Segments.module.css';

/** A few exclusive choices in one row: a radio group with arrow keys. `wide` fills the width in equal parts; where there is no room for all, the row is scrolled and fades where it goes on. */
export function Segments<Value extends string>({ label, value, options, onChange, wide = false, disabled = false }: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; count?: number }[];
  onChange: (value: Value) => void;
  wide?: boolean;
  disabled?: boolean;
}) {
  const group = useRef<HTMLDivElement>(null);
  const { left, right } = useAside(group, value);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? sideways(event);
    if (step === 0) return;
    event.preventDefault();
    const at = options.findIndex((option) => option.value === value);
    const next = options[(at + step + options.length) % options.length];
    if (!next) return;
    onChange(next.value);
    group.current?.querySelectorAll('button')[options.indexOf(next)]?.focus();
  };
  return (
    <div ref={group} className={styles.seg} role="radiogroup" aria-label={label} data-wide={wide || undefined} data-left={left || undefined} data-right={right || undefined}>
      {options.map((option) => (
        <button key={option.value} type="button" role="radio" disabled={disabled} aria-checked={option.value === value} tabIndex={option.value === value ? 0 : -1} className={`${styles.item} ${option.value === value ? styles.on : ''}`} onClick={() => onChange(option.value)} onKeyDown={move}>
          {option.label}{option.count !== undefined && <span className={styles.count}>{option.count}</span>}
        </button>
      ))}
    </div>
  );
}
