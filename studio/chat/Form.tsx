import { useEffect, useRef, useState } from 'preact/hooks';
import type { Incoming, Media } from '@parley/shared/messages/incoming';
import { askedFields, type FormField } from '@parley/shared/messages/form';
import type { Outgoing } from '@parley/shared/messages/outgoing';
import { acceptOf, problemOf } from './useFiles.ts';
import type { Chat } from './useChat.ts';
import { UploadFailure } from './uploadFile.ts';
import type { Words } from './words.ts';

type FormMessage = Extract<Outgoing, { type: 'form' }>;
type Value = string | string[] | Media;
type Given = Record<string, Value>;

const inputTypes: Partial<Record<FormField<string>['kind'], string>> = { date: 'date', time: 'time', email: 'email', phone: 'tel' };

/** A form to fill in once: labels, errors at their fields, and only the fields that what was typed asks for. */
export function Form({ message, say, upload, words }: { message: FormMessage; say(answer: Incoming): void; upload: Chat['upload']; words: Words }) {
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
        <Field key={field.id} field={field} name={`form-${message.wait}-${field.id}`} value={given[field.id]} error={errorOf(field)} words={words} upload={upload} change={(value) => {
          // An upload ends later than the fields beside it were typed in.
          setGiven((now) => (value === undefined ? without(now, field.id) : { ...now, [field.id]: value }));
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
  value: Value | undefined;
  error: string | undefined;
  words: Words;
  upload: Chat['upload'];
  change(value: Value | undefined): void;
}

function Field({ field, name, value, error, words, upload, change }: FieldGiven) {
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
  if (field.kind === 'file') {
    return (
      <p data-field={field.id} class={error ? 'file unfit' : 'file'}>
        <label for={name}>{title}</label>
        <FileInput field={field} name={name} described={described} error={error} words={words} upload={upload} change={change} />
        {around}
      </p>
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

/** Chooses a file and sends it at once, so that it is there when the form is. */
function FileInput({ field, name, described, error, words, upload, change }: Omit<FieldGiven, 'value'> & { described: string | undefined }) {
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const runningRef = useRef<AbortController | undefined>(undefined);
  const accept = acceptOf(field.files ?? []);
  useEffect(() => () => runningRef.current?.abort(), []);
  const take = (file: File | undefined) => {
    runningRef.current?.abort();
    change(undefined);
    setProblem(file && problemOf(file, words));
    if (!file || problemOf(file, words)) return;
    const controller = new AbortController();
    runningRef.current = controller;
    setShare(0);
    upload(file, { onProgress: setShare, signal: controller.signal }).then(({ media }) => {
      setShare(undefined);
      change(media);
    }, (failure: unknown) => {
      if (controller.signal.aborted) return;
      setShare(undefined);
      setProblem(problemOf(file, words, failure instanceof UploadFailure ? failure.status : 0));
    });
  };
  return (
    <>
      <input id={name} type="file" {...(accept !== undefined && { accept })} aria-required={field.required} aria-invalid={error !== undefined || problem !== undefined} aria-describedby={described} onChange={({ currentTarget: { files } }) => take(files?.[0])} />
      {share !== undefined && <progress value={share} aria-label={words.uploading} />}
      {problem && <em role="alert" dir="auto">{problem}</em>}
    </>
  );
}

function Options({ field, name, value, change }: Pick<FieldGiven, 'field' | 'name' | 'value' | 'change'>) {
  const several = field.kind === 'choices';
  const chosen = Array.isArray(value) ? value : typeof value === 'string' && value ? [value] : [];
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

const isBlank = (value: Value | undefined): boolean => value === undefined || (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0);

function without(given: Given, gone: string): Given {
  return Object.fromEntries(Object.entries(given).filter(([id]) => id !== gone));
}

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
