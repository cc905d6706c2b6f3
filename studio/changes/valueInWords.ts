import type { ValueType } from '@parley/shared/expressions/types';
import i18next from 'i18next';

/** A value in words: texts as they are, yes and no, an entry by its name, a type as authors call it, everything else as JSON. */
export function valueInWords(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return i18next.t(value ? 'variable.true' : 'variable.false');
  if (value === null) return i18next.t('changes.nothing');
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ');
  if (isValueType(value)) return value.kind === 'list' ? i18next.t('changes.listOf', { of: valueInWords(value.of) }) : value.kind;
  return nameIn(value) ?? JSON.stringify(value) ?? '';
}

/** What an entry of a list is called: its own label, name or text. */
export function nameIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key of ['label', 'name', 'variable', 'text', 'keywords']) {
    const own: unknown = Reflect.get(value, key);
    if (typeof own === 'string' && own) return own;
  }
  return undefined;
}

function isValueType(value: unknown): value is ValueType {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string' && Object.keys(value).every((key) => key === 'kind' || key === 'of');
}
