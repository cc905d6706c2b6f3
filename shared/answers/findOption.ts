import { editDistance } from '../expressions/nearest.ts';
import { fold, foldedWords, letters } from './fold.ts';
import { asking, fillers, negations, places } from './choiceWords.data.ts';
import type { Recognised } from './recognised.ts';

/** An option with everything it is called, in every language. */
export interface NamedOption {
  id: string;
  labels: string[];
  synonyms: string[];
  /** Whole sentences that mean it. */
  examples?: string[];
}

/** Something an option is called, as folded words. */
interface Name {
  id: string;
  folded: string;
  words: readonly string[];
}

/** Options with their names made ready, which is most of the work: keep it as long as the texts stand. */
export interface PreparedOptions {
  ids: string[];
  names: Name[];
  exact: ReadonlyMap<string, string[]>;
}

/** Folds every name of every option once. */
export function prepareOptions(options: NamedOption[]): PreparedOptions {
  const names = options.flatMap(({ id, labels, synonyms }) => [...labels, ...synonyms].map((name): Name => ({ id, folded: fold(name), words: foldedWords(name) }))).filter(({ folded }) => folded !== '');
  const exact = new Map<string, string[]>();
  const sentences = options.flatMap(({ id, examples = [] }) => examples.map((example) => ({ id, folded: fold(example) }))).filter(({ folded }) => folded !== '');
  for (const { id, folded } of [...names, ...sentences]) exact.set(folded, [...new Set([...(exact.get(folded) ?? []), id])]);
  return { ids: options.map(({ id }) => id), names, exact };
}

/** Finds the one option a text means; several or none are refused. Tried in order: the whole name, its place, a name inside, part of a name, a near miss. */
export function findOption(text: string, { ids, names, exact }: PreparedOptions): Recognised {
  const said = foldedWords(text.slice(0, 1_000)).slice(0, 60);
  if (said.length === 0) return refuse('There are no words in it.');
  const whole = exact.get(said.join(' '));
  if (whole) return one(whole);
  const placed = byPlace(said, ids, names);
  if (placed) return placed;
  const inside = byNameInside(said, names);
  if (inside) return inside;
  if (said.some((word) => asking.has(word) || negations.has(word))) return refuse('It is a question or says no to something.');
  const meant = said.filter((word) => !fillers.has(word));
  if (meant.every((word) => word.length < 3)) return refuse('It names none of the options.');
  return byPart(meant, names) ?? byNearMiss(meant, names) ?? refuse('It names none of the options.');
}

const refuse = (reason: string): Recognised => ({ ok: false, reason });

function idsOf(names: Name[]): string[] {
  return [...new Set(names.map(({ id }) => id))];
}

function one(ids: string[]): Recognised {
  const [id] = ids;
  return id !== undefined && ids.length === 1 ? { ok: true, value: id } : refuse('It may mean more than one of the options.');
}

/** “2”, “number 2”, “the second one”. Where the options' own names have numbers, a number is a name and never a place. */
function byPlace(said: readonly string[], ids: string[], names: Name[]): Recognised | undefined {
  const kept = said.filter((word) => !fillers.has(word) || places.has(word));
  // “the second one”: a word for one that is also an article gives way to the place beside it.
  const meant = kept.length === 2 && fillers.has(kept[1] ?? '') ? kept.slice(0, 1) : kept;
  const [word] = meant;
  if (word === undefined || meant.length !== 1) return undefined;
  const place = /^\d{1,3}$/.test(word) ? Number(word) : places.get(word);
  if (place === undefined) return undefined;
  const named = names.filter(({ words }) => words.some((part) => /\d/.test(part)));
  if (named.length > 0) return /^\d/.test(word) ? one(idsOf(named.filter(({ words }) => words.includes(word)))) : undefined;
  const id = ids.at(place === -1 ? -1 : place - 1);
  return id !== undefined && place !== 0 ? { ok: true, value: id } : refuse(`There is no option ${word}; there are ${ids.length}.`);
}

/** A whole name among other words; the longest wins when it has the others within it. */
function byNameInside(said: readonly string[], names: Name[]): Recognised | undefined {
  const found = names.flatMap((name) => {
    const at = placeOf(name.words, said);
    return at < 0 ? [] : [{ ...name, from: at, to: at + name.words.length }];
  });
  if (found.length === 0) return undefined;
  const outer = found.filter((name) => !found.some((other) => other.to - other.from > name.to - name.from && other.from <= name.from && other.to >= name.to));
  const covered = (at: number): boolean => outer.some(({ from, to }) => at >= from && at < to);
  if (said.some((word, at) => !covered(at) && (negations.has(word) || asking.has(word)))) return refuse('It is a question or says no to something.');
  return one(idsOf(outer));
}

function placeOf(words: readonly string[], said: readonly string[]): number {
  return said.findIndex((_, at) => words.every((word, place) => said[at + place] === word));
}

/** Every word that was said is in the name of one option only. */
function byPart(meant: readonly string[], names: Name[]): Recognised | undefined {
  const ids = idsOf(names.filter(({ words }) => meant.every((word) => words.includes(word))));
  return ids.length === 0 ? undefined : one(ids);
}

/** A name misspelt by a letter or two: the whole, or each word that was said. Two options equally near are refused. */
function byNearMiss(meant: readonly string[], names: Name[]): Recognised | undefined {
  let best = Infinity;
  let ids = new Set<string>();
  const told = numbersIn(meant);
  for (const name of names) {
    // Another hour, size or price is another thing, however near it is.
    if (!agree(told, numbersIn(name.words))) continue;
    const distance = Math.min(distanceOf(meant.join(''), name.words.join('')), wordDistance(meant, name.words));
    if (distance > best || distance === Infinity) continue;
    if (distance < best) ids = new Set();
    best = distance;
    ids.add(name.id);
  }
  return ids.size === 0 ? undefined : one([...ids]);
}

function numbersIn(words: readonly string[]): string[] {
  return words.flatMap((word) => word.match(/\d+/g) ?? []);
}

/** Whether the numbers that were said are all the name's, or are its digits written together: “1030” for “10:30”. */
function agree(said: readonly string[], name: readonly string[]): boolean {
  return said.every((number) => name.includes(number)) || said.join('') === name.join('');
}

function wordDistance(meant: readonly string[], words: readonly string[]): number {
  let sum = 0;
  for (const word of meant) {
    sum += words.includes(word) ? 0 : Math.min(...words.map((other) => distanceOf(word, other)));
    if (sum === Infinity) return sum;
  }
  return sum > 0 ? sum + 0.5 : sum;
}

/** Edits between two names, Infinity when more than a slip of the finger: none below 4 letters, one below 8, else two. */
function distanceOf(said: string, name: string): number {
  // A letter with its signs is at most four characters: most names are too long or too short to be looked at.
  if (Math.abs(said.length - name.length) > 8) return Infinity;
  const [from, to] = [letters(said), letters(name)];
  const limit = to.length < 4 ? 0 : to.length < 8 ? 1 : 2;
  if (Math.abs(from.length - to.length) > limit) return Infinity;
  const distance = editDistance(from, to, limit);
  return distance > limit ? Infinity : distance;
}
