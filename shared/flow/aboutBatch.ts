import { compareFlows } from './compareSets.ts';
import type { Change } from './compareSets.ts';
import type { Flow } from './document.ts';

/** One thing a batch was about. */
export interface AboutThing extends Pick<Change, 'what' | 'id' | 'label'> {
  /** What became of it; `moved` = it only stands elsewhere on the canvas. */
  kind: Change['kind'] | 'moved';
}

/** What a batch was about: its first things in the names of their day, and how many there are in all. */
export interface About {
  things: AboutThing[];
  count: number;
}

/** As many as a line of the history names. */
const most = 12;
const longest = 120;

/** Says what a batch was about, from the drawing before and after it. Nodes come first: they are what people look for. */
export function aboutBatch(before: Flow, after: Flow): About {
  const things = compareFlows('', before, after);
  const nodesFirst = things.toSorted((a, b) => Number(b.what === 'node') - Number(a.what === 'node'));
  return {
    things: nodesFirst.slice(0, most).map(({ what, id, label, kind, moved }) => ({ what, id, label: label.slice(0, longest), kind: moved ? 'moved' : kind })),
    count: things.length,
  };
}
