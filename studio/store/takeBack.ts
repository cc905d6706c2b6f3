import { applyBatch } from '@parley/shared/flow/applyBatch';
import { diffFlows } from '@parley/shared/flow/diffFlows';
import type { FlowHead } from '@parley/shared/api/flows';
import type { Book } from './book.ts';
import type { FlowStore, Joint, SubflowOfGesture, TakenBack } from './flowStore.ts';

/** How subflows come back and go away on the server; both throw what kept them from it. */
export interface SubflowDoor {
  bringBack(bot: string, flow: string): Promise<FlowHead>;
  takeAway(flow: string): Promise<unknown>;
}

/** What came of a gesture in the flows it reached besides the one it was asked in. */
export interface Elsewhere {
  /** Names of flows where it still is: somebody changed the place since. */
  kept: string[];
  /** Names of subflows that stay, because they were drawn on since. */
  stayed: string[];
  /** What kept subflows from coming or going. */
  failure?: unknown;
}

export type Direction = 'undo' | 'redo';

const nothingElse: Elsewhere = { kept: [], stayed: [] };
/** While subflows come or go, whoever presses the next key is heard after it: it would meet half of it. */
const underWay = new WeakMap<Book, Promise<unknown>>();

/**
 * Takes the latest gesture of a flow back or makes it again, in every flow it reached and with the subflows it made or took away. Where
 * somebody was since, it is told and theirs stays; making again is whole or not at all.
 */
export async function takeBack(asked: { book: Book; door: SubflowDoor; store: FlowStore; joint?: string }, direction: Direction): Promise<{ here: TakenBack } & Elsewhere> {
  const { book } = asked;
  for (let before = underWay.get(book); before; before = underWay.get(book)) await before;
  const taking = takeNow(asked, direction);
  const done = taking.then(() => undefined, () => undefined);
  underWay.set(book, done);
  try {
    return await taking;
  } finally {
    if (underWay.get(book) === done) underWay.delete(book);
  }
}

async function takeNow({ book, door, store, joint: wanted }: Parameters<typeof takeBack>[0], direction: Direction): Promise<{ here: TakenBack } & Elsewhere> {
  const lines = store.getState()[direction];
  const joint = (wanted === undefined ? lines.at(-1) : lines.findLast((line) => line.joint?.id === wanted))?.joint;
  if (joint) return takeJoint(book, { door, store, joint }, direction);
  return { here: wanted === undefined ? store[direction]() : undefined, ...nothingElse };
}

async function takeJoint(book: Book, { door, store, joint }: { door: SubflowDoor; store: FlowStore; joint: Joint }, direction: Direction): Promise<{ here: TakenBack } & Elsewhere> {
  if (direction === 'redo') {
    const refusedAt = refusedIn(partsOf(book, direction, joint.id), joint.id);
    if (refusedAt) {
      for (const part of partsOf(book, direction, joint.id)) part.setState(({ redo }) => ({ redo: redo.filter((line) => line.joint?.id !== joint.id) }));
      return { here: { refusedAt }, ...nothingElse };
    }
  }
  const subflows = joint.subflows ?? [];
  const coming = subflows.filter(({ came }) => came === (direction === 'redo'));
  try {
    for (const { id } of coming) if (!book.flows.getState()[id]) await book.add(await door.bringBack(book.botId, id));
  } catch (failure) {
    return { here: undefined, ...nothingElse, failure };
  }
  const before = partsOf(book, direction, joint.id);
  const here = store[direction](joint.id);
  const names = book.flows.getState();
  const kept = joint.flows.filter((id) => {
    const other = names[id]?.store;
    if (!other || other === store) return false;
    const done = before.includes(other) ? other[direction](joint.id) : undefined;
    return !done || 'refusedAt' in done;
  }).map((id) => names[id]?.head.name ?? '');
  // What still is in the drawing may call them.
  if (!here || 'refusedAt' in here) return { here, kept, stayed: [] };
  return { here, kept, ...await sendAway(book, door, subflows.filter((subflow) => !coming.includes(subflow))) };
}

/** The stores that have a line of the gesture to go this way. */
function partsOf(book: Book, direction: Direction, joint: string): FlowStore[] {
  return Object.values(book.flows.getState()).flatMap(({ store }) => (store.getState()[direction].some((line) => line.joint?.id === joint) ? [store] : []));
}

/** Where the first of the flows would not take the gesture again. */
function refusedIn(parts: readonly FlowStore[], joint: string): string[] | undefined {
  for (const part of parts) {
    const { flow, redo } = part.getState();
    const line = redo.findLast(({ joint: own }) => own?.id === joint);
    const applied = line && line.forth.length > 0 ? applyBatch(flow, { ops: line.forth }) : undefined;
    if (applied && !applied.ok) return applied.refusal.path;
  }
  return undefined;
}

/** Takes subflows out of the bot, those that are as the gesture left them; what was drawn in one since is not thrown away. */
async function sendAway(book: Book, door: SubflowDoor, subflows: readonly SubflowOfGesture[]): Promise<Pick<Elsewhere, 'stayed' | 'failure'>> {
  const stayed: string[] = [];
  for (const { id, as } of subflows) {
    const entry = book.flows.getState()[id];
    if (!entry) continue;
    if (diffFlows(as, entry.store.getState().flow).length > 0) {
      stayed.push(entry.head.name);
      continue;
    }
    // Out of the book first: what is still on its way to it would else be refused, and be told as lost.
    book.remove(id);
    try {
      await door.takeAway(id);
    } catch (failure) {
      await book.add(entry.head).catch(() => undefined);
      return { stayed, failure };
    }
  }
  return { stayed };
}
