import { Select, TextInput } from '@mantine/core';
import type { ValueType } from '@parley/shared/expressions/types';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFlow } from '../store/designerContext.ts';
import { comparisonWord, comparisonsOf, needsValue, writeCondition } from './plainCondition.ts';
import type { PlainCondition } from './plainCondition.ts';
import styles from './Field.module.css';

/** A condition to choose instead of to write: a variable, how it is compared, and with what. */
export function ConditionRow({ id, condition, typeOf, readOnly, onWrite, onLeave, onType }: { id: string; condition: PlainCondition | undefined; typeOf: (variable: string) => ValueType | undefined; readOnly: boolean; onWrite: (cel: string) => void; onLeave: () => void; /** Somebody writes an expression where a variable is chosen. */ onType: (cel: string) => void }) {
  const { t } = useTranslation();
  const flow = useFlow();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<PlainCondition>({ variable: '', does: 'is', value: '' });
  // What is half chosen stands nowhere else.
  const now = condition ?? draft;
  const names = useMemo(() => Object.values(flow.variables).toSorted((a, b) => a.order - b.order).map(({ name }) => name), [flow.variables]);
  const put = (next: PlainCondition): void => {
    setDraft(next);
    onWrite(writeCondition(next, typeOf(next.variable)));
  };
  const choose = (variable: string): void => {
    const possible = comparisonsOf(typeOf(variable));
    const does = possible.includes(now.does) ? now.does : possible[0] ?? 'set';
    // What one type is compared with says nothing to another.
    const value = typeOf(variable)?.kind === typeOf(now.variable)?.kind ? now.value : '';
    put({ variable, does, value });
  };
  return (
    <div className={styles.condition}>
      <Select
        id={id} openOnFocus={false} searchable selectFirstOptionOnChange
        // Whoever types fast presses Enter before the list has an option marked.
        dropdownOpened={open} onDropdownOpen={() => setOpen(true)} onDropdownClose={() => setOpen(false)}
        onKeyDown={(event) => {
          const typed = event.currentTarget.value;
          if (event.key !== 'Enter' || event.currentTarget.getAttribute('aria-activedescendant') || !names.includes(typed)) return;
          setOpen(false);
          choose(typed);
        }}
        aria-label={t('condition.variable')} placeholder={t('condition.variable')} data={names} value={now.variable || null} readOnly={readOnly} onChange={(next) => { if (next) choose(next); }} onSearchChange={(search) => { if (/\W/.test(search)) onType(search); }} onBlur={onLeave} nothingFoundMessage={t('field.noSuchVariable')}
      />
      <Select openOnFocus={false} aria-label={t('condition.compare')} data={comparisonsOf(typeOf(now.variable)).map((does) => ({ value: does, label: t(`condition.${comparisonWord(does, typeOf(now.variable))}`) }))} value={now.variable ? now.does : null} disabled={!now.variable} readOnly={readOnly} onChange={(next) => { const does = comparisonsOf(typeOf(now.variable)).find((one) => one === next); if (does) put({ ...now, does }); }} />
      {now.variable !== '' && needsValue(now.does) && <TextInput aria-label={t('condition.value')} placeholder={t('condition.value')} value={now.value} readOnly={readOnly} {...boxOf(typeOf(now.variable))} onChange={(event) => put({ ...now, value: event.currentTarget.value })} onBlur={onLeave} />}
    </div>
  );
}

/** A box for a value of a type: a day and a time are picked as people know them. */
function boxOf(type: ValueType | undefined): { type: 'date' | 'time' } | { inputMode: 'decimal' | 'text' } {
  if (type?.kind === 'date' || type?.kind === 'time') return { type: type.kind };
  return { inputMode: type?.kind === 'number' ? 'decimal' : 'text' };
}
