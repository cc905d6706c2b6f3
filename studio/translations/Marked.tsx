import { piecesOf } from '@parley/shared/expressions/holes';
import { useMemo } from 'react';
import styles from './Texts.module.css';

/** A text with its `{{ holes }}` as chips, as the canvas shows variables. */
export function Marked({ text, template }: { text: string; template: boolean }) {
  const pieces = useMemo(() => (template && text.includes('{{') ? piecesOf(text) : [{ text, hole: false }]), [text, template]);
  // A hole reads in its own direction whatever stands around it.
  return <>{pieces.map((piece, at) => (piece.hole ? <bdi key={`${at}${piece.text}`} className={styles.hole}>{piece.text.replace(/^\{\{\s*|\s*\}\}$/g, '')}</bdi> : piece.text))}</>;
}
