import { Select, TextInput, Textarea } from '@mantine/core';
import type { ValueType } from '@parley/shared/expressions/types';
import { useTranslation } from 'react-i18next';
import { leftToRight } from '../../ui/directions.ts';
import { typeName } from '../typeName.ts';

const kinds: Partial<Record<ValueType['kind'], string>> = { date: 'date', time: 'time' };
const structured: ReadonlySet<ValueType['kind']> = new Set(['list', 'object', 'file']);

/** One value to try a program with, typed as its type is: lists and objects as JSON. */
export function SampleInput({ name, type, text, misfit, onType }: { name: string; type: ValueType; text: string; misfit: boolean; onType: (text: string) => void }) {
  const { t } = useTranslation();
  const common = { label: <span className="mono">{name}</span>, description: typeName(type), size: 'sm', error: misfit && t('tryCode.misfit', { type: typeName(type) }) } as const;
  if (type.kind === 'boolean') return <Select {...common} allowDeselect={false} value={text} onChange={(next) => onType(next ?? 'false')} data={[{ value: 'true', label: t('variable.true') }, { value: 'false', label: t('variable.false') }]} comboboxProps={{ withinPortal: true }} />;
  if (structured.has(type.kind)) return <Textarea {...common} autosize minRows={2} maxRows={8} spellCheck={false} attributes={leftToRight} value={text} onChange={(event) => onType(event.currentTarget.value)} styles={{ input: { fontFamily: 'var(--parley-mono)', fontSize: 12 } }} />;
  return <TextInput {...common} type={kinds[type.kind] ?? 'text'} inputMode={type.kind === 'number' ? 'decimal' : 'text'} value={text} onChange={(event) => onType(event.currentTarget.value)} />;
}
