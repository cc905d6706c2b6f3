import { Button, Select, TextInput } from '@mantine/core';
import type { ValueType } from '@parley/shared/expressions/types';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './Field.module.css';

const kinds = ['text', 'number', 'boolean', 'date', 'time', 'datetime', 'duration', 'file', 'list', 'object'] as const;
const deepest = 2;

/** Chooses a type; lists and objects open what is in them, at most two deep. */
export function TypePicker({ id, label, type, onChange, readOnly = false, depth = 0 }: { id: string; label: string; type: ValueType; onChange: (type: ValueType) => void; readOnly?: boolean; depth?: number }) {
  const { t } = useTranslation();
  const choices = kinds.filter((kind) => depth < deepest || (kind !== 'list' && kind !== 'object'));
  const choose = (kind: string | null): void => {
    if (kind === type.kind) return;
    if (kind === 'list') onChange({ kind: 'list', of: { kind: 'text' } });
    else if (kind === 'object') onChange({ kind: 'object', fields: { name: { kind: 'text' } } });
    else {
      const plain = kinds.find((name) => name === kind);
      if (plain && plain !== 'list' && plain !== 'object') onChange({ kind: plain });
    }
  };
  return (
    <div className={styles.stack} style={{ gap: 6 }}>
      <Select openOnFocus={false} id={id} aria-label={label} data={choices.map((kind) => ({ value: kind, label: t(`type.${kind}`) }))} value={type.kind} readOnly={readOnly} onChange={choose} />
      {type.kind === 'list' && <div className={styles.group}><TypePicker id={`${id}-of`} label={t('type.item')} type={type.of} readOnly={readOnly} depth={depth + 1} onChange={(of) => onChange({ kind: 'list', of })} /></div>}
      {type.kind === 'object' && <ObjectFields id={id} type={type} onChange={onChange} readOnly={readOnly} depth={depth} />}
    </div>
  );
}

function ObjectFields({ id, type, onChange, readOnly, depth }: { id: string; type: Extract<ValueType, { kind: 'object' }>; onChange: (type: ValueType) => void; readOnly: boolean; depth: number }) {
  const { t } = useTranslation();
  const entries = Object.entries(type.fields);
  const put = (next: [string, ValueType][]): void => onChange({ kind: 'object', fields: Object.fromEntries(next) });
  const fresh = (): string => {
    for (let number = entries.length + 1; ; number += 1) if (!Object.hasOwn(type.fields, `field${number}`)) return `field${number}`;
  };
  return (
    <div className={styles.group}>
      {entries.map(([name, of], index) => (
        <div key={`${index}`} style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto', gap: 4, alignItems: 'start' }}>
          <TextInput aria-label={t('type.fieldName')} defaultValue={name} readOnly={readOnly} styles={{ input: { fontFamily: 'var(--parley-mono)', fontSize: 12 } }} onBlur={(event) => {
            const next = event.currentTarget.value.trim();
            if (/^[A-Za-z_][A-Za-z0-9_]{0,39}$/.test(next) && !entries.some(([other], at) => at !== index && other === next)) put(entries.map((entry, at) => (at === index ? [next, of] : entry)));
            else event.currentTarget.value = name;
          }} />
          <TypePicker id={`${id}-${name}`} label={t('type.ofField', { name })} type={of} readOnly={readOnly} depth={depth + 1} onChange={(next) => put(entries.map((entry, at) => (at === index ? [name, next] : entry)))} />
          {!readOnly && <IconButton label={t('type.removeField', { name })} onClick={() => put(entries.filter((_, at) => at !== index))}><IconX size={14} stroke={1.75} /></IconButton>}
        </div>
      ))}
      {!readOnly && <Button size="sm" variant="subtle" className={styles.add ?? ''} leftSection={<IconPlus size={14} stroke={1.75} />} onClick={() => put([...entries, [fresh(), { kind: 'text' }]])}>{t('type.addField')}</Button>}
    </div>
  );
}
