import { Button, Select, TextInput, Textarea } from '@mantine/core';
import { fits } from '@parley/shared/expressions/fits';
import type { ValueType } from '@parley/shared/expressions/types';
import type { Json } from '@parley/shared/lib/json';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { leftToRight } from '../ui/directions.ts';
import { takeFocus, takeFocusAndSelect } from '../ui/takeFocus.ts';
import type { VariableNow } from './host/variables.ts';
import { readValue, writtenValue } from './readValue.ts';
import styles from './Simulator.module.css';

const kinds: Partial<Record<ValueType['kind'], string>> = { date: 'date', time: 'time' };

/** Gives a variable another value of its type: Enter sets it, Escape leaves it. */
export function VariableEditor({ variable: { name, type, value, initial }, onPut, onCancel }: { variable: VariableNow; onPut: (value: Json) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(writtenValue(type, value ?? initial));
  const read = readValue(type, text);
  const misfit = read === undefined || !fits(type, read);
  const structured = ['list', 'object', 'file'].includes(type.kind);
  const put = (): void => { if (!misfit && read !== undefined) onPut(read); };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); onCancel(); }
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing && !(structured && !event.ctrlKey && !event.metaKey)) { event.preventDefault(); put(); }
  };
  const common = { 'aria-label': t('sim.variable.value', { name }), size: 'sm', error: misfit && t('sim.variable.misfit', { type: t(`type.${type.kind}`, { defaultValue: type.kind }) }) } as const;
  return (
    // Keys reach here from the field inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.edit} onKeyDown={keys}>
      {type.kind === 'boolean'
        ? <Select {...common} ref={takeFocus} allowDeselect={false} value={text} onChange={(next) => setText(next ?? 'false')} data={[{ value: 'true', label: t('variable.true') }, { value: 'false', label: t('variable.false') }]} comboboxProps={{ withinPortal: true }} />
        : structured
          ? <Textarea {...common} ref={takeFocus} autosize minRows={2} maxRows={6} spellCheck={false} attributes={leftToRight} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          : <TextInput {...common} ref={takeFocusAndSelect} type={kinds[type.kind] ?? 'text'} inputMode={type.kind === 'number' ? 'decimal' : 'text'} value={text} onChange={(event) => setText(event.currentTarget.value)} />}
      <div className={styles.editWays}>
        <Button size="xs" variant="ink" disabled={misfit} onClick={put}>{t('sim.variable.save')}</Button>
        {value !== undefined && <Button size="xs" onClick={() => onPut(null)}>{t('sim.variable.unset')}</Button>}
        <Button size="xs" variant="subtle" onClick={onCancel}>{t('sim.variable.cancel')}</Button>
      </div>
    </div>
  );
}
