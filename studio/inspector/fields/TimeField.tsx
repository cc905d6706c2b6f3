import { TextInput } from '@mantine/core';
import { FieldFrame, fieldId } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';

/** A time of day; empty = none. */
export function TimeField(props: FieldProps) {
  const { path, value } = props;
  const { owner, set, readOnly } = useFieldContext();
  return (
    <FieldFrame {...props}>
      <TextInput id={fieldId(owner, path)} type="time" w={120} readOnly={readOnly} value={typeof value === 'string' ? value : ''} onChange={(event) => set(path, event.currentTarget.value, { typing: true })} />
    </FieldFrame>
  );
}
