import type { Point, Points } from '@parley/shared/api/sockets';
import type { CSSProperties } from 'react';
import { create } from 'zustand';

/** Somebody who works in the same bot. */
export interface Person {
  id: string;
  name: string;
}

/** What one studio of somebody else told last. */
export interface Pointer {
  by: Person;
  point: Point;
  heardAt: number;
}

/** Others at work in this bot, as the socket tells. What changes with every move is apart from what cards and fields look at. */
export interface OthersState {
  /** Who has the bot open, without me. */
  people: readonly Person[];
  /** By the studio they come from. */
  pointers: Readonly<Record<string, Pointer>>;
  /** Who has chosen a card or note, by `<flow>/<id>`. */
  chosen: Readonly<Record<string, readonly Person[]>>;
  /** Whose keyboard is in a field, by `<flow>/<owner>/<path>`. */
  fields: Readonly<Record<string, readonly Person[]>>;
  /** Where cards are while others drag them, by flow. */
  moving: Readonly<Record<string, Readonly<Record<string, { x: number; y: number }>>>>;
  /** The colour of each account, as a number from 1; it stays theirs for the visit. */
  colours: Readonly<Record<string, number>>;
}

/** Colours there are for people. */
export const personColours = 8;
/** A studio that says nothing for so long is gone: its line broke without a word. */
const silentMs = 25_000;

const nobody: OthersState = { people: [], pointers: {}, chosen: {}, fields: {}, moving: {}, colours: {} };

/** Who else is at work, for every part of the designer. */
export const useOthers = create<OthersState>(() => nobody);

/** Forgets everybody: the bot was closed. */
export function forgetOthers(): void {
  useOthers.setState(nobody);
}

/** Takes over who has the bot open, without `me`; gives those who came. */
export function hearPeople(people: readonly Person[], me: string): Person[] {
  const { people: before, pointers, colours } = useOthers.getState();
  const others = people.filter(({ id }) => id !== me);
  const here = new Set(others.map(({ id }) => id));
  useOthers.setState({
    people: same(before, others), colours: withColours(colours, others),
    ...slices(Object.fromEntries(Object.entries(pointers).filter(([, { by }]) => here.has(by.id)))),
  });
  return others.filter(({ id }) => !before.some((person) => person.id === id));
}

/** Takes over what others do; one’s own other windows are no others. */
export function hearPoints({ points }: Points, me: string, now = Date.now()): void {
  const { pointers: before, colours } = useOthers.getState();
  const pointers = { ...before };
  for (const { from, by, point } of points) {
    if (by.id === me) continue;
    if (point) pointers[from] = { by, point, heardAt: now };
    else delete pointers[from];
  }
  useOthers.setState({ colours: withColours(colours, points.map(({ by }) => by).filter(({ id }) => id !== me)), ...slices(pointers) });
}

/** Takes away whoever has been silent for too long. */
export function forgetSilent(now = Date.now()): void {
  const { pointers } = useOthers.getState();
  const left = Object.entries(pointers).filter(([, { heardAt }]) => now - heardAt < silentMs);
  if (left.length < Object.keys(pointers).length) useOthers.setState(slices(Object.fromEntries(left)));
}

/** Where somebody is: the studio of theirs heard of last. */
export function pointerOf({ pointers }: Pick<OthersState, 'pointers'>, person: string): Pointer | undefined {
  return Object.values(pointers).filter(({ by }) => by.id === person).toSorted((a, b) => b.heardAt - a.heardAt)[0];
}

/** The style that gives a part somebody’s colour: `--person` and what is written on it. */
export function colourStyle(colours: OthersState['colours'], person: string): CSSProperties {
  const style: Record<`--${string}`, string> = { '--person': `var(--parley-person-${colours[person] ?? preferred(person)})`, '--on-person': 'var(--parley-on-person)' };
  return style;
}

/** Everything that is derived from the pointers; parts that did not change stay the same objects. */
function slices(pointers: OthersState['pointers']): Partial<OthersState> {
  const before = useOthers.getState();
  const chosen: Record<string, Person[]> = {};
  const fields: Record<string, Person[]> = {};
  const moving: Record<string, Record<string, { x: number; y: number }>> = {};
  const add = (to: Record<string, Person[]>, key: string, by: Person): void => {
    const all = (to[key] ??= []);
    if (!all.some(({ id }) => id === by.id)) all.push(by);
  };
  for (const { by, point } of Object.values(pointers)) {
    for (const id of point.chosen) add(chosen, `${point.flowId}/${id}`, by);
    if (point.field) add(fields, `${point.flowId}/${point.field}`, by);
    for (const { id, x, y } of point.moving) (moving[point.flowId] ??= {})[id] = { x, y };
  }
  return { pointers, chosen: sameParts(before.chosen, chosen), fields: sameParts(before.fields, fields), moving: same(before.moving, moving) };
}

function sameParts(before: OthersState['chosen'], after: OthersState['chosen']): OthersState['chosen'] {
  return same(before, Object.fromEntries(Object.entries(after).map(([key, people]) => [key, same(before[key] ?? [], people)])));
}

function same<Value>(before: Value, after: Value): Value {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

/** Everybody gets the colour of their own, or the next free one where somebody here has it. */
function withColours(before: OthersState['colours'], people: readonly Person[]): OthersState['colours'] {
  const added = people.filter(({ id }) => before[id] === undefined);
  if (added.length === 0) return before;
  const colours = { ...before };
  for (const { id } of added) {
    const taken = new Set(Object.values(colours));
    const order = Array.from({ length: personColours }, (_, at) => ((preferred(id) - 1 + at) % personColours) + 1);
    colours[id] = order.find((colour) => !taken.has(colour)) ?? preferred(id);
  }
  return colours;
}

function preferred(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return (sum % personColours) + 1;
}
