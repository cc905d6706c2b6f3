import type { Json } from '../lib/json.ts';
import type { Facts, ValueType } from './types.ts';
import { assertNever } from '../lib/assertNever.ts';
import { readDate, readDatetime, readDuration, readTime } from './calendar.ts';
import { isObject, own } from './fits.ts';
import { formatMoment } from './formatMoment.ts';
import { formatNumber } from './formatNumber.ts';
import { languageFacts } from './languages.data.ts';
import type { LanguageFacts } from './languages.data.ts';
import { toLocal } from './zone.ts';

/** How a value reads in the contact's language and zone: `Friday, 21 November 2026`, `3:30 pm`, `oui`, `2 heures`. Total: what is not of its type is shown as it is. */
export function showValue(value: Json, type: ValueType, facts: Facts): string {
  return show(value, type, facts, languageFacts(facts.language));
}

function show(value: Json, type: ValueType, facts: Facts, language: LanguageFacts): string {
  switch (type.kind) {
    case 'text': return plain(value);
    case 'number': return typeof value === 'number' ? formatNumber(value, language) : plain(value);
    case 'boolean': return typeof value === 'boolean' ? (value ? language.yes : language.no) : plain(value);
    case 'date': return formatted(value, readDate, (days) => formatMoment(language.patterns.long, { days, minutes: 0 }, language));
    case 'time': return formatted(value, readTime, (minutes) => formatMoment(language.patterns.time, { days: 0, minutes }, language));
    case 'datetime': return formatted(value, readDatetime, (moment) => formatMoment(`${language.patterns.long}, ${language.patterns.time}`, toLocal(facts, moment), language));
    case 'duration': return formatted(value, readDuration, (seconds) => showDuration(seconds, language));
    case 'file': return isObject(value) ? plain(own(value, 'name') ?? '') : plain(value);
    case 'list': return Array.isArray(value) ? enumerate(value.map((item) => show(item, type.of, facts, language)), language) : plain(value);
    case 'object': return isObject(value) ? fields(value, type.fields, facts, language) : plain(value);
    default: return assertNever(type);
  }
}

function formatted(value: Json, read: (text: string) => number | undefined, write: (read: number) => string): string {
  const found = typeof value === 'string' ? read(value) : undefined;
  return found === undefined ? plain(value) : write(found);
}

function plain(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function fields(value: { [key: string]: Json }, types: Record<string, ValueType>, facts: Facts, language: LanguageFacts): string {
  return Object.entries(types).map(([name, type]) => `${name}: ${show(own(value, name) ?? '', type, facts, language)}`).join(', ');
}

/** `a, b and c` in a language. */
export function enumerate(items: string[], language: LanguageFacts): string {
  if (items.length < 2) return items.join('');
  const joint = language.and === ',' ? ', ' : ` ${language.and} `;
  return `${items.slice(0, -1).join(', ')}${joint}${items.at(-1) ?? ''}`;
}

/** `2 hours 30 minutes` in a language. */
export function showDuration(seconds: number, language: LanguageFacts): string {
  const size = Math.abs(seconds);
  const units: [number, [string, string]][] = [
    [Math.floor(size / 86_400), language.day], [Math.floor(size / 3_600) % 24, language.hour],
    [Math.floor(size / 60) % 60, language.minute], [size % 60, language.second],
  ];
  const said = units.filter(([count]) => count > 0).map(([count, [one, many]]) => `${count} ${count === 1 ? one : many}`);
  return `${seconds < 0 ? '-' : ''}${said.join(' ') || `0 ${language.minute[1]}`}`;
}
