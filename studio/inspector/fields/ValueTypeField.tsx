import { valueTypeSchema } from '@parley/shared/flow/document';
import { FieldFrame, fieldId } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import { TypePicker } from '../TypePicker.tsx';

/** The type of a value. */
export function ValueTypeField(props: FieldProps) {
  const { path, value } = props;
  const { owner, set, readOnly } = useFieldContext();
  const parsed = valueTypeSchema.safeParse(value);
  return (
    <FieldFrame {...props}>
      <TypePicker id={fieldId(owner, path)} label={props.field.meta.label} type={parsed.success ? parsed.data : { kind: 'text' }} readOnly={readOnly} onChange={(type) => set(path, JSON.parse(JSON.stringify(type)))} />
    </FieldFrame>
  );
}
