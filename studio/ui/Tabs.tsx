import { useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { sideways } from './sideways.ts';
import styles from './Tabs.module.css';

/** Tabs with the thread under the open one; arrow keys move. The panel it controls has the id `<id>-panel`. */
export function Tabs<Value extends string>({ id, label, value, tabs, onChange, bare = false }: {
  id: string;
  label: string;
  value: Value;
  tabs: readonly { value: Value; label: ReactNode }[];
  onChange: (value: Value) => void;
  bare?: boolean;
}) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = sideways(event);
    if (step === 0) return;
    event.preventDefault();
    const at = (tabs.findIndex((tab) => tab.value === value) + step + tabs.length) % tabs.length;
    const next = tabs[at];
    if (next) onChange(next.value);
    list.current?.querySelectorAll('button')[at]?.focus();
  };
  return (
    <div ref={list} className={styles.tabs} role="tablist" aria-label={label} data-bare={bare || undefined}>
      {tabs.map((tab) => (
        <button key={tab.value} type="button" role="tab" id={`${id}-${tab.value}`} aria-selected={tab.value === value} aria-controls={`${id}-panel`} tabIndex={tab.value === value ? 0 : -1} className={`${styles.tab} ${tab.value === value ? styles.on : ''}`} onClick={() => onChange(tab.value)} onKeyDown={move}>
          {tab.label}
        </button>
      ))}
    </div>
  );
}
