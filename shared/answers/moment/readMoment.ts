import type { Facts } from '../../expressions/types.ts';
import { dateText, timeText } from '../../expressions/calendar.ts';
import { nowOf, toLocal } from '../../expressions/zone.ts';
import { readClock, settleClock } from './readClock.ts';
import type { Clock } from './readClock.ts';
import { readDay } from './readDay.ts';
import type { DayRead } from './readDay.ts';
import { tokenise } from './tokens.ts';
import type { Token } from './tokens.ts';
import type { Lexicon } from './lexicon.ts';
import { lexiconsFor } from './words.data.ts';

/** What a text says about when: a day, a time, or both, in the contact's zone. */
export interface Moment {
  /** `YYYY-MM-DD` */
  date?: string;
  /** `HH:MM` */
  time?: string;
}

/** What was found, or why a careful person would ask back. */
export type MomentRead = { ok: true; moment: Moment } | { ok: false; reason: string };

/** What decides between readings of the same words. */
export interface MomentOptions {
  facts: Facts;
  /** What was asked: a lone number answers a question for the time. */
  asked: 'date' | 'time' | 'when';
  /** Minutes since midnight between which an hour is meant when morning or afternoon is left open. */
  usual?: { from: number; to: number };
}

/**
 * Reads a day, a time or both from a text in English, French or Hindi (in either script), whichever the contact's language
 * is. Two days, two times, a day that does not exist, a range or a “not” are refused: no answer is better than a wrong one.
 */
export function readMoment(text: string, options: MomentOptions): MomentRead {
  let refused: MomentRead | undefined;
  for (const lexicon of lexiconsFor(options.facts.language)) {
    const read = readWith(lexicon, text, options);
    if (read === 'nothing') continue;
    if (read.ok) return read;
    refused ??= read;
    break;
  }
  return refused ?? { ok: false, reason: `No ${options.asked === 'time' ? 'time' : 'day'} was found in it.` };
}

/** What has been found while the pieces are read from left to right. */
interface Found {
  day?: DayRead;
  clock?: Clock;
  part?: { from: number; to: number };
}

function readWith(lexicon: Lexicon, text: string, options: MomentOptions): MomentRead | 'nothing' {
  const tokens = tokenise(text, lexicon);
  const now = toLocal(options.facts, nowOf(options.facts));
  const found: Found = {};
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (!token) break;
    const reason = refusal(token);
    if (reason) return anything(tokens) ? { ok: false, reason } : 'nothing';
    const day = readDay(tokens, at, { today: now.days, facts: options.facts, asked: options.asked });
    if (day?.ok === false) return day;
    if (day) {
      if (found.day && found.day.days !== day.days) return { ok: false, reason: 'It names two days.' };
      found.day = day;
      at += day.used;
      continue;
    }
    const clock = readClock(tokens, at, { asked: options.asked, afterDay: found.day !== undefined && !found.clock, now: now.days * 1_440 + now.minutes });
    if (clock) {
      if (found.clock) return { ok: false, reason: 'It names two times.' };
      found.clock = clock;
      at += clock.used;
      continue;
    }
    if (token.as === 'part' || token.as === 'meridiem') found.part = { from: token.from, to: token.to };
    const left = leftOver(token);
    if (left) return { ok: false, reason: left };
    at += 1;
  }
  return settle(found, now, options);
}

function anything(tokens: Token[]): boolean {
  return tokens.some(({ as }) => as !== 'unknown' && as !== 'stop' && as !== 'or' && as !== 'link' && as !== 'the' && as !== 'at' && as !== 'suffix');
}

function refusal(token: Token): string | undefined {
  if (token.as === 'stop') return 'It asks, excludes or leaves open more than it says.';
  return token.as === 'or' ? 'It leaves a choice open.' : undefined;
}

/** Pieces that mean something which was not understood must not be passed over; May is also a verb, one and two are also articles. */
function leftOver(token: Token): string | undefined {
  switch (token.as) {
    case 'digits':
    case 'dotted':
    case 'figures':
    case 'time': return 'There is a number in it that is no day and no time.';
    case 'number': return token.n > 2 ? 'There is a number in it that is no day and no time.' : undefined;
    case 'month': return token.n === 5 ? undefined : 'There is a month without a day.';
    case 'days': return 'It names a span of time, not a day.';
    case 'shift':
    case 'half':
    case 'quarter': return 'There is half a time in it.';
    default: return undefined;
  }
}

function settle(found: Found, now: { days: number; minutes: number }, options: MomentOptions): MomentRead | 'nothing' {
  const { day, clock } = found;
  if (!day && !clock) return found.part && options.asked === 'time' ? { ok: false, reason: 'It names a part of the day, not a time.' } : 'nothing';
  const days = day?.days ?? clock?.days;
  if (!clock) return { ok: true, moment: { date: dateText(days ?? now.days) } };
  const minutes = settleClock(clock, { part: clock.part ?? found.part, usual: options.usual, notBefore: days === now.days ? now.minutes : undefined });
  if (minutes === undefined) return { ok: false, reason: 'The hour may be meant in the morning or in the evening, or does not exist.' };
  const time = timeText(minutes);
  if (days !== undefined) return { ok: true, moment: { date: dateText(days), time } };
  if (options.asked !== 'when') return { ok: true, moment: { time } };
  // A time alone is meant today, as long as it is still to come.
  return minutes > now.minutes ? { ok: true, moment: { date: dateText(now.days), time } } : { ok: false, reason: 'It names a time that is over today, and no day.' };
}
