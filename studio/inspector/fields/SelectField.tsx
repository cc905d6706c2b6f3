import { Select } from '@mantine/core';
import { FieldFrame, fieldId } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';

/** One of several named values. */
export function SelectField(props: FieldProps) {
  const { field, path, value } = props;
  const { owner, set, readOnly } = useFieldContext();
  return (
    <FieldFrame {...props}>
      <Select openOnFocus={false} id={fieldId(owner, path)} data={field.meta.options ?? []} value={typeof value === 'string' ? value : null} readOnly={readOnly} onChange={(next) => { if (next !== null) set(path, next); }} {...(props.bare && { 'aria-label': field.meta.label })} />
    </FieldFrame>
  );
}
