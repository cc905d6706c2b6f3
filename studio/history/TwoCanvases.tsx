import type { Change } from '@parley/shared/api/releases';
import type { Flow } from '@parley/shared/flow/document';
import { cardSizes } from '@parley/shared/layout/cardSizes';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Canvas } from '../canvas/Canvas.tsx';
import { CanvasLink } from '../canvas/CanvasLink.ts';
import { VersionMarks } from '../canvas/VersionMarks.ts';
import type { VersionMark } from '../canvas/VersionMarks.ts';
import type { Sides } from '../changes/readFields.ts';
import type { UiStore } from '../store/uiStore.ts';
import { marksOf } from './marksOf.ts';
import { PastDesk } from './PastDesk.tsx';
import type { CanvasPair } from './useTwoCanvases.ts';
import styles from './Compare.module.css';

/** About the height of a card, for a first look before cards are measured. */
const cardHeight = 130;
const readable = 0.45;

/** Both drawings, the old one first, looked at together: where one goes the other goes. `only` shows one of them, the other stays behind it. */
export function TwoCanvases({ flowId, sides, changes, names, canvases, only }: { flowId: string; sides: Sides; changes: readonly Change[]; names: { before: string; after: string }; canvases: CanvasPair; only?: 'before' | 'after' | undefined }) {
  const marks = useMemo(() => marksOf(changes), [changes]);
  const first = useRef<HTMLDivElement>(null);
  const begun = useRef(false);
  useLayoutEffect(() => {
    const box = first.current?.getBoundingClientRect();
    if (!box || begun.current) return;
    begun.current = true;
    const shown = only && sides[only];
    // What is on the side that is shown.
    const there = shown ? changes.filter(({ id }) => shown.nodes[id]) : changes;
    canvases.link.go(firstLook(sides, there, { width: only ? box.width : box.width / 2, height: box.height }));
  }, [canvases, sides, changes, only]);
  return (
    <div className={styles.two} data-only={only} ref={first} dir="ltr">
      <CanvasLink.Provider value={canvases.link}>
        <Side side="before" name={names.before} flowId={flowId} flow={sides.before} ui={canvases.before} marks={marks.before} behind={only === 'after'} />
        <Side side="after" name={names.after} flowId={flowId} flow={sides.after} ui={canvases.after} marks={marks.after} behind={only === 'before'} />
      </CanvasLink.Provider>
    </div>
  );
}

function Side({ side, name, flowId, flow, ui, marks, behind }: { side: 'before' | 'after'; name: string; flowId: string; flow: Flow | undefined; ui: UiStore; marks: ReadonlyMap<string, VersionMark>; behind: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.side} inert={behind} aria-hidden={behind || undefined}>
      <p className={styles.sideName}><span>{t(side === 'before' ? 'compare.from' : 'compare.to')}</span><b className="cut" dir="auto" title={name}>{name}</b></p>
      {flow
        ? <PastDesk flowId={flowId} flow={flow} ui={ui}><VersionMarks.Provider value={marks}><Canvas plain label={t('compare.canvasOf', { version: name })} /></VersionMarks.Provider></PastDesk>
        : <p className={styles.absent}>{t('compare.absent')}</p>}
    </div>
  );
}

/** Both drawings whole where they can be read like that, else the first thing that is different. */
function firstLook({ before, after }: Sides, changes: readonly Change[], { width, height }: { width: number; height: number }): { x: number; y: number; zoom: number } {
  const places = [before, after].flatMap((flow) => Object.values(flow?.nodes ?? {}));
  const [left, top] = [Math.min(...places.map(({ x }) => x)), Math.min(...places.map(({ y }) => y))];
  const [right, bottom] = [Math.max(...places.map(({ x }) => x)) + cardSizes.width, Math.max(...places.map(({ y }) => y)) + cardHeight];
  if (places.length === 0) return { x: 0, y: 0, zoom: 1 };
  const zoom = Math.min(1, (width - 48) / (right - left), (height - 80) / (bottom - top));
  if (zoom >= readable) return { x: (width - (left + right) * zoom) / 2, y: 16 + (height - (top + bottom) * zoom) / 2, zoom };
  const changed = changes.find(({ what, moved }) => what === 'node' && !moved);
  const at = changed && (after?.nodes[changed.id] ?? before?.nodes[changed.id]) || places[0];
  return { x: width / 2 - ((at?.x ?? 0) + cardSizes.width / 2) * 0.6, y: height / 2 - ((at?.y ?? 0) + cardHeight / 2) * 0.6, zoom: 0.6 };
}
