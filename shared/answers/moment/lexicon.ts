import { fold } from '../fold.ts';

/** What a word or phrase of a language means where dates and times are said. */
export type Meaning =
  | { as: 'weekday' | 'month' | 'number' | 'ordinal' | 'day'; n: number }
  | { as: 'half'; before: boolean }
  | { as: 'shift'; minutes: number }
  | { as: 'clock'; minutes: number }
  | { as: 'part'; from: number; to: number }
  | { as: 'days'; n: number }
  | { as: 'minutesUnit'; n: number }
  | { as: 'next' | 'this' | 'last' | 'in' | 'later' | 'ago' | 'quarter' | 'past' | 'less' | 'to' | 'at' | 'the' | 'hour' | 'suffix' | 'link' | 'stop' | 'or' | 'dayWord' };

/** The words of one language. A string holds words separated by spaces; `_` joins the words of a phrase. */
export interface Words {
  /** Monday first. */
  weekdays: string[];
  months: string[];
  /** From 0. */
  numbers: string[];
  /** From 1. */
  ordinals: string[];
  /** By days from today. */
  days: Record<string, string>;
  /** Parts of the day by the hours they cover, `from-to`. */
  parts: Record<string, string>;
  noon: string;
  midnight: string;
  next: string;
  this: string;
  last: string;
  in: string;
  later: string;
  ago: string;
  dayUnit: string;
  weekUnit: string;
  /** "hours" in "in two hours" and o'clock; `minuteUnit` likewise. */
  hour: string;
  minuteUnit: string;
  /** "half" said before the hour ("half past three") and after it ("et demie"). */
  halfBefore: string;
  halfAfter: string;
  quarter: string;
  past: string;
  to: string;
  /** "moins": takes away from the hour said before. */
  less: string;
  /** By minutes added to the hour that follows: साढ़े 30, सवा 15, पौने -15. */
  shifts: Record<string, string>;
  /** Words that are a time themselves, by minutes: डेढ़ 90. */
  clocks: Record<string, string>;
  at: string;
  the: string;
  suffix: string;
  /** Words that may stand inside a date: of, de, को. */
  link: string;
  /** "tarikh": the number beside it is a day. */
  dayWord: string;
  /** After these nothing is taken for granted: not, before, between, how many. */
  stop: string;
  or: string;
}

/** A language's words by folded phrase. */
export interface Lexicon {
  meanings: ReadonlyMap<string, Meaning>;
  /** The most words one phrase has. */
  longest: number;
  /** Words long enough to be found although misspelt: weekdays, months, tomorrow. */
  correctable: readonly string[];
}

/** Indexes the words of a language; what an earlier one of `all` says goes before a later one. */
export function makeLexicon(...all: Words[]): Lexicon {
  const meanings = new Map<string, Meaning>();
  for (const words of all) addWords(meanings, words);
  const longest = Math.max(...[...meanings.keys()].map((phrase) => phrase.split(' ').length));
  const correctable = [...meanings].filter(([phrase, { as }]) => phrase.length >= 6 && !phrase.includes(' ') && (as === 'weekday' || as === 'month' || as === 'day')).map(([phrase]) => phrase);
  return { meanings, longest, correctable };
}

function addWords(meanings: Map<string, Meaning>, words: Words): void {
  const add = (written: string, meaning: Meaning): void => {
    for (const phrase of written.split(' ')) {
      const key = fold(phrase.replaceAll('_', ' '));
      if (key !== '' && !meanings.has(key)) meanings.set(key, meaning);
    }
  };
  words.weekdays.forEach((written, at) => add(written, { as: 'weekday', n: at + 1 }));
  words.months.forEach((written, at) => add(written, { as: 'month', n: at + 1 }));
  for (const [n, written] of Object.entries(words.days)) add(written, { as: 'day', n: Number(n) });
  for (const [minutes, written] of Object.entries(words.shifts)) add(written, { as: 'shift', minutes: Number(minutes) });
  for (const [minutes, written] of Object.entries(words.clocks)) add(written, { as: 'clock', minutes: Number(minutes) });
  for (const [hours, written] of Object.entries(words.parts)) {
    const [from = 0, to = 24] = hours.split('-').map(Number);
    add(written, { as: 'part', from: from * 60, to: to * 60 });
  }
  add(words.noon, { as: 'clock', minutes: 720 });
  add(words.midnight, { as: 'clock', minutes: 0 });
  words.numbers.forEach((written, n) => add(written, { as: 'number', n }));
  words.ordinals.forEach((written, at) => add(written, { as: 'ordinal', n: at + 1 }));
  add(words.dayUnit, { as: 'days', n: 1 });
  add(words.weekUnit, { as: 'days', n: 7 });
  add(words.hour, { as: 'hour' });
  add(words.minuteUnit, { as: 'minutesUnit', n: 1 });
  add(words.halfBefore, { as: 'half', before: true });
  add(words.halfAfter, { as: 'half', before: false });
  for (const as of ['next', 'this', 'last', 'in', 'later', 'ago', 'quarter', 'past', 'less', 'to', 'at', 'the', 'suffix', 'link', 'stop', 'or', 'dayWord'] as const) add(words[as], { as });
}
