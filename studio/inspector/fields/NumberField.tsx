import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { FieldFrame, fieldId } from '../FieldFrame.tsx';
import { useFieldContext } from '../fieldContext.ts';
import type { FieldProps } from '../fieldContext.ts';

/** A number within its bounds; where it may be left out, an empty field leaves it out. */
export function NumberField(props: FieldProps) {
  const { field, path, value } = props;
  const { owner, set, readOnly } = useFieldContext();
  const [problem, setProblem] = useState<string>();
  const write = (next: string | number): void => {
    if (next === '-' || next === '.') return;
    const wanted = next === '' ? field.initial : Number(next);
    const changed = set(path, wanted, { typing: true });
    setProblem(changed.ok ? undefined : changed.problems[0]?.message);
  };
  return (
    <FieldFrame {...props} problem={problem}>
      <NumberInput id={fieldId(owner, path)} size="md" hideControls w={120} readOnly={readOnly} value={typeof value === 'number' ? value : ''} onChange={write} clampBehavior="none" error={problem !== undefined} {...(field.min !== undefined && { min: field.min })} {...(field.max !== undefined && { max: field.max })} {...(field.initial === undefined ? {} : { placeholder: String(field.initial) })} />
    </FieldFrame>
  );
}
