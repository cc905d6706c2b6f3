import type { Flow } from '@parley/shared/flow/document';
import { pictureOf } from './layout.ts';
import type { MiniDrawing } from './layout.ts';

/** How many nodes stand side by side: two can be read in a panel 320 wide. */
const perRow = 2;

/** Lays nodes out in the order they were passed, row by row as text is read, and after them `onward`: where the last one could have led. */
export function drawPath(flow: Pick<Flow, 'nodes' | 'edges'>, order: readonly string[], onward: readonly string[], titleOf: (id: string) => string): MiniDrawing {
  const places = [...order, ...onward].map((id, index) => [id, { column: index % perRow, row: Math.floor(index / perRow) }] as const);
  return pictureOf(flow, new Map(places), titleOf);
}
