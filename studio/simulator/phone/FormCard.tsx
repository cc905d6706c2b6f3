import { askedFields } from '@parley/shared/messages/form';
import type { FormField } from '@parley/shared/messages/form';
import type { Incoming, Media } from '@parley/shared/messages/incoming';
import type { Outgoing } from '@parley/shared/messages/outgoing';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { samples } from './samples.data.ts';
import styles from './Phone.module.css';

type Form = Extract<Outgoing, { type: 'form' }>;
type Value = string | string[] | Media;
type Given = Record<string, Value>;

/** A form as the web chat shows it, to be filled in in the simulator. What does not fit comes back from the bot, as it does there. */
export function FormCard({ message, current, onSay }: { message: Form; current: boolean; onSay(answer: Incoming): void }) {
  const { t } = useTranslation();
  const [given, setGiven] = useState<Given>(() => startingWith(message));
  const asked = askedFields(message.fields, given);
  return (
    <form className={styles.form} noValidate aria-label={message.body} onSubmit={(event) => {
      event.preventDefault();
      onSay({ type: 'formReply', wait: message.wait, values: Object.fromEntries(asked.flatMap(({ id }) => (isGiven(given[id]) ? [[id, given[id] ?? '']] : []))) });
    }}>
      {asked.map((field) => <Field key={field.id} field={field} value={given[field.id]} error={message.errors[field.id]} disabled={!current} change={(value) => setGiven({ ...given, [field.id]: value })} />)}
      <button type="submit" disabled={!current}>{message.submit || t('simulator.send')}</button>
      {message.cancel && <button type="button" disabled={!current} onClick={() => onSay({ type: 'choiceReply', option: 'skip', label: message.cancel, wait: message.wait })}>{message.cancel}</button>}
    </form>
  );
}

function Field({ field, value, error, disabled, change }: { field: FormField<string>; value: Value | undefined; error: string | undefined; disabled: boolean; change(value: Value): void }) {
  const id = useId();
  const { label, note, required, options, kind } = field;
  const { t } = useTranslation();
  const chosen = Array.isArray(value) ? value : typeof value === 'string' && value ? [value] : [];
  const title = `${label}${required ? ' *' : ''}`;
  const around = <>{note && <small dir="auto">{note}</small>}{error && <em id={`${id}-error`} dir="auto">{error}</em>}</>;
  if (options) {
    return (
      <fieldset disabled={disabled} aria-describedby={error ? `${id}-error` : undefined}>
        <legend dir="auto">{title}</legend>
        {options.map((option) => (
          <label key={option.id}>
            <input type={kind === 'choices' ? 'checkbox' : 'radio'} name={id} checked={chosen.includes(option.id)} onChange={({ target: { checked } }) => {
              if (kind !== 'choices') return change(option.id);
              change(checked ? [...chosen, option.id] : chosen.filter((each) => each !== option.id));
            }} />
            <span dir="auto">{option.label}</span>
          </label>
        ))}
        {around}
      </fieldset>
    );
  }
  if (kind === 'file') {
    const taken = samples.flatMap(({ name, message }) => ('media' in message && (field.files ?? []).includes(message.type) ? [{ name, media: message.media }] : []));
    return (
      <p>
        <label htmlFor={id} dir="auto">{title}</label>
        <select id={id} disabled={disabled} aria-invalid={error !== undefined} aria-describedby={error ? `${id}-error` : undefined} value={typeof value === 'object' && 'id' in value ? value.id : ''} onChange={({ target }) => change(taken.find(({ media }) => media.id === target.value)?.media ?? '')}>
          <option value="">{t('simulator.sample')}</option>
          {taken.map(({ name, media }) => <option key={name} value={media.id}>{t(`simulator.samples.${name}`)}</option>)}
        </select>
        {around}
      </p>
    );
  }
  return (
    <p>
      <label htmlFor={id} dir="auto">{title}</label>
      <input id={id} type={kind === 'date' || kind === 'time' ? kind : 'text'} dir="auto" disabled={disabled} aria-invalid={error !== undefined} aria-describedby={error ? `${id}-error` : undefined} value={typeof value === 'string' ? value : ''} onChange={({ target }) => change(target.value)} />
      {around}
    </p>
  );
}

const isGiven = (value: Value | undefined): boolean => (typeof value === 'object' && !Array.isArray(value)) || (value?.length ?? 0) > 0;

function startingWith({ fields, given }: Form): Given {
  return Object.fromEntries(fields.flatMap(({ id }): [string, string | string[]][] => {
    const value = given[id];
    if (Array.isArray(value)) return [[id, value.filter((each) => typeof each === 'string')]];
    return typeof value === 'string' || typeof value === 'number' ? [[id, String(value)]] : [];
  }));
}
