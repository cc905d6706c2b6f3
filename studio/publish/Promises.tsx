import type { Proof } from '@parley/shared/api/releases';
import { proofRows, publishingRow } from '@parley/shared/issues/promises.data';
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './Promises.module.css';

const rows = [...proofRows, { ...publishingRow, counts: undefined }];

/** A row for each promise (words `publish.check.<name>`): whether it holds, and over how much it was held. `channels` = their names, for the row about texts. */
export function Promises({ issues, facts, channels }: Pick<Proof, 'issues' | 'facts'> & { channels: string }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.rows}>
      {rows.map(({ name, checks, counts }) => {
        const found = issues.filter(({ check, severity }) => severity !== 'info' && checks.some((own) => own === check));
        const errors = found.filter(({ severity }) => severity === 'error').length;
        // A release from before something was counted has no such fact.
        const count = counts === undefined ? 0 : facts[counts] ?? 0;
        // A promise about nothing tells nothing.
        if (count === 0 && found.length === 0) return null;
        return (
          <li key={name} data-state={errors > 0 ? 'error' : found.length > 0 ? 'warning' : 'ok'}>
            {errors > 0 ? <IconAlertOctagon size={16} stroke={1.75} aria-hidden="true" /> : found.length > 0 ? <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" /> : <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />}
            <span>{t(`publish.check.${name}`, { channels: channels || t('publish.everyChannel') })}</span>
            <small>{errors > 0 ? t('issues.errors', { count: errors }) : found.length > 0 ? t('issues.warnings', { count: found.length }) : counts !== undefined && typeof count === 'number' && t(`publish.count.${counts}`, { count })}</small>
          </li>
        );
      })}
    </ul>
  );
}
