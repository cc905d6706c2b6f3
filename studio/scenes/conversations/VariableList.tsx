import type { VariableValue } from '@parley/shared/api/sessions';
import { useTranslation } from 'react-i18next';
import styles from './TurnPanel.module.css';

/** Variables as they stand: name, value or "not set"; personal ones hidden for whoever may not see them. */
export function VariableList({ variables }: { variables: VariableValue[] }) {
  const { t } = useTranslation();
  if (variables.length === 0) return <p className={styles.none}>{t('conversations.noVariables')}</p>;
  return (
    <dl className={styles.values}>
      {variables.map(({ name, type, value, set, hidden }) => (
        <div key={name}>
          <dt><code>{name}</code><small>{type}</small></dt>
          <dd data-quiet={!set || hidden || undefined} dir="auto">{hidden ? t('conversations.hidden') : set ? (typeof value === 'string' ? value : JSON.stringify(value)) : t('conversations.notSet')}</dd>
        </div>
      ))}
    </dl>
  );
}
