import { useTranslation } from 'react-i18next';
import { FieldFrame, fieldId, useFieldIssues } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import { TypedBox } from '../TypedBox.tsx';
import { typeName } from '../typeName.ts';
import { useTyped } from '../useTyped.ts';
import { useFieldText } from '../useFieldText.ts';
import styles from '../Field.module.css';

/** An expression: names of variables are completed, what must come out is said beside the label. */
export function ExpressionField(props: FieldProps) {
  const { t } = useTranslation();
  const { owner, readOnly } = useFieldContext();
  const { field, path, bare } = props;
  const { text: kept, write } = useFieldText(props);
  const { text, type, flush, problem } = useTyped(kept, write);
  const { tone } = useFieldIssues(path);
  const id = fieldId(owner, path);
  const { expects } = field.meta;
  return (
    <FieldFrame {...props} problem={problem} right={expects && <span className={styles.count}>{t('field.gives', { type: typeName(expects) })}</span>}>
      <TypedBox id={id} text={text} onType={type} onLeave={flush} expression tone={problem ? 'error' : tone} readOnly={readOnly} describedBy={`${id}-hint`} {...(bare && { label: field.meta.label, placeholder: field.meta.label })} />
    </FieldFrame>
  );
}
