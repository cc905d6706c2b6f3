import { Button } from '@mantine/core';
import { IconAlertOctagon, IconCheck, IconEye, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Judged } from './judge.ts';
import styles from '../Code.module.css';

/** Where a typed text stands: as drawn, ready to be applied, or what is in its way; and who else was there meanwhile. */
export function JsonBar({ judged, draft, why, others, pressed, onApply, onDiscard }: {
  judged: Judged;
  draft: boolean;
  /** Why nothing can be typed. */
  why: 'look' | 'long' | undefined;
  /** Paths others changed since the text was begun. */
  others: readonly string[][];
  /** How often applying was tried: a refusal is then told anew. */
  pressed: number;
  onApply: () => void;
  onDiscard: () => void;
}) {
  const { t } = useTranslation();
  const wrong = !judged.ok && draft;
  const [Icon, words] = why ? [IconEye, t(`json.${why}`)] as const : wrong ? [IconAlertOctagon, judged.sentence] as const : draft ? [IconPencil, t('json.changed')] as const : [IconCheck, t('json.asDrawn')] as const;
  return (
    <footer className={styles.foot}>
      <div className={styles.said}>
        <p role="status" key={wrong ? pressed : 'fine'} data-wrong={wrong || undefined}><Icon size={14} stroke={1.75} aria-hidden="true" /><span dir="auto">{words}</span></p>
        {others.length > 0 && <p className={styles.others}>{t('json.others', { where: others.slice(0, 4).map((path) => path.join('.')).join(', ') || t('issues.flow'), count: others.length > 4 ? 2 : 1 })}</p>}
      </div>
      {draft && !why && (
        <>
          <Button size="sm" variant="subtle" onClick={onDiscard}>{t('json.discard')}</Button>
          <Button size="sm" variant="ink" disabled={!judged.ok} title={t('json.applyKeys')} onClick={onApply}>{t('json.apply')}</Button>
        </>
      )}
    </footer>
  );
}
