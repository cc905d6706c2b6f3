import { order, same } from '../compare.ts';
import { Failure } from '../failure.ts';
import { cappedList, listOf, wholeOf } from '../read.ts';
import { spend } from '../run.ts';
import type { Json } from '../../lib/json.ts';
import type { Run } from '../run.ts';
import type { FunctionDefinition } from './defineFunction.ts';

function counted(list: Json | undefined, run: Run): Json[] {
  spend(run, 1 + listOf(list).length);
  return listOf(list);
}

/** Functions of lists. None changes the list it is given. */
export const listFunctions: FunctionDefinition[] = [
  { signatures: ['first(list<T>): T', 'first(list<T>, T): T'], doc: 'The first item; with a second value, that one when the list is empty.', run: ([list, otherwise]) => listOf(list)[0] ?? otherwise ?? none() },
  { signatures: ['last(list<T>): T', 'last(list<T>, T): T'], doc: 'The last item; with a second value, that one when the list is empty.', run: ([list, otherwise]) => listOf(list).at(-1) ?? otherwise ?? none() },
  { signatures: ['append(list<T>, T): list<T>'], doc: 'The list with one more item at its end.', run: ([list, item = ''], run) => cappedList([...counted(list, run), item]) },
  { signatures: ['remove(list<T>, T): list<T>'], doc: 'The list without every item that is the same.', run: ([list, item = ''], run) => counted(list, run).filter((candidate) => !same(candidate, item)) },
  { signatures: ['reverse(list<T>): list<T>'], doc: 'The list backwards.', run: ([list], run) => counted(list, run).toReversed() },
  { signatures: ['sort(list<T>): list<T>'], doc: 'The list from small to big, from a to z or from early to late.', run: ([list], run) => {
    const items = counted(list, run);
    spend(run, items.length * Math.log2(items.length + 1));
    return items.toSorted(order);
  } },
  { signatures: ['unique(list<T>): list<T>'], doc: 'The list without repeated items.', run: ([list], run) => {
    const kept: Json[] = [];
    for (const item of counted(list, run)) {
      spend(run, kept.length / 8);
      if (!kept.some((candidate) => same(candidate, item))) kept.push(item);
    }
    return kept;
  } },
  { signatures: ['slice(list<T>, number): list<T>', 'slice(list<T>, number, number): list<T>'], doc: 'The items from one place up to another, counted from 0.', run: ([list, from, to], run) =>
    counted(list, run).slice(Math.max(0, wholeOf(from)), to === undefined ? undefined : Math.max(0, wholeOf(to))) },
  { signatures: ['range(number, number): list<number>'], doc: 'The whole numbers from one up to and with another.', run: ([from, to], run) => {
    const [low, high] = [wholeOf(from), wholeOf(to)];
    if (high - low >= 1_000) throw new Failure('A list has at most 1000 items.');
    spend(run, Math.max(1, high - low));
    return Array.from({ length: Math.max(0, high - low + 1) }, (_, at) => low + at);
  } },
];

function none(): never {
  throw new Failure('The list is empty.');
}
