import type { Token } from './tokens.ts';

/** A time read from some pieces; `open` when morning or afternoon was left open. */
export interface Clock {
  /** Minutes since midnight, as written. */
  minutes: number;
  open: boolean;
  used: number;
  part?: { from: number; to: number };
  /** Set by “in two hours”: the day it falls on. */
  days?: number;
}

/** What a time is read against. */
export interface ClockOptions {
  asked: 'date' | 'time' | 'when';
  /** A day was named just before, so a bare number can only be the hour. */
  afterDay: boolean;
  /** Local minutes since 1970-01-01 of the event. */
  now: number;
}

/** Reads the time that begins at a piece; undefined when none does. */
export function readClock(tokens: Token[], at: number, options: ClockOptions): Clock | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const place = token.as === 'at' ? at + 1 : at;
  const read = relative(tokens, place, options) ?? spoken(tokens, place) ?? figures(tokens, place) ?? hour(tokens, place, { ...options, said: place > at });
  if (!read || read.minutes < 0 || read.minutes >= 1_500) return undefined;
  return withPart(tokens, { ...read, used: read.used + place - at }, at);
}

/** `in two hours`, `dans 30 minutes`, `2 ghante baad`. */
function relative(tokens: Token[], at: number, { now }: ClockOptions): Clock | undefined {
  const start = tokens[at]?.as === 'in' ? at + 1 : at;
  const [count, unit, after] = [tokens[start], tokens[start + 1], tokens[start + 2]];
  if (count?.as !== 'digits' && count?.as !== 'number') return undefined;
  if (unit?.as !== 'hour' && unit?.as !== 'minutesUnit') return undefined;
  if (start === at && after?.as !== 'later') return undefined;
  const moment = Math.ceil(now + count.n * (unit.as === 'hour' ? 60 : 1));
  return { minutes: moment % 1_440, days: Math.floor(moment / 1_440), open: false, used: start - at + (start === at ? 3 : 2) };
}

function hourOf(token: Token | undefined): number | undefined {
  return (token?.as === 'digits' && token.length <= 2) || token?.as === 'number' ? (token.n <= 24 ? token.n : undefined) : undefined;
}

/** Half past, quarter to, साढ़े, noon. */
function spoken(tokens: Token[], at: number): Clock | undefined {
  const [first, second, third, fourth] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (first?.as === 'clock') return addSpoken(tokens, { minutes: first.minutes, open: first.minutes > 0 && first.minutes < 720, used: 1 }, at);
  if (first?.as === 'shift') {
    const base = hourOf(second);
    return base === undefined ? undefined : { minutes: base * 60 + first.minutes, open: base <= 12, used: third?.as === 'hour' ? 3 : 2 };
  }
  const article = first?.as === 'number' && first.n === 1 ? 1 : 0;
  const [piece, way, base] = article ? [second, third, fourth] : [first, second, third];
  const amount = piece?.as === 'half' && piece.before ? 30 : piece?.as === 'quarter' ? 15 : undefined;
  // “10 to 11” in figures is more often a span than ten minutes before eleven.
  const counted = piece?.as === 'number' || (piece?.as === 'digits' && way?.as === 'past') ? piece.n : undefined;
  const minutes = amount ?? counted;
  const target = hourOf(base);
  if (minutes === undefined || target === undefined || minutes > 30 || (way?.as !== 'past' && way?.as !== 'to') || (amount === 30 && way.as === 'to')) return undefined;
  return { minutes: target * 60 + (way.as === 'past' ? minutes : -minutes), open: target <= 12, used: article + 3 };
}

/** `15:30`, `10.30`, `1530`. */
function figures(tokens: Token[], at: number): Clock | undefined {
  const token = tokens[at];
  if (token?.as === 'time') return token.hour <= 24 && token.minute < 60 ? closed(tokens, at, { minutes: token.hour * 60 + token.minute, open: !token.exact, used: 1 }) : undefined;
  if (token?.as === 'dotted') return token.first < 24 && token.second < 60 ? closed(tokens, at, { minutes: token.first * 60 + token.second, open: token.first <= 12 && !token.written.startsWith('0'), used: 1 }) : undefined;
  if (token?.as !== 'digits' || token.length !== 4) return undefined;
  const [hours, minutes] = [Math.floor(token.n / 100), token.n % 100];
  return hours < 24 && minutes < 60 ? closed(tokens, at, { minutes: hours * 60 + minutes, open: hours <= 12 && hours >= 1 && token.n >= 1_000, used: 1 }) : undefined;
}

/** Swallows "o'clock", बजे after figures. */
function closed(tokens: Token[], at: number, clock: Clock): Clock {
  return tokens[at + clock.used]?.as === 'hour' ? { ...clock, used: clock.used + 1 } : clock;
}

/** `3pm`, `15 h`, `at 3`, `three thirty`, `dix heures et quart`, `5 heures moins le quart`. */
function hour(tokens: Token[], at: number, { asked, afterDay, said }: ClockOptions & { said: boolean }): Clock | undefined {
  const base = hourOf(tokens[at]);
  if (base === undefined) return undefined;
  const next = tokens[at + 1];
  const open = base >= 1 && base <= 12;
  if (next?.as === 'hour') return addSpoken(tokens, { minutes: base * 60, open, used: 2 }, at);
  const alone = tokens.every(({ as }, place) => place === at || as === 'unknown' || as === 'suffix' || as === 'part' || as === 'meridiem' || as === 'at' || as === 'link' || as === 'the');
  const marked = next?.as === 'meridiem' || next?.as === 'part' || said || (next?.as === 'suffix' && afterDay);
  const minutes = minutesAfter(next);
  if (minutes !== undefined && (marked || afterDay || asked === 'time' || (asked === 'when' && tokens[at]?.as === 'number'))) return { minutes: base * 60 + minutes, open, used: 2 };
  if (!marked && !(asked === 'time' && alone) && !(afterDay && asked !== 'date')) return undefined;
  return { minutes: base * 60, open, used: next?.as === 'suffix' ? 2 : 1 };
}

/** `three thirty`: the minutes said after an hour. */
function minutesAfter(token: Token | undefined): number | undefined {
  const counts = (token?.as === 'digits' && token.length === 2) || token?.as === 'number';
  return counts && token.n >= 10 && token.n < 60 ? token.n : undefined;
}

/** What French and Hindi say after the hour: et demie, et quart, moins dix, trente. */
function addSpoken(tokens: Token[], clock: Clock, at: number): Clock {
  const place = at + clock.used;
  const [next, after, last] = [tokens[place], tokens[place + 1], tokens[place + 2]];
  const more = (minutes: number, used: number): Clock => ({ ...clock, minutes: clock.minutes + minutes, used: clock.used + used });
  if (next?.as === 'half' && !next.before) return more(30, 1);
  if (next?.as === 'quarter') return more(15, 1);
  if (next?.as === 'link' && after?.as === 'half') return more(30, 2);
  if (next?.as === 'link' && after?.as === 'quarter') return more(15, 2);
  if (next?.as === 'less') {
    const place2 = after?.as === 'the' || after?.as === 'link' ? last : after;
    const used = place2 === last && place2 !== after ? 3 : 2;
    if (place2?.as === 'quarter') return more(-15, used);
    const minutes = place2?.as === 'digits' || place2?.as === 'number' ? place2.n : undefined;
    return minutes !== undefined && minutes < 31 ? more(-minutes, used) : clock;
  }
  const minutes = next && minutesAfter(next);
  if (minutes === undefined) return clock;
  return more(minutes, after?.as === 'minutesUnit' ? 2 : 1);
}

/** Takes the part of the day said before or after a time. */
function withPart(tokens: Token[], clock: Clock, at: number): Clock {
  for (let place = at + clock.used; place < at + clock.used + 3; place += 1) {
    const token = tokens[place];
    if (token?.as === 'meridiem' || token?.as === 'part') return { ...clock, part: { from: token.from, to: token.to } };
    if (token?.as !== 'in' && token?.as !== 'the' && token?.as !== 'link') break;
  }
  return clock;
}

/** Between these hours an hour is meant when nothing else tells: 7:00 to 18:59. */
const waking = { from: 420, to: 1_139 };

/** Decides between morning and afternoon; undefined when the words leave it open or contradict themselves. */
export function settleClock(clock: Clock, hints: { part?: { from: number; to: number }; usual?: { from: number; to: number }; notBefore?: number }): number | undefined {
  const { minutes } = clock;
  if (minutes >= 1_440) return minutes === 1_440 ? 0 : undefined;
  const within = (range: { from: number; to: number }) => (candidate: number): boolean => candidate >= range.from && candidate <= range.to;
  if (!clock.open) {
    // "15:30 am" contradicts itself, "15:30 in the afternoon" does not.
    return hints.part && !within(hints.part)(minutes) && !within(hints.part)(minutes - 1) ? undefined : minutes;
  }
  const twelve = minutes % 720;
  let candidates = [twelve, twelve + 720];
  if (hints.part) candidates = candidates.filter((candidate) => candidate >= (hints.part?.from ?? 0) && candidate < (hints.part?.to ?? 1_440));
  const usual = hints.usual && candidates.filter(within(hints.usual));
  // The usual hours say what an open hour means, also when that is over: only the bot can tell people so.
  if (candidates.length > 1 && usual?.length === 1) return usual[0];
  const coming = candidates.filter((candidate) => candidate > (hints.notBefore ?? -1));
  if (coming.length > 0) candidates = coming;
  const awake = candidates.filter(within(waking));
  if (candidates.length > 1 && awake.length === 1) candidates = awake;
  return candidates.length === 1 ? candidates[0] : undefined;
}
