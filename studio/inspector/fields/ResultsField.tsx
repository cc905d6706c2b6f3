import { FieldFrame } from '../FieldFrame.tsx';
import type { FieldProps } from '../fieldContext.ts';
import { calledVariables, useCalledFlow } from '../useCalledFlow.ts';
import { FieldView } from '../FieldView.tsx';
import { useTranslation } from 'react-i18next';
import styles from '../Field.module.css';

/** Where a called flow's results are kept: one variable per result. */
export function ResultsField(props: FieldProps) {
  const { t } = useTranslation();
  const { field, path, value } = props;
  const called = useCalledFlow();
  const inner = field.fields.find(({ name }) => name === 'variable');
  const given = calledVariables(called, 'out');
  if (!called || !inner) return null;
  const data = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return (
    <FieldFrame {...props}>
      {given.length === 0 && <p className={styles.hint}>{t('subflow.givesNothing')}</p>}
      <div className={styles.stack}>
        {given.map(([id, { name, type }]) => {
          const entry = data[id];
          const kept = typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? entry['variable'] : undefined;
          return <FieldView key={id} field={{ ...inner, meta: { ...inner.meta, label: name, holds: { type } } }} path={[...path, id, 'variable']} value={kept ?? ''} />;
        })}
      </div>
    </FieldFrame>
  );
}
