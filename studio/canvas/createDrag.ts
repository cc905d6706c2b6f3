import { boxAround } from '@parley/shared/layout/boxAround';
import type { NodePositionChange } from 'reactflow';
import type { Point, Rect } from './geometry.ts';
import type { CanvasNode } from './graph.ts';
import { snap } from './snap.ts';
import type { Guide } from './snap.ts';

/** What a drag stands on. */
export interface DragGround {
  /** What stands in a frame. */
  insideOf: (frame: string) => string[];
  /** How near a line pulls, in canvas pixels; 0 = not at all. */
  reach: () => number;
  /** What is seen of the canvas: only what stands there pulls. */
  seen: () => Rect | undefined;
  onGuides: (guides: readonly Guide[]) => void;
}

/** One drag after the other: pulls what is dragged onto lines of its neighbours, and lets what stands in a frame move with it. */
export interface Drag {
  /** The changes as they are to be made, for those React Flow tells of while it drags. */
  adjust(changes: readonly NodePositionChange[], nodes: readonly CanvasNode[]): NodePositionChange[];
  /** Where the last drag left everything it moved. */
  dropped(): ReadonlyMap<string, Point>;
}

interface UnderWay {
  from: ReadonlyMap<string, Point>;
  followers: readonly string[];
  box: Rect;
  others: readonly Rect[];
}

/** Makes the drags of one canvas. */
export function createDrag({ insideOf, reach, seen, onGuides }: DragGround): Drag {
  let now: UnderWay | undefined;
  let places = new Map<string, Point>();
  let guided = false;

  const begin = (ids: readonly string[], nodes: readonly CanvasNode[]): UnderWay | undefined => {
    const moving = new Set([...ids, ...ids.flatMap(insideOf)]);
    const rects = new Map(nodes.map((node): [string, Rect] => [node.id, { ...node.position, width: node.width ?? 0, height: node.height ?? 0 }]));
    const dragged = ids.flatMap((id) => rects.get(id) ?? []);
    if (dragged.length === 0) return undefined;
    const view = seen();
    const others = [...rects].filter(([id, rect]) => !moving.has(id) && (!view || overlap(rect, view))).map(([, rect]) => rect);
    return { from: new Map([...moving].flatMap((id) => { const rect = rects.get(id); return rect ? [[id, { x: rect.x, y: rect.y }] as const] : []; })), followers: [...moving].filter((id) => !ids.includes(id)), box: boxAround(dragged), others };
  };

  return {
    adjust(changes, nodes) {
      const [first] = changes;
      now ??= begin(changes.map(({ id }) => id), nodes);
      const start = first && now?.from.get(first.id);
      if (!now || !first?.position || !start) return [...changes];
      const raw = { x: first.position.x - start.x, y: first.position.y - start.y };
      const pull = reach();
      const { by, guides } = pull > 0 ? snap({ ...now.box, x: now.box.x + raw.x, y: now.box.y + raw.y }, now.others, pull) : { by: { x: 0, y: 0 }, guides: [] };
      const dragging = first.dragging === true;
      const placed = [...now.from].map(([id, { x, y }]): [string, Point] => [id, { x: x + raw.x + by.x, y: y + raw.y + by.y }]);
      places = new Map(placed);
      if (dragging && (guides.length > 0 || guided)) onGuides(guides);
      guided = guides.length > 0;
      if (!dragging) {
        now = undefined;
        guided = false;
        onGuides([]);
      }
      return placed.map(([id, position]): NodePositionChange => ({ id, type: 'position', position, dragging }));
    },
    dropped: () => places,
  };
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
