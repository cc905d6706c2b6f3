import { cardSizes } from '@parley/shared/layout/cardSizes';
import i18next from 'i18next';
import { planTidy } from '../commands/edits/tidyPlan.ts';
import { thingAt } from '../commands/edits/things.ts';
import type { FlowStore } from '../store/flowStore.ts';
import type { CanvasNode } from './graph.ts';
import { tidy } from './tidy.ts';

/**
 * Lays all cards out anew, or only some of them, whose upper left corner then stays where it was; their notes and frames go with
 * them. One gesture; false when no places could be found and nothing was moved.
 */
export async function tidyFlow({ store, nodes, only }: { store: FlowStore; nodes: readonly CanvasNode[]; only: readonly string[] | undefined }): Promise<boolean> {
  const { flow } = store.getState();
  const drawn = new Map(nodes.flatMap((node) => (node.type === 'card' ? [[node.id, node] as const] : [])));
  // In the order of the ways out, which is the order their targets get.
  const placeOf = new Map([...drawn.values()].flatMap((node) => node.data.card.exits.map(({ id }, place) => [`${node.id} ${id}`, place] as const)));
  const order = ({ from, exit }: { from: string; exit: string }): number => placeOf.get(`${from} ${exit}`) ?? 0;
  const edges = Object.entries(flow.edges).toSorted(([, a], [, b]) => order(a) - order(b)).map(([id, { from, to }]) => ({ id, from, to }));
  const sizeOf = (id: string): { width: number; height: number } => { const { width = cardSizes.width, height = 100 } = drawn.get(id) ?? {}; return { width, height }; };
  const plan = planTidy({ flow, only, edges, sizeOf });
  const places = await tidy(plan.ask).catch(() => undefined);
  if (!places) return false;
  const settled = plan.settle(places);
  const { ok } = store.change(only ? i18next.t('arrange.gesture.tidy', { count: plan.ask.nodes.length }) : i18next.t('gesture.tidy'), (draft) => {
    for (const [id, { x, y, width, height }] of settled) {
      const thing = thingAt(draft, id);
      if (thing) Object.assign(thing, { x: Math.round(x), y: Math.round(y), ...(draft.frames?.[id] && { width, height }) });
    }
  });
  return ok;
}
