import type { Json } from '../lib/json.ts';
import { dateText, datetimeText, durationText, readDate, readDatetime, readTime, timeText } from './calendar.ts';
import { order, same } from './compare.ts';
import { Failure } from './failure.ts';
import { cappedLength, cappedList, daysOf, finite, listOf, minutesOf, momentOf, numberOf, secondsOf, textOf } from './read.ts';
import { spend } from './run.ts';
import type { Run } from './run.ts';
import type { Operator } from './syntax.ts';
import type { ValueType } from './types.ts';

/** A kind of moment or duration, which an operator cannot tell from a text by its value alone. */
export type Kind = ValueType['kind'] | 'nothing';

/** What an operator between two kinds of value does. Chosen once, when the expression is prepared. */
export function operation(operator: Operator, left: Kind, right: Kind): (left: Json, right: Json, run: Run) => Json {
  switch (operator) {
    case '==': return (a, b) => same(a, b);
    case '!=': return (a, b) => !same(a, b);
    case '<': return (a, b) => order(a, b) < 0;
    case '<=': return (a, b) => order(a, b) <= 0;
    case '>': return (a, b) => order(a, b) > 0;
    case '>=': return (a, b) => order(a, b) >= 0;
    case 'in': return (a, b, run) => {
      spend(run, listOf(b).length);
      return listOf(b).some((item) => same(a, item));
    };
    case '+': return plus(left, right);
    case '-': return minus(left, right);
    case '*': return left === 'duration' ? (a, b) => scaled(a, numberOf(b)) : right === 'duration' ? (a, b) => scaled(b, numberOf(a)) : (a, b) => finite(numberOf(a) * numberOf(b));
    case '/': return left === 'duration' ? (a, b) => scaled(a, 1 / divisor(b)) : (a, b) => finite(numberOf(a) / divisor(b));
    case '%': return (a, b) => finite(numberOf(a) % divisor(b));
  }
}

function divisor(value: Json): number {
  const number = numberOf(value);
  if (number === 0) throw new Failure('A division by zero.');
  return number;
}

const scaled = (duration: Json, factor: number): Json => durationText(finite(secondsOf(duration) * factor));

function plus(left: Kind, right: Kind): (left: Json, right: Json, run: Run) => Json {
  if (left === 'duration' && right === 'duration') return (a, b) => durationText(secondsOf(a) + secondsOf(b));
  if (right === 'duration') return (a, b) => moved(a, secondsOf(b));
  if (left === 'duration') return (a, b) => moved(b, secondsOf(a));
  return (a, b, run) => {
    if (typeof a === 'number') return finite(a + numberOf(b));
    if (Array.isArray(a)) {
      spend(run, a.length + listOf(b).length);
      return cappedList([...a, ...listOf(b)]);
    }
    const [text, more] = [textOf(a), textOf(b)];
    cappedLength(text.length + more.length);
    spend(run, (text.length + more.length) / 64);
    return text + more;
  };
}

function minus(left: Kind, right: Kind): (left: Json, right: Json) => Json {
  if (left === 'duration') return (a, b) => durationText(secondsOf(a) - secondsOf(b));
  if (right === 'duration') return (a, b) => moved(a, -secondsOf(b));
  if (left === 'datetime') return (a, b) => durationText((momentOf(a) - momentOf(b)) / 1_000);
  if (left === 'date') return (a, b) => durationText((daysOf(a) - daysOf(b)) * 86_400);
  if (left === 'time') return (a, b) => durationText((minutesOf(a) - minutesOf(b)) * 60);
  return (a, b) => finite(numberOf(a) - numberOf(b));
}

/** A date, time or datetime, so many seconds later. */
function moved(value: Json, seconds: number): string {
  const text = textOf(value);
  const days = readDate(text);
  if (days !== undefined) {
    if (seconds % 86_400 !== 0) throw new Failure('A date moves by whole days; use a date and time for hours.');
    return inRange(dateText(days + seconds / 86_400));
  }
  const minutes = readTime(text);
  return minutes === undefined ? inRange(datetimeText(momentOf(value) + seconds * 1_000)) : timeText(minutes + Math.floor(seconds / 60));
}

function inRange(text: string): string {
  if (readDate(text) === undefined && readDatetime(text) === undefined) throw new Failure('The date is outside the years 1 to 9999.');
  return text;
}
