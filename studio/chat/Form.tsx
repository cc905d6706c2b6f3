import { useRef, useState } from 'preact/hooks';
import type { Incoming } from '@parley/shared/messages/incoming';
import { askedFields, type FormField } from '@parley/shared/messages/form';
import type { Outgoing } from '@parley/shared/messages/outgoing';
import type { Words } from './words.ts';

type FormMessage = Extract<Outgoing, { type: 'form' }>;
type Given = Record<string, string | string[]>;

const inputTypes: Partial<Record<FormField<string>['kind'], string>> = { date: 'date', time: 'time', email: 'email', phone: 'tel' };

/** A form to fill in once: labels, errors at their fields, and only the fields that what was typed asks for. */
export function Form({ message, say, words }: { message: FormMessage; say(answer: Incoming): void; words: Words }) {
  const [given, setGiven] = useState<Given>(() => startingWith(message));
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [sent, setSent] = useState(false);
  const boxRef = useRef<HTMLFormElement>(null);
  const asked = askedFields(message.fields, given);
  const errorOf = (field: FormField<string>): string | undefined => {
    if (missing.includes(field.id)) return words.required;
    return given[field.id] === startingWith(message)[field.id] ? message.errors[field.id] : undefined;
  };

  const submit = (event: Event) => {
    event.preventDefault();
    if (sent) return;
    const open = asked.filter(({ id, required }) => required && isBlank(given[id])).map(({ id }) => id);
    setMissing(open);
    if (open[0] !== undefined) return focusOn(boxRef.current, open[0]);
    setSent(true);
    say({ type: 'formReply', wait: message.wait, values: Object.fromEntries(asked.flatMap(({ id }) => (isBlank(given[id]) ? [] : [[id, given[id] ?? '']]))) });
  };

  return (
    <form class="form" noValidate onSubmit={submit} ref={boxRef} aria-label={message.body}>
      {asked.map((field) => (
        <Field key={field.id} field={field} name={`form-${message.wait}-${field.id}`} value={given[field.id]} error={errorOf(field)} words={words} change={(value) => {
          setGiven({ ...given, [field.id]: value });
          setMissing(missing.filter((id) => id !== field.id));
        }} />
      ))}
      <div class="ends">
        <button type="submit" disabled={sent}><span dir="auto">{message.submit}</span></button>
        {message.cancel && <button type="button" class="plain" disabled={sent} onClick={() => {
          setSent(true);
          say({ type: 'choiceReply', option: 'skip', label: message.cancel, wait: message.wait });
        }}><span dir="auto">{message.cancel}</span></button>}
      </div>
    </form>
  );
}

interface FieldGiven {
  field: FormField<string>;
  /** Unique on the page. */
  name: string;
  value: string | string[] | undefined;
  error: string | undefined;
  words: Words;
  change(value: string | string[]): void;
}

function Field({ field, name, value, error, words, change }: FieldGiven) {
  const { label, note, required, options } = field;
  const described = [...(note ? [`${name}-note`] : []), ...(error ? [`${name}-error`] : [])].join(' ') || undefined;
  const around = (
    <>
      {note && <small id={`${name}-note`} dir="auto">{note}</small>}
      {error && <em id={`${name}-error`} dir="auto">{error}</em>}
    </>
  );
  const title = <span dir="auto">{label}{!required && <i> {words.optional}</i>}</span>;
  if (options) {
    return (
      <fieldset data-field={field.id} aria-describedby={described} class={error ? 'unfit' : undefined}>
        <legend>{title}</legend>
        <Options field={field} name={name} value={value} change={change} />
        {around}
      </fieldset>
    );
  }
  const shared = {
    id: name, value: typeof value === 'string' ? value : '', 'aria-required': required, 'aria-invalid': error !== undefined, 'aria-describedby': described, dir: 'auto' as const,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => change(currentTarget.value), ...(field.maxLength !== undefined && { maxLength: field.maxLength }),
  };
  return (
    <p data-field={field.id} class={error ? 'unfit' : undefined}>
      <label for={name}>{title}</label>
      {field.kind === 'longText' ? <textarea rows={3} {...shared} /> : <input type={inputTypes[field.kind] ?? 'text'} {...(field.kind === 'number' && { inputMode: field.whole ? 'numeric' as const : 'decimal' as const })} {...shared} />}
      {around}
    </p>
  );
}

function Options({ field, name, value, change }: Pick<FieldGiven, 'field' | 'name' | 'value' | 'change'>) {
  const several = field.kind === 'choices';
  const chosen = Array.isArray(value) ? value : value ? [value] : [];
  return (
    <>
      {field.options?.map((option) => (
        <label key={option.id}>
          <input type={several ? 'checkbox' : 'radio'} name={name} checked={chosen.includes(option.id)} onChange={({ currentTarget: { checked } }) => {
            if (!several) return change(option.id);
            change(checked ? [...chosen, option.id] : chosen.filter((id) => id !== option.id));
          }} />
          <span dir="auto">{option.label}</span>
        </label>
      ))}
    </>
  );
}

const isBlank = (value: string | string[] | undefined): boolean => value === undefined || value.length === 0 || (typeof value === 'string' && value.trim() === '');

/** What was typed before, so that an error costs nothing. */
function startingWith({ fields, given }: FormMessage): Given {
  return Object.fromEntries(fields.flatMap(({ id }): [string, string | string[]][] => {
    const value = given[id];
    if (Array.isArray(value)) return [[id, value.filter((each) => typeof each === 'string')]];
    return typeof value === 'string' || typeof value === 'number' ? [[id, String(value)]] : [];
  }));
}

function focusOn(box: HTMLFormElement | null, id: string): void {
  box?.querySelector<HTMLElement>(`[data-field="${CSS.escape(id)}"] :is(input, textarea)`)?.focus();
}
