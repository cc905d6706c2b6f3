import type { ValueType } from '@parley/shared/expressions/types';

/** How a variable can be compared without writing an expression. */
export const comparisons = ['is', 'isNot', 'less', 'atMost', 'more', 'atLeast', 'contains', 'yes', 'no', 'set', 'notSet'] as const;
export type Comparison = (typeof comparisons)[number];

/** A condition that can be chosen: one variable, a comparison, and a value where the comparison has one. */
export interface PlainCondition {
  variable: string;
  does: Comparison;
  value: string;
}

const signs: Partial<Record<Comparison, string>> = { is: '==', isNot: '!=', less: '<', atMost: '<=', more: '>', atLeast: '>=' };
const clockWords: Partial<Record<Comparison, string>> = { less: 'before', atMost: 'notAfter', more: 'after', atLeast: 'notBefore' };
const name = '[A-Za-z_][A-Za-z0-9_]*';
const quoted = String.raw`"(?:[^"\\]|\\.)*"`;
const number = String.raw`-?\d+(?:\.\d+)?`;

/** The comparisons that make sense for a type. */
export function comparisonsOf(type: ValueType | undefined): readonly Comparison[] {
  const known = ['set', 'notSet'] as const;
  switch (type?.kind) {
    case 'number': case 'date': case 'time': return ['is', 'isNot', 'less', 'atMost', 'more', 'atLeast', ...known];
    case 'boolean': return ['yes', 'no', ...known];
    case 'text': return ['is', 'isNot', 'contains', ...known];
    default: return known;
  }
}

/** The word for a comparison, by its key: a day is not less than another one but before it. */
export function comparisonWord(does: Comparison, type: ValueType | undefined): string {
  return (isOfClock(type) ? clockWords[does] : undefined) ?? does;
}

/** Whether a comparison is made with a value. */
export function needsValue(does: Comparison): boolean {
  return does === 'contains' || Object.hasOwn(signs, does);
}

/** Writes a condition as an expression; '' while it is not whole. */
export function writeCondition({ variable, does, value }: PlainCondition, type: ValueType | undefined): string {
  if (variable === '') return '';
  if (does === 'yes') return variable;
  if (does === 'no') return `!${variable}`;
  if (does === 'set') return `isSet(${variable})`;
  if (does === 'notSet') return `!isSet(${variable})`;
  if (type?.kind === 'number') {
    const amount = value.trim().replace(',', '.');
    return new RegExp(`^${number}$`).test(amount) ? `${variable} ${signs[does]} ${amount}` : '';
  }
  // Half chosen is no condition: whoever means an empty text chooses "is not known", or writes it.
  if (value === '') return '';
  const text = isOfClock(type) ? `${type.kind}(${JSON.stringify(value)})` : JSON.stringify(value);
  return does === 'contains' ? `${variable}.contains(${text})` : `${variable} ${signs[does]} ${text}`;
}

/** Reads an expression that is such a condition; undefined when it says more than can be chosen. */
export function readCondition(cel: string, typeOf: (variable: string) => ValueType | undefined): PlainCondition | undefined {
  const text = cel.trim();
  const read = (pattern: string): RegExpExecArray | null => new RegExp(`^${pattern}$`, 's').exec(text);
  const compared = read(`(${name})\\s*(==|!=|<=|>=|<|>)\\s*(${number}|${quoted}|(?:date|time)\\(${quoted}\\))`);
  const within = read(`(${name})\\.contains\\((${quoted})\\)`);
  const set = read(`(!?)isSet\\((${name})\\)`);
  const plain = read(`(!?)(${name})`);
  const found: PlainCondition | undefined = compared
    ? { variable: compared[1] ?? '', does: comparisons.find((does) => signs[does] === compared[2]) ?? 'is', value: valueOf(compared[3]) }
    : within ? { variable: within[1] ?? '', does: 'contains', value: valueOf(within[2]) }
      : set ? { variable: set[2] ?? '', does: set[1] ? 'notSet' : 'set', value: '' }
        : plain ? { variable: plain[2] ?? '', does: plain[1] ? 'no' : 'yes', value: '' } : undefined;
  // What would be written back as something else is left as it was typed.
  return found && comparisonsOf(typeOf(found.variable)).includes(found.does) && sameText(writeCondition(found, typeOf(found.variable)), text) ? found : undefined;
}

function isOfClock(type: ValueType | undefined): type is { kind: 'date' | 'time' } {
  return type?.kind === 'date' || type?.kind === 'time';
}

function valueOf(written = ''): string {
  const literal = written.replace(/^(?:date|time)\((.*)\)$/s, '$1');
  if (!literal.startsWith('"')) return literal;
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.slice(1, -1);
  }
}

function sameText(one: string, other: string): boolean {
  const bare = (text: string): string => text.replace(/\s+/g, '');
  return bare(one) === bare(other);
}
