import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { sideways } from './sideways.ts';
import styles from './Swatches.module.css';

/** One of a few colours: a radio group with arrow keys; every colour has a name, and the chosen one a ring and a word. */
export function Swatches<Value extends string>({ label, value, options, onChange, disabled = false }: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; colour: string }[];
  onChange: (value: Value) => void;
  disabled?: boolean;
}) {
  const group = useRef<HTMLDivElement>(null);
  const chosen = options.find((option) => option.value === value);
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? sideways(event);
    const next = options[(options.findIndex((option) => option.value === value) + step + options.length) % options.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    onChange(next.value);
    group.current?.querySelectorAll('button')[options.indexOf(next)]?.focus();
  };
  return (
    <div>
      <div className={styles.label}><span>{label}</span> <span className={styles.name}>{chosen?.label}</span></div>
      <div ref={group} className={styles.row} role="radiogroup" aria-label={label}>
        {options.map((option) => (
          <button key={option.value} type="button" role="radio" disabled={disabled} aria-checked={option.value === value} aria-label={option.label} title={option.label} tabIndex={option.value === value ? 0 : -1} className={styles.swatch} style={{ color: option.colour }} onClick={() => onChange(option.value)} onKeyDown={move} />
        ))}
      </div>
    </div>
  );
}
