import type { ValueType } from '@parley/shared/expressions/types';
import i18next from 'i18next';

/** A type in words: "text", "list of numbers". */
export function typeName(type: ValueType): string {
  if (type.kind === 'list') return i18next.t('type.listOf', { of: typeName(type.of) });
  return i18next.t(`type.${type.kind}`);
}
