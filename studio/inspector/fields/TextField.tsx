import type { FieldProps } from '../fieldContext.ts';
import { SpokenField } from './SpokenField.tsx';

/** A short text. */
export function TextField(props: FieldProps) {
  return <SpokenField {...props} />;
}
