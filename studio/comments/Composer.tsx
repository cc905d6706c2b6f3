import { Button } from '@mantine/core';
import { commentLimits } from '@parley/shared/api/comments';
import type { CommentBody } from '@parley/shared/api/comments';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '../api/comments.ts';
import { sentenceOf } from '../api/ApiFailure.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { takeFocus } from '../ui/takeFocus.ts';
import { callAt, calledBy } from './words.ts';
import styles from './Comments.module.css';

/** What was begun and not sent, by where it goes: closing the panel loses nothing. */
const drafts = new Map<string, string>();
const nearEnd = 200;

/** Where a comment is written: @ calls people, Ctrl Enter sends, Escape stops. What could not be sent stays. */
export function Composer({ place, label, send, onSend, onCancel, initial = '', focus = false }: {
  /** Names what is begun here, so that it is found again. */
  place: string;
  label: string;
  send: string;
  onSend: (body: CommentBody) => Promise<unknown>;
  onCancel?: (() => void) | undefined;
  initial?: string;
  focus?: boolean;
}) {
  const { t } = useTranslation();
  const id = useId();
  const people = useQuery(colleaguesQuery).data?.items ?? [];
  const [text, setText] = useState(() => drafts.get(place) ?? initial);
  const [caret, setCaret] = useState<number>();
  const [at, setAt] = useState(0);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const call = caret === undefined ? undefined : callAt(text, caret);
  const begun = call?.begun.toLocaleLowerCase() ?? '';
  const options = call ? people.filter(({ name }) => name.toLocaleLowerCase().split(/\s+/).some((word, index, words) => words.slice(index).join(' ').startsWith(begun)) && name.toLocaleLowerCase() !== begun).slice(0, 6) : [];
  const chosen = options[Math.min(at, options.length - 1)];
  const left = commentLimits.text - text.trim().length;
  const write = (next: string): void => {
    setText(next);
    if (next && next !== initial) drafts.set(place, next);
    else drafts.delete(place);
  };
  const take = (name: string, area: HTMLTextAreaElement | null): void => {
    if (!call || caret === undefined || !area) return;
    const after = area.value.slice(caret);
    area.focus();
    // Words and caret stand there at once: whoever types on may be faster than the next frame.
    area.setRangeText(`@${name} `, call.from, caret + after.length - after.trimStart().length, 'end');
    write(area.value);
    setCaret(undefined);
  };
  const cancel = (): void => {
    drafts.delete(place);
    onCancel?.();
  };
  const submit = async (): Promise<void> => {
    if (!text.trim() || left < 0 || sending) return;
    setSending(true);
    setFailure(undefined);
    try {
      await onSend({ text, mentions: calledBy(text, people).slice(0, commentLimits.mentions).map((person) => person.id) });
      drafts.delete(place);
      setText('');
    } catch (error) {
      setFailure(sentenceOf(error));
    } finally {
      setSending(false);
    }
  };
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (chosen && step !== 0) {
      event.preventDefault();
      setAt((now) => (Math.min(now, options.length - 1) + step + options.length) % options.length);
    } else if (chosen && (event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      take(chosen.name, event.currentTarget);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (chosen) setCaret(undefined);
      else if (onCancel) cancel();
      else event.currentTarget.blur();
    }
  };
  return (
    <form className={styles.composer} onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <textarea
        ref={focus ? takeFocus : undefined} className={styles.area} aria-label={label} placeholder={label} value={text} dir="auto" rows={text ? 3 : 2} aria-invalid={left < 0 || undefined}
        aria-controls={`${id}-people`} aria-autocomplete="list" aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined} aria-describedby={`${id}-hint`}
        onChange={(event) => { write(event.currentTarget.value); setCaret(event.currentTarget.selectionStart); setAt(0); }} onBlur={() => setCaret(undefined)} onKeyDown={keys}
      />
      <div id={`${id}-people`} role="listbox" aria-label={t('comments.people')} className={styles.people} hidden={options.length === 0}>
        {options.map((person) => (
          // The field keeps the keyboard: the mouse takes before it leaves.
          <button key={person.id} id={`${id}-${person.id}`} type="button" role="option" aria-selected={person === chosen} tabIndex={-1} data-on={person === chosen || undefined} onMouseDown={(event) => { event.preventDefault(); take(person.name, event.currentTarget.closest('form')?.querySelector('textarea') ?? null); }}>
            <Avatar name={person.name} /><span className="cut" dir="auto">{person.name}</span><small>{t(`access.${person.access}`)}</small>
          </button>
        ))}
      </div>
      {failure && <p className={styles.refused} role="alert">{t('comments.notSent', { message: failure })}</p>}
      <div className={styles.foot}>
        <small id={`${id}-hint`} data-bad={left < 0 || undefined}>{left < nearEnd ? t('comments.left', { count: left }) : t('comments.mentionHint')}</small>
        {onCancel && <Button size="xs" variant="subtle" onClick={cancel}>{t('common.cancel')}</Button>}
        <Button type="submit" size="xs" variant="ink" disabled={!text.trim() || left < 0} loading={sending}>{send}</Button>
      </div>
    </form>
  );
}
