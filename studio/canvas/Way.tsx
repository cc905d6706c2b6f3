import { cardSizes } from '@parley/shared/layout/cardSizes';
import { IconPlus, IconX } from '@tabler/icons-react';
import { EdgeLabelRenderer, useInternalNode } from 'reactflow';
import type { EdgeProps, InternalNode } from 'reactflow';
import { memo, useContext, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoverage } from '../store/coverage.ts';
import { useDesigner } from '../store/designerContext.ts';
import { CanvasActions } from './CanvasActions.ts';
import type { CanvasEdge } from './graph.ts';
import type { Point, Rect } from './geometry.ts';
import { routeEdge } from './routeEdge.ts';
import { VersionMarks } from './VersionMarks.ts';
import styles from './Way.module.css';

/** An edge: from a way out to a card, under the cards, around what stands in its way. */
export const Way = memo(function Way({ id, source, target, sourceX, sourceY, selected }: EdgeProps<CanvasEdge>) {
  const { flowId, path, editable } = useDesigner();
  const { obstacles, slots } = useContext(CanvasActions);
  const slot = slots.get(id) ?? 0;
  const from = rectOf(useInternalNode(source));
  const to = rectOf(useInternalNode(target));
  const taken = path(({ edges }) => edges.has(`${flowId}/${id}`));
  const uncovered = useCoverage(({ nodes, edges }) => nodes !== undefined && !edges.has(`${flowId}/${id}`));
  const version = useContext(VersionMarks)?.get(id);
  const [over, setOver] = useState(false);
  const leave = useRef<ReturnType<typeof setTimeout>>(undefined);
  const key = from && to ? [sourceX, sourceY, from.x, from.y, from.width, from.height, to.x, to.y, to.width, to.height].join() : '';
  const route = useMemo(
    () => (from && to ? routeEdge({ at: { x: sourceX, y: sourceY }, card: from }, to, obstacles, slot) : undefined),
    // The numbers stand for the two rectangles, which are new objects each time.
    // eslint-disable-next-line react/exhaustive-deps
    [key, obstacles, slot],
  );
  if (!route) return null;
  const enter = (): void => { clearTimeout(leave.current); setOver(true); };
  // A moment to reach the buttons.
  const exit = (): void => { leave.current = setTimeout(() => setOver(false), 250); };
  const state = taken ? 'taken' : selected ? 'selected' : '';
  return (
    <>
      <g className={styles.way} onMouseEnter={enter} onMouseLeave={exit}>
        <path d={route.path} className={styles.hit} />
        <path d={route.path} data-uncovered={uncovered || undefined} data-version={version} pathLength={taken ? 1 : undefined} className={`${styles.line} ${state ? styles[state] ?? '' : ''}`} markerEnd={`url(#way-${state || 'plain'})`} />
      </g>
      {(over || selected) && editable && (
        <WayTools id={id} at={route.middle} onEnter={enter} onLeave={exit} />
      )}
    </>
  );
});

/** The buttons in the middle of an edge: put something in, take it away. */
function WayTools({ id, at, onEnter, onLeave }: { id: string; at: Point; onEnter: () => void; onLeave: () => void }) {
  const { t } = useTranslation();
  const { store } = useDesigner();
  const { addOnEdge } = useContext(CanvasActions);
  return (
    <EdgeLabelRenderer>
        <div className={`${styles.tools} nodrag nopan`} style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }} onMouseEnter={onEnter} onMouseLeave={onLeave}>
          <button type="button" className={styles.tool} aria-label={t('canvas.insert')} title={t('canvas.insert')} tabIndex={-1} onClick={(event) => addOnEdge(id, { x: event.clientX, y: event.clientY })}><IconPlus size={14} stroke={1.75} /></button>
          <button type="button" className={styles.tool} aria-label={t('canvas.disconnect')} title={t('canvas.disconnect')} tabIndex={-1} onClick={() => store.change(t('gesture.disconnect'), (flow) => { delete flow.edges[id]; })}><IconX size={14} stroke={1.75} /></button>
        </div>
      </EdgeLabelRenderer>
  );
}

function rectOf(node: InternalNode | undefined): Rect | undefined {
  if (!node) return undefined;
  const { x, y } = node.internals.positionAbsolute;
  return { x, y, width: node.measured.width ?? cardSizes.width, height: node.measured.height ?? cardSizes.header };
}

/** Arrow heads of the three looks an edge has. */
export function WayMarkers() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
      <defs>
        {([['plain', '--parley-edge', 7], ['taken', '--parley-thread', 5], ['selected', '--parley-thread', 5.5]] as const).map(([name, color, size]) => (
          <marker key={name} id={`way-${name}`} viewBox="0 0 8 8" refX="2" refY="4" markerWidth={size} markerHeight={size} orient="auto"><path d="M1 .8 6.6 4 1 7.2z" fill={`var(${color})`} /></marker>
        ))}
      </defs>
    </svg>
  );
}
