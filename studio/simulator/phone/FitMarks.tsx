import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FitNote } from './fitNotes.ts';
import styles from './Phone.module.css';

const icons = { info: IconInfoCircle, warn: IconAlertTriangle, bad: IconAlertOctagon };

/** What the channel does to the message above, in the studio's words. */
export function FitMarks({ notes }: { notes: readonly FitNote[] }) {
  const { t } = useTranslation();
  if (notes.length === 0) return null;
  return (
    <ul className={styles.marks} dir={document.documentElement.dir || 'ltr'}>
      {notes.map(({ tone, says, with: values, field }, at) => {
        const Glyph = icons[tone];
        return <li key={at} data-tone={tone}><Glyph size={12} stroke={2} aria-hidden="true" /><span>{t(`sim.limits.${says}`, { ...values, ...(field && { field: t(`sim.limits.field.${field}`) }) })}</span></li>;
      })}
    </ul>
  );
}
