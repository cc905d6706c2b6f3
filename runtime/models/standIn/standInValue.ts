import { fits } from '@parley/shared/expressions/fits';
import type { ValueType } from '@parley/shared/expressions/types';
import { zeroOf } from '@parley/shared/expressions/zeroOf';
import { fold } from '@parley/shared/answers/fold';
import { assertNever } from '@parley/shared/lib/assertNever';
import type { Json } from '@parley/shared/lib/json';
import { givenIn, shown } from './standInText.ts';
import type { StandInInput } from './standInText.ts';

/** A value of a type made of what was given: one of that name, else what the texts hold of that kind, else the type's zero. */
export function standInValue(name: string, type: ValueType, input: StandInInput): Json {
  const { said, values } = givenIn(input);
  const named = values.find(([given, value]) => fold(given) === fold(name) && fits(type, value));
  if (named) return named[1];
  return found(name, type, [said, ...values.map(([, value]) => shown(value))].filter(Boolean), input);
}

function found(name: string, type: ValueType, texts: readonly string[], input: StandInInput): Json {
  const all = texts.join(' ');
  switch (type.kind) {
    case 'text': return texts[0]?.slice(0, 400) ?? '';
    case 'number': return Number(/-?\d+(?:\.\d+)?/.exec(all)?.[0] ?? 0);
    case 'boolean': return /\b(?:yes|true|oui|haan)\b|हाँ/iu.test(all);
    case 'date': return matching(type, all, /\d{4}-\d{2}-\d{2}/g);
    case 'time': return matching(type, all, /\b\d{2}:\d{2}\b/g);
    case 'datetime': return matching(type, all, /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g);
    case 'duration': return matching(type, all, /\bP(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?\b/g);
    case 'file': return zeroOf(type);
    case 'list': return texts.length === 0 ? [] : texts.slice(0, 5).map((text) => found(name, type.of, [text], input));
    case 'object': return Object.fromEntries(Object.entries(type.fields).map(([field, inner]) => [field, standInValue(field, inner, input)]));
    default: return assertNever(type);
  }
}

/** The first piece of a text that is a value of this type. */
function matching(type: ValueType, text: string, pattern: RegExp): Json {
  return text.match(pattern)?.find((piece) => fits(type, piece)) ?? zeroOf(type);
}
