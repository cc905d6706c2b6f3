import type { ValueType } from './types.ts';

/** A value type in an author's words: `a number`, `a list of texts`. */
export function describe(type: ValueType): string {
  if (type.kind === 'list') return `a list of ${plural(type.of)}`;
  if (type.kind === 'object') return `an object with ${listed(Object.keys(type.fields)) || 'no fields'}`;
  return `a ${words[type.kind]}`;
}

const words: Record<Exclude<ValueType['kind'], 'list' | 'object'>, string> = {
  text: 'text', number: 'number', boolean: 'yes/no value', date: 'date', time: 'time', datetime: 'date and time', duration: 'duration', file: 'file',
};

function plural(type: ValueType): string {
  if (type.kind === 'list') return `lists of ${plural(type.of)}`;
  if (type.kind === 'object') return `objects with ${listed(Object.keys(type.fields)) || 'no fields'}`;
  return type.kind === 'datetime' ? 'dates with times' : `${words[type.kind]}s`;
}

function listed(names: string[]): string {
  return names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
}
