import type { Problem } from '@parley/shared/flow/problems';
import { useTranslation } from 'react-i18next';
import styles from './Imports.module.css';

const shown = 5;

/** What is wrong with a file, place by place. */
export function Refused({ name, problems }: { name: string; problems: readonly Problem[] }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles.refused}>
      <b>{t('exchange.refused', { name })}</b>
      <ul>
        {problems.slice(0, shown).map(({ path, message }) => <li key={`${path} ${message}`}>{path && <code>{path}</code>} {message}</li>)}
        {problems.length > shown && <li>{t('exchange.moreProblems', { count: problems.length - shown })}</li>}
      </ul>
    </div>
  );
}
