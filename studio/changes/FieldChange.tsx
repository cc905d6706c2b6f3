import { useTranslation } from 'react-i18next';
import { diffWords, likeness } from './diffWords.ts';
import type { Piece } from './diffWords.ts';
import type { ReadField } from './readFields.ts';
import styles from './FieldChange.module.css';

/** From so many letters on a text is long: what changed inside it is marked. */
const long = 24;

/** What stood and what stands in a field: old struck through, new beside it, and in long texts the words that changed. `most` cuts what is longer. */
export function FieldChange({ field: { label, before, after }, most = Number.POSITIVE_INFINITY }: { field: ReadField; most?: number }) {
  const { t } = useTranslation();
  const pieces = before !== undefined && after !== undefined && before.length > long && after.length > long ? diffWords(before, after) : undefined;
  const marked = pieces && likeness(pieces) > 0.3 ? pieces : undefined;
  const cut = (text: string): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
  return (
    <span className={styles.field}>
      {label && <span className={styles.label}>{label}</span>}
      {before !== undefined && before !== '' && <del dir="auto" data-marked={Boolean(marked) || undefined}>{marked && before.length <= most ? <Marked pieces={marked} side="before" /> : cut(before)}</del>}
      {after !== undefined && <ins dir="auto" data-marked={Boolean(marked) || undefined}>{after === '' ? t('conversations.empty_') : marked && after.length <= most ? <Marked pieces={marked} side="after" /> : cut(after)}</ins>}
      {after === undefined && before === '' && <del>{t('conversations.empty_')}</del>}
    </span>
  );
}

function Marked({ pieces, side }: { pieces: readonly Piece[]; side: 'before' | 'after' }) {
  return pieces.filter(({ on }) => on === 'both' || on === side).map(({ text, on }, at) => (on === 'both' ? text : <mark key={at}>{text}</mark>));
}
