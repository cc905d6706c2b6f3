import { FieldFrame } from '../FieldFrame.tsx';
import type { FieldProps } from '../fieldContext.ts';
import { FieldList } from '../FieldView.tsx';
import styles from '../Field.module.css';

/** Fields that belong together. */
export function GroupField(props: FieldProps) {
  const { field, path, value } = props;
  const data = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return (
    <FieldFrame {...props}>
      <div className={styles.group} role="group" aria-label={field.meta.label}><FieldList fields={field.fields} path={path} data={data} /></div>
    </FieldFrame>
  );
}
