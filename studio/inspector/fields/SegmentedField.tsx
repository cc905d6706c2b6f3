import { FieldFrame } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';
import { Segments } from '../../ui/Segments.tsx';

/** One of a few named values, all in sight. */
export function SegmentedField(props: FieldProps) {
  const { field, path, value } = props;
  const { set, readOnly } = useFieldContext();
  return (
    <FieldFrame {...props}>
      <Segments wide label={field.meta.label} value={typeof value === 'string' ? value : ''} options={field.meta.options ?? []} disabled={readOnly} onChange={(next) => set(path, next)} />
    </FieldFrame>
  );
}
