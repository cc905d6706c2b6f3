import type { FieldProps } from '../fieldContext.ts';
import { SpokenField } from './SpokenField.tsx';

/** A text of several lines. */
export function LongTextField(props: FieldProps) {
  return <SpokenField {...props} long />;
}
