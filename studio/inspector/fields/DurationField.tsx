import { NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFrame, fieldId } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import { durationOf, writeDuration } from '@parley/shared/lib/duration';
import type { DurationUnit } from '@parley/shared/lib/duration';
import styles from '../Field.module.css';

const units: DurationUnit[] = ['S', 'M', 'H', 'D'];

/** A time span as a number and its unit; empty = none. */
export function DurationField(props: FieldProps) {
  const { t } = useTranslation();
  const { field, path, value } = props;
  const { owner, set, readOnly } = useFieldContext();
  const kept = durationOf(typeof value === 'string' ? value : '');
  const [unit, setUnit] = useState<DurationUnit>(kept?.unit ?? 'M');
  const shown = kept?.unit ?? unit;
  const write = (amount: number | undefined, next: DurationUnit): void => { set(path, writeDuration(amount, next), { typing: true }); };
  return (
    <FieldFrame {...props}>
      <div className={styles.pair}>
        <NumberInput id={fieldId(owner, path)} hideControls min={0} max={99_999} allowDecimal={false} allowNegative={false} readOnly={readOnly} placeholder="–" value={kept?.amount ?? ''} onChange={(next) => write(next === '' ? undefined : Number(next), shown)} />
        <Select openOnFocus={false} aria-label={t('field.unit', { field: field.meta.label })} readOnly={readOnly} value={shown} data={units.map((name) => ({ value: name, label: t(`unit.${name}`, { count: kept?.amount ?? 2 }) }))} onChange={(next) => {
          const chosen = units.find((name) => name === next);
          if (!chosen) return;
          setUnit(chosen);
          if (kept) write(kept.amount, chosen);
        }} />
      </div>
    </FieldFrame>
  );
}
