import { useStore } from 'reactflow';
import { useId } from 'react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { canvasKeys } from '../commands/canvasKeys.ts';
import { titleOf } from '../store/cardOf.ts';
import { useDesigner, useFlow, useUi } from '../store/designerContext.ts';
import { describeNode } from './describeNode.ts';
import { useContextMenu } from './useContextMenu.ts';
import { ZoomLevel } from './ZoomLevel.ts';
import styles from './Canvas.module.css';

/** The canvas as a place for the keyboard: one stop, arrows walk, and what is chosen is spoken. */
export function CanvasFrame({ frame, connecting, label, children }: { frame: RefObject<HTMLDivElement | null>; connecting: boolean; label: string; children: ReactNode }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const flow = useFlow();
  const menu = useContextMenu();
  const keys = useId();
  const zoom = useStore(({ transform }) => (transform[2] < 0.3 ? 'farther' : transform[2] < 0.6 ? 'far' : 'near'));
  const selection = useUi((state) => state.selection);
  const waiting = useUi((state) => state.connecting);
  const chosen = selection.at(-1);
  const from = waiting && flow.nodes[waiting.from];
  const several = useUi((state) => state.several);
  const placing = useUi((state) => state.commenting === 'place');
  return (
    // An application in the sense of ARIA: it has its own keys, and the outline beside it is the plain tree.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={frame} className={styles.canvas} data-zoom={zoom} data-panel="canvas" data-placing={placing || undefined} data-connecting={connecting || waiting ? true : undefined} tabIndex={0}
      role="application" aria-roledescription={t('canvas.role')} aria-label={label} aria-describedby={keys}
      onKeyDown={(event) => canvasKeys(desk, event)} {...menu}
    >
      <span id={keys} className="sr">{t('canvas.keys')}</span>
      <span className="sr" role="status">{chosen ? describeNode(desk, flow, chosen) : ''}</span>
      {from && <div className={styles.hint} role="status">{t('canvas.connectingFrom', { node: titleOf(from, desk.nodeTypes[from.type]), exit: desk.nodeTypes[from.type]?.exits(from.data).find(({ id }) => id === waiting.exit)?.label })}</div>}
      {several && !from && !placing && <div className={styles.hint} role="status">{t('several.hint')}</div>}
      {placing && <div className={styles.hint} role="status">{t('comments.place')}</div>}
      <ZoomLevel.Provider value={zoom}>{children}</ZoomLevel.Provider>
    </div>
  );
}
