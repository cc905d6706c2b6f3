import { lettersOf, overrunsOf } from '@parley/shared/translations/lengths';
import type { TextRow } from '@parley/shared/translations/textRows';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOfLanguage } from '../ui/nameOfLanguage.ts';
import { directionOf } from '../simulator/phone/direction.ts';
import styles from './Texts.module.css';

/** How an editor is left: with its text or, by Escape, without; and where the keyboard goes next. */
export type EditorEnd = (text: string | undefined, go: 'stay' | 'down' | 'next' | 'before' | 'left') => void;

/** Types one translation in its cell; the text is written once, when the cell is left. */
export function CellEditor({ row, language, text: atFirst, onDone }: { row: TextRow; language: string; text: string; onDone: EditorEnd }) {
  const { t } = useTranslation();
  const [text, setText] = useState(atFirst);
  const box = useRef<HTMLTextAreaElement>(null);
  const left = useRef(false);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.setSelectionRange(atFirst.length, atFirst.length);
  }, [atFirst]);
  const leave: EditorEnd = (written, go) => {
    if (left.current) return;
    left.current = true;
    onDone(written, go);
  };
  const keys = (event: KeyboardEvent): void => {
    event.stopPropagation();
    // A word that is still put together by an input method is not finished by its Enter.
    if (event.nativeEvent.isComposing) return;
    const go = event.key === 'Escape' ? 'stay' : event.key === 'Enter' && !event.shiftKey ? 'down' : event.key === 'Tab' ? (event.shiftKey ? 'before' : 'next') : undefined;
    if ((event.ctrlKey || event.metaKey) && event.key === 's') event.preventDefault();
    if (!go) return;
    event.preventDefault();
    leave(event.key === 'Escape' ? undefined : text, go);
  };
  const letters = lettersOf(text, row.template);
  const strictest = row.limits.toSorted((a, b) => a.most - b.most)[0];
  const over = overrunsOf(letters, row.limits).length > 0;
  return (
    <>
      <textarea ref={box} className={styles.editor} rows={1} value={text} lang={language} dir={text === '' ? directionOf(language) : 'auto'} aria-label={`${row.label}, ${nameOfLanguage(language)}`} aria-invalid={over || undefined} maxLength={4_096} onChange={(event) => setText(event.currentTarget.value)} onKeyDown={keys} onBlur={() => leave(text, 'left')} />
      {strictest && (over || letters > strictest.most * 0.8) && <span className={styles.counter} data-over={over || undefined} role={over ? 'status' : undefined}>{t('texts.limit', { channel: strictest.channel, length: letters, most: strictest.most })}</span>}
    </>
  );
}
