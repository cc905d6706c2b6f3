import type { FieldProps } from '../fieldContext.ts';
import { SpokenField } from './SpokenField.tsx';

/** Words people may type, separated by commas. */
export function KeywordsField(props: FieldProps) {
  return <SpokenField {...props} />;
}
