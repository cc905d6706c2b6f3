import { cardSizes } from '@parley/shared/layout/cardSizes';
import i18next from 'i18next';
import { boxAround } from '../commands/edits/things.ts';
import type { FlowStore } from '../store/flowStore.ts';
import type { CanvasNode } from './graph.ts';
import { tidy } from './tidy.ts';

/**
 * Lays all cards out anew, or only some of them, whose upper left corner then stays where it was. One gesture; false when no
 * places could be found and nothing was moved.
 */
export async function tidyFlow({ store, nodes, only }: { store: FlowStore; nodes: readonly CanvasNode[]; only: readonly string[] | undefined }): Promise<boolean> {
  const wanted = only && new Set(only);
  const drawn = nodes.flatMap((node) => (node.type === 'card' && (!wanted || wanted.has(node.id)) ? [node] : []));
  const cards = drawn.map(({ id, width = cardSizes.width, height = 100 }) => ({ id, width, height }));
  const known = new Set(cards.map(({ id }) => id));
  // In the order of the ways out, which is the order their targets get.
  const placeOf = new Map(drawn.flatMap((node) => node.data.card.exits.map(({ id }, place) => [`${node.id} ${id}`, place] as const)));
  const order = ({ from, exit }: { from: string; exit: string }): number => placeOf.get(`${from} ${exit}`) ?? 0;
  const edges = Object.entries(store.getState().flow.edges).filter(([, { from, to }]) => known.has(from) && known.has(to)).toSorted(([, a], [, b]) => order(a) - order(b)).map(([id, { from, to }]) => ({ id, from, to }));
  const places = await tidy({ nodes: cards, edges }).catch(() => undefined);
  if (!places) return false;
  const by = only && drawn.length > 0 ? offset(drawn.map(({ position, width = 0, height = 0 }) => ({ ...position, width, height })), Object.values(places).map((place) => ({ ...place, width: 0, height: 0 }))) : { x: 0, y: 0 };
  const { ok } = store.change(only ? i18next.t('arrange.gesture.tidy', { count: cards.length }) : i18next.t('gesture.tidy'), (draft) => {
    for (const [id, { x, y }] of Object.entries(places)) {
      const node = draft.nodes[id];
      if (node) Object.assign(node, { x: Math.round(x + by.x), y: Math.round(y + by.y) });
    }
  });
  return ok;
}

/** What brings the upper left corner of one group onto that of another. */
function offset(onto: Parameters<typeof boxAround>[0], from: Parameters<typeof boxAround>[0]): { x: number; y: number } {
  const [there, here] = [boxAround(onto), boxAround(from)];
  return { x: there.x - here.x, y: there.y - here.y };
}
