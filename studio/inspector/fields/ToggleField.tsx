import { Switch } from '@mantine/core';
import { FieldFrame, fieldId } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import styles from '../Field.module.css';

/** A switch with its label at the left. */
export function ToggleField(props: FieldProps) {
  const { field, path, value } = props;
  const { owner, set, readOnly } = useFieldContext();
  const id = fieldId(owner, path);
  return (
    <FieldFrame {...props} bare>
      <div className={styles.row}>
        <label htmlFor={id}>{field.meta.label}</label>
        <Switch id={id} checked={value === true} disabled={readOnly} onChange={(event) => set(path, event.currentTarget.checked)} aria-describedby={`${id}-help`} />
      </div>
      {field.meta.help && <p id={`${id}-help`} className={styles.hint} style={{ marginTop: -4 }}>{field.meta.help}</p>}
    </FieldFrame>
  );
}
