import { Group, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { durationOf, writeDuration } from '@parley/shared/lib/duration';
import type { DurationUnit } from '@parley/shared/lib/duration';

const units: DurationUnit[] = ['S', 'M', 'H', 'D'];

/** A time span as a number and its unit; empty = none. */
export function DurationInput({ label, help, value, onChange }: { label: string; help: string | undefined; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const kept = durationOf(value);
  const [unit, setUnit] = useState<DurationUnit>(kept?.unit ?? 'D');
  const shown = kept?.unit ?? unit;
  return (
    <Group gap={8} align="flex-start" wrap="nowrap">
      <NumberInput label={label} description={help} hideControls min={1} max={99_999} allowDecimal={false} style={{ flex: 1 }} value={kept?.amount ?? ''} onChange={(next) => onChange(writeDuration(next === '' ? undefined : Number(next), shown))} />
      <Select aria-label={t('field.unit', { field: label })} w={140} mt={24} allowDeselect={false} data={units.map((name) => ({ value: name, label: t(`unit.${name}`, { count: kept?.amount ?? 2 }) }))} value={shown} onChange={(next) => {
        const chosen = units.find((name) => name === next);
        if (!chosen) return;
        setUnit(chosen);
        if (kept) onChange(writeDuration(kept.amount, chosen));
      }} />
    </Group>
  );
}
