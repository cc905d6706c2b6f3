import { Button, Checkbox, Input, NumberInput, Select, TextInput } from '@mantine/core';
import { valueTypeSchema } from '@parley/shared/flow/document';
import type { Json, JsonObject } from '@parley/shared/lib/json';
import { makeId } from '@parley/shared/lib/id';
import type { FormField } from '@parley/shared/nodes/formOf';
import { inOrder, isShown } from '@parley/shared/nodes/walkFields';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { credentialsQuery } from '../../api/credentials.ts';
import { TypePicker } from '../../inspector/TypePicker.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { random } from '../designer/random.ts';
import { DurationInput } from './DurationInput.tsx';
import styles from './Plugins.module.css';

interface Given {
  field: FormField;
  /** Keys joined with dots, for what is wrong where. */
  at: string;
  value: Json | undefined;
  wrongAt: (at: string) => string | undefined;
  onChange: (value: Json | undefined) => void;
  readOnly?: boolean;
}

/** Fields of a schema one below the other, outside of any drawing. */
export function PlainFields({ fields, at, data, wrongAt, onChange, fixed = [] }: { fields: readonly FormField[]; at: string; data: JsonObject; wrongAt: Given['wrongAt']; onChange: (data: JsonObject) => void; /** Names of fields that stay as they are. */ fixed?: readonly string[] }) {
  return (
    <>
      {fields.filter(({ meta }) => isShown(meta, data)).map((field) => (
        <PlainField key={field.name} field={field} at={at ? `${at}.${field.name}` : field.name} value={data[field.name]} wrongAt={wrongAt} readOnly={fixed.includes(field.name)} onChange={(value) => {
          const { [field.name]: _, ...others } = data;
          onChange(value === undefined ? others : { ...others, [field.name]: value });
        }} />
      ))}
    </>
  );
}

function PlainField(given: Given) {
  const { field: { meta, maxLength, min, max }, at, value, wrongAt, onChange, readOnly = false } = given;
  const text = typeof value === 'string' ? value : '';
  const id = `plugin-${at.replaceAll('.', '-')}`;
  const about = { label: meta.label, ...(meta.help && { description: meta.help }), error: wrongAt(at) };
  switch (meta.widget) {
    case 'list': return <Entries {...given} />;
    case 'toggle': return <Checkbox label={meta.label} description={meta.help} checked={value === true} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />;
    case 'number': return <NumberInput {...about} hideControls w={160} {...(min !== undefined && { min })} {...(max !== undefined && { max })} value={typeof value === 'number' ? value : ''} onChange={(next) => onChange(typeof next === 'number' ? next : undefined)} />;
    case 'select': return <Select {...about} data={meta.options ?? []} value={text} allowDeselect={false} onChange={(next) => { if (next) onChange(next); }} />;
    case 'segmented': return <div><p className={styles.label}>{meta.label}</p><Segments label={meta.label} value={text} onChange={onChange} options={meta.options ?? []} />{meta.help && <p className={styles.help}>{meta.help}</p>}</div>;
    case 'duration': return <DurationInput label={meta.label} help={meta.help} value={text} onChange={onChange} />;
    case 'valueType': return <TypeField id={id} label={meta.label} value={value} onChange={onChange} />;
    case 'credential': return <CredentialSelect {...about} value={text} onChange={onChange} />;
    default: return <TextInput {...about} value={text} readOnly={readOnly} {...(maxLength !== undefined && { maxLength })} spellCheck={meta.widget !== 'expression'} styles={meta.widget === 'expression' || meta.template ? { input: { fontFamily: 'var(--parley-mono)', fontSize: 12.5 } } : {}} onChange={({ currentTarget }) => onChange(currentTarget.value)} />;
  }
}

function TypeField({ id, label, value, onChange }: { id: string; label: string; value: Json | undefined; onChange: Given['onChange'] }) {
  const parsed = valueTypeSchema.safeParse(value);
  return (
    <Input.Wrapper id={id} label={label}>
      <TypePicker id={id} label={label} type={parsed.success ? parsed.data : { kind: 'text' }} onChange={(type) => onChange(JSON.parse(JSON.stringify(type)) as Json)} />
    </Input.Wrapper>
  );
}

function CredentialSelect({ value, onChange, ...about }: { label: string; description?: string; error: string | undefined; value: string; onChange: Given['onChange'] }) {
  const { t } = useTranslation();
  const credentials = useQuery(credentialsQuery());
  // A plugin belongs to no bot, so a bot's own credential is none of its.
  const shared = (credentials.data?.items ?? []).filter(({ botId }) => botId === null).map(({ id, name, hosts }) => ({ value: id, label: `${name} (${hosts.join(', ')})` }));
  const gone = value !== '' && !shared.some((option) => option.value === value) ? [{ value, label: t('credentials.gone') }] : [];
  return <Select {...about} data={[{ value: '', label: t('credentials.none') }, ...shared, ...gone]} value={value} allowDeselect={false} onChange={(next) => onChange(next ?? '')} />;
}

/** Ordered children: added at the end, moved up and down, removed. */
function Entries({ field: { meta, fields }, at, value, wrongAt, onChange }: Given) {
  const { t } = useTranslation();
  const map = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const entries = inOrder(map).map(([id, entry]): [string, JsonObject] => [id, typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? entry : {}]);
  const put = (next: [string, JsonObject][]): void => onChange(Object.fromEntries(next.map(([id, entry], place) => [id, { ...entry, order: place + 1 }])));
  const move = (place: number, by: number): void => {
    const next = [...entries];
    const [taken] = next.splice(place, 1);
    if (taken) next.splice(place + by, 0, taken);
    put(next);
  };
  const item = meta.item?.label ?? meta.label;
  return (
    <section aria-label={meta.label}>
      <div className={styles.legend}><h3>{meta.label}</h3>{meta.help && <p className={styles.help}>{meta.help}</p>}{wrongAt(at) && <p className={styles.bad} role="alert">{wrongAt(at)}</p>}</div>
      <div className={styles.entries}>
        {entries.map(([id, entry], place) => (
          <div key={id} className={styles.entry} role="group" aria-label={`${item} ${place + 1}`}>
            <div className={styles.entryFields}><PlainFields fields={fields} at={`${at}.${id}`} data={entry} wrongAt={wrongAt} onChange={(changed) => put(entries.map((each, index) => (index === place ? [id, changed] : each)))} /></div>
            <div className={styles.tools}>
              <IconButton label={t('field.removeEntry', { entry: `${item} ${place + 1}` })} onClick={() => put(entries.filter((_, index) => index !== place))}><IconX size={14} stroke={1.75} /></IconButton>
              {place > 0 && <IconButton label={`${t('field.up')}: ${item} ${place + 1}`} onClick={() => move(place, -1)}><IconArrowUp size={14} stroke={1.75} /></IconButton>}
              {place < entries.length - 1 && <IconButton label={`${t('field.down')}: ${item} ${place + 1}`} onClick={() => move(place, 1)}><IconArrowDown size={14} stroke={1.75} /></IconButton>}
            </div>
          </div>
        ))}
      </div>
      {entries.length < (meta.item?.max ?? 100) && <Button size="sm" variant="subtle" mt={6} leftSection={<IconPlus size={14} stroke={1.75} />} onClick={() => put([...entries, [makeId(random), Object.fromEntries(fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, structuredClone(initial)]])))]])}>{meta.item?.add ?? t('common.add')}</Button>}
    </section>
  );
}
