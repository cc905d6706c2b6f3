import { NumberInput, Select, TextInput } from '@mantine/core';
import type { ValueType } from '@parley/shared/expressions/types';
import type { Json } from '@parley/shared/lib/json';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What a variable holds before anybody set it; empty = its type's own beginning. */
export function InitialValue({ type, value, readOnly, onChange }: { type: ValueType; value: Json | undefined; readOnly: boolean; onChange: (value: Json | undefined) => void }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string>();
  const label = t('variable.initial');
  const common = { label, readOnly };
  if (type.kind === 'boolean') return <Select {...common} data={[{ value: 'true', label: t('variable.true') }, { value: 'false', label: t('variable.false') }]} value={String(value ?? false)} onChange={(next) => onChange(next === 'true' ? true : undefined)} />;
  if (type.kind === 'number') return <NumberInput {...common} hideControls value={typeof value === 'number' ? value : ''} onChange={(next) => onChange(next === '' ? undefined : Number(next))} />;
  if (type.kind === 'file') return null;
  if (type.kind === 'list' || type.kind === 'object') {
    return (
      <TextInput {...common} description={t('variable.initialJson')} error={problem} defaultValue={value === undefined ? '' : JSON.stringify(value)} styles={{ input: { fontFamily: 'var(--parley-mono)', fontSize: 12 } }} onBlur={(event) => {
        const text = event.currentTarget.value.trim();
        try {
          onChange(text === '' ? undefined : JSON.parse(text) as Json);
          setProblem(undefined);
        } catch {
          setProblem(t('variable.notJson'));
        }
      }} />
    );
  }
  const kinds: Partial<Record<ValueType['kind'], string>> = { date: 'date', time: 'time' };
  return <TextInput {...common} type={kinds[type.kind] ?? 'text'} defaultValue={typeof value === 'string' ? value : ''} onBlur={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)} />;
}
