import { FieldFrame } from '../FieldFrame.tsx';
import type { FieldProps } from '../fieldContext.ts';
import { calledVariables, useCalledFlow } from '../useCalledFlow.ts';
import { FieldView } from '../FieldView.tsx';
import { useTranslation } from 'react-i18next';
import styles from '../Field.module.css';

/** What a called flow is given: one expression per variable it wants. */
export function ArgumentsField(props: FieldProps) {
  const { t } = useTranslation();
  const { field, path, value } = props;
  const called = useCalledFlow();
  const inner = field.fields.find(({ name }) => name === 'value');
  const wanted = calledVariables(called, 'in');
  if (!called || !inner) return null;
  const data = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return (
    <FieldFrame {...props}>
      {wanted.length === 0 && <p className={styles.hint}>{t('subflow.wantsNothing')}</p>}
      <div className={styles.stack}>
        {wanted.map(([id, { name, type }]) => {
          const entry = data[id];
          const kept = typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? entry['value'] : undefined;
          return <FieldView key={id} field={{ ...inner, meta: { ...inner.meta, label: name, expects: type } }} path={[...path, id, 'value']} value={kept ?? ''} />;
        })}
      </div>
    </FieldFrame>
  );
}
