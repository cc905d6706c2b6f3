import { order } from '../compare.ts';
import { Failure } from '../failure.ts';
import { finite, listOf, numberOf, textOf, wholeOf } from '../read.ts';
import { spend } from '../run.ts';
import type { Json } from '../../lib/json.ts';
import type { FunctionDefinition } from './defineFunction.ts';

/** Rounds halves away from zero, as people do; `digits` decimals. */
function rounded(value: number, digits: number): number {
  const shifted = Number(`${Math.abs(value)}e${digits}`);
  const whole = Number.isNaN(shifted) ? Math.abs(value) : Number(`${Math.round(shifted)}e${-digits}`);
  return value < 0 && whole !== 0 ? -whole : whole;
}

function extreme(args: Json[], better: (found: number) => boolean): Json {
  const candidates = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
  const [first, ...rest] = candidates;
  if (first === undefined) throw new Failure('An empty list has no smallest or biggest item.');
  return rest.reduce((best, item) => (better(order(item, best)) ? item : best), first);
}

/** Functions of numbers. */
export const numberFunctions: FunctionDefinition[] = [
  { signatures: ['round(number): number', 'round(number, number): number'], doc: 'The number rounded, to so many decimals.', run: ([value, digits = 0]) => {
    if (Math.abs(wholeOf(digits)) > 12) throw new Failure('A number is rounded to at most 12 decimals.');
    return rounded(numberOf(value), wholeOf(digits));
  } },
  { signatures: ['floor(number): number'], doc: 'The next whole number below.', run: ([value]) => Math.floor(numberOf(value)) + 0 },
  { signatures: ['ceil(number): number'], doc: 'The next whole number above.', run: ([value]) => Math.ceil(numberOf(value)) + 0 },
  { signatures: ['abs(number): number'], doc: 'The number without its sign.', run: ([value]) => Math.abs(numberOf(value)) },
  { signatures: ['min(list<T>): T', 'min(T, T...): T'], doc: 'The smallest.', run: (args) => extreme(args, (found) => found < 0) },
  { signatures: ['max(list<T>): T', 'max(T, T...): T'], doc: 'The biggest.', run: (args) => extreme(args, (found) => found > 0) },
  { signatures: ['sum(list<number>): number'], doc: 'All numbers of a list added up.', run: ([list], run) => {
    spend(run, listOf(list).length);
    return finite(listOf(list).reduce<number>((sum, item) => sum + numberOf(item), 0));
  } },
  { signatures: ['average(list<number>): number'], doc: 'The mean of the numbers of a list; 0 for an empty one.', run: ([list], run) => {
    const items = listOf(list).map(numberOf);
    spend(run, items.length);
    return items.length === 0 ? 0 : finite(items.reduce((sum, item) => sum + item, 0) / items.length);
  } },
  { signatures: ['random(number, number): number', 'random(number, number, text): number'], doc: 'A whole number between two, the same for the same name throughout one turn.', run: ([from, to, name = ''], run) => {
    const [low, high] = [wholeOf(from), wholeOf(to)];
    if (high < low) throw new Failure('random needs the smaller number first.');
    return low + Math.floor(hash(`${run.facts.seed}:${low}:${high}:${textOf(name)}`) * (high - low + 1));
  } },
];

/** A number in [0, 1) from a text (FNV-1a, then mixed), the same on every machine. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
  return ((state ^ (state >>> 16)) >>> 0) / 4_294_967_296;
}
