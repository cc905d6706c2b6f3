import { cardSizes } from '@parley/shared/layout/cardSizes';
import { applyNodeChanges, useStoreApi } from 'reactflow';
import type { NodeChange, NodePositionChange } from 'reactflow';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import i18next from 'i18next';
import { insideOf, moveTo, thingAt } from '../commands/edits/things.ts';
import { useDesigner, useFlow, useFlowNames, useUi } from '../store/designerContext.ts';
import { createDrag } from './createDrag.ts';
import { createGraph } from './graph.ts';
import type { CanvasEdge, CanvasNode } from './graph.ts';
import type { Rect } from './geometry.ts';
import { framesWithin, seenRect } from './seen.ts';
import { slotsOf } from './slotsOf.ts';
import type { Guide } from './snap.ts';
import { useMovedByOthers } from './useMovedByOthers.ts';
import { useSnapping } from './useSnapping.ts';

/** The cards as they are seen: the document's, plus what is only here: cardSizes, what is chosen, a drag until its drop. */
export function useCanvasNodes(): { nodes: CanvasNode[]; edges: CanvasEdge[]; obstacles: readonly Rect[]; slots: ReadonlyMap<string, number>; guides: readonly Guide[]; onNodesChange: (changes: NodeChange<CanvasNode>[]) => void } {
  const { nodeTypes, ui, store, flowId, path, pointing } = useDesigner();
  const internals = useStoreApi();
  const reach = useSnapping();
  const [guides, setGuides] = useState<readonly Guide[]>([]);
  const flow = useFlow();
  const names = useFlowNames();
  const selection = useUi((state) => state.selection);
  const edge = useUi((state) => state.edge);
  // A graph keeps what did not change, per drawing.
  // eslint-disable-next-line react/exhaustive-deps
  const graph = useMemo(() => createGraph(nodeTypes), [nodeTypes, flowId]);
  const opened = useUi((state) => state.opened);
  const drawn = useMemo(() => graph({ flow, flowNames: names, opened }), [graph, flow, names, opened]);
  const [local, setLocal] = useState<CanvasNode[]>(drawn.nodes);
  const moved = useMovedByOthers();
  const latest = useRef(local);
  useEffect(() => { latest.current = local; }, [local]);
  const drag = useMemo(() => createDrag({
    insideOf: (frame) => insideOf(store.getState().flow, frame, (id) => ui.getState().canvas?.sizeOf(id)),
    reach: () => reach() / internals.getState().transform[2],
    seen: () => seenRect(internals.getState()),
    onGuides: setGuides,
  }), [store, ui, internals, reach]);

  useEffect(() => {
    setLocal((before) => {
      const known = new Map(before.map((node) => [node.id, node]));
      return drawn.nodes.map((node) => {
        const former = known.get(node.id);
        if (!former) return node;
        const kept = { selected: former.selected, dragging: former.dragging };
        const position = former.dragging ? former.position : moved[node.id] ?? node.position;
        const same = former.data === node.data && former.position.x === position.x && former.position.y === position.y;
        // Each drawn node is of its own kind with its own data; joining the two kinds loses that.
        return same ? former : { ...node, ...kept, position } as CanvasNode;
      });
    });
  }, [drawn.nodes, moved]);

  useEffect(() => {
    const chosen = new Set(selection);
    setLocal((before) => {
      if (before.every((node) => (node.selected ?? false) === chosen.has(node.id))) return before;
      return before.map((node) => ((node.selected ?? false) === chosen.has(node.id) ? node : { ...node, selected: chosen.has(node.id) }));
    });
  }, [selection, drawn.nodes]);

  const onNodesChange = useCallback((changes: NodeChange<CanvasNode>[]) => {
    // What is chosen lives in one place, from where it comes back to the cards.
    const choices = changes.filter((change) => change.type === 'select');
    if (choices.length > 0) {
      const chosen = new Set(ui.getState().selection);
      for (const { id, selected } of choices) {
        chosen.delete(id);
        if (selected) chosen.add(id);
      }
      // Drawn around whole, a frame is meant, too.
      const box = internals.getState().userSelectionRect;
      if (box) for (const [id, within] of framesWithin(store.getState().flow, box, internals.getState().transform)) if (within) chosen.add(id); else chosen.delete(id);
      ui.setState({ selection: [...chosen], ...(chosen.size > 0 && { edge: undefined }) });
    }
    // Sizes of cards are known; only notes are resized by hand.
    const dragged = changes.filter((change): change is NodePositionChange => change.type === 'position' && change.dragging !== undefined);
    const resized = changes.filter((change) => (change.type === 'position' && change.dragging === undefined) || (change.type === 'dimensions' && change.resizing !== undefined));
    const adjusted = dragged.length > 0 ? drag.adjust(dragged, latest.current) : [];
    const others = [...resized, ...adjusted];
    // Others see the drag before its drop.
    if (adjusted.length > 0) pointing.now({ moving: adjusted.flatMap((change) => (change.type === 'position' && change.position ? [{ id: change.id, x: Math.round(change.position.x), y: Math.round(change.position.y) }] : [])) });
    if (others.length > 0) setLocal((before) => applyNodeChanges(others, before));
    if (dragged.some(({ dragging }) => dragging === false)) {
      // Also where a second finger ended the drag: what is seen is what is kept.
      const { flow: now } = store.getState();
      const places = new Map([...drag.dropped()].filter(([id, { x, y }]) => { const thing = thingAt(now, id); return thing && (thing.x !== Math.round(x) || thing.y !== Math.round(y)); }));
      pointing.now({ moving: [] });
      if (places.size > 0) store.change(i18next.t('gesture.move', { count: places.size }), (draft) => moveTo(draft, places));
    }
  }, [ui, store, internals, drag, pointing]);

  // Where ways share a gutter, the one that is taken or chosen lies on top.
  const taken = path((state) => state.edges);
  const edges = useMemo(() => drawn.edges.map((way) => (
    way.id === edge ? { ...way, selected: true, zIndex: 1 } : taken.has(`${flowId}/${way.id}`) ? { ...way, zIndex: 1 } : way)), [drawn.edges, edge, taken, flowId]);
  const obstacles = useObstacles(drawn.nodes);
  return { nodes: local, edges, obstacles, slots: useSlots(drawn, obstacles), guides, onNodesChange };
}

/** Where cards stand in the document: a drag changes nothing until its drop. */
function useObstacles(drawn: readonly CanvasNode[]): readonly Rect[] {
  // Not in every frame of a drag.
  const key = useMemo(() => JSON.stringify(drawn.filter(({ type }) => type === 'card').map(({ position, width, height }): Rect => ({ ...position, width: width ?? cardSizes.width, height: height ?? cardSizes.header }))), [drawn]);
  return useMemo(() => JSON.parse(key) as Rect[], [key]);
}

/** Which ways back run beside one another, as of the last drop, like the obstacles. */
function useSlots({ nodes, edges }: { nodes: readonly CanvasNode[]; edges: readonly CanvasEdge[] }, obstacles: readonly Rect[]): ReadonlyMap<string, number> {
  const key = useMemo(() => edges.map(({ id, source, sourceHandle, target }) => `${id} ${source} ${sourceHandle ?? ''} ${target}`).join(), [edges]);
  return useMemo(() => {
    const places = new Map(nodes.map((node) => [node.id, { handles: node.handles ?? [], rect: { ...node.position, width: node.width ?? cardSizes.width, height: node.height ?? cardSizes.header } }]));
    return slotsOf(edges.flatMap(({ id, source, sourceHandle, target }) => {
      const [from, to] = [places.get(source), places.get(target)];
      const handle = from?.handles.find((each) => each.id === sourceHandle);
      if (!from || !to || !handle) return [];
      const { x, y, width = 0, height = 0 } = handle;
      return [{ id, at: { x: from.rect.x + x + width, y: from.rect.y + y + height / 2 }, card: from.rect, target: to.rect }];
    }), obstacles);
    // The key stands for the edges, and the obstacles for where the cards are: both are new with every letter that is typed.
    // eslint-disable-next-line react/exhaustive-deps
  }, [key, obstacles]);
}
