import { IconAlertOctagon } from '@tabler/icons-react';
import styles from './EntryPage.module.css';

/** Why somebody was not let in, in one sentence. */
export function Refusal({ text }: { text: string | undefined }) {
  if (!text) return null;
  return <p className={styles.refusal} role="alert"><IconAlertOctagon size={16} stroke={1.75} aria-hidden="true" />{text}</p>;
}
