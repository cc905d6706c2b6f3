import { useStore, ViewportPortal } from 'reactflow';
import { useShallow } from 'zustand/react/shallow';
import { colourStyle, useOthers } from '../store/others.ts';
import { useDesigner } from '../store/designerContext.ts';
import styles from './Others.module.css';

/** Where others point on this drawing, each in its colour with its name; nothing for a screen reader, which is told who comes. */
export function Cursors() {
  const { flowId } = useDesigner();
  const shown = useOthers(useShallow(({ pointers }) => Object.entries(pointers).flatMap(([from, { point }]) => (point.flowId === flowId && point.at ? [from] : []))));
  const zoom = useStore(({ transform }) => transform[2]);
  return <ViewportPortal>{shown.map((from) => <Cursor key={from} from={from} zoom={zoom} />)}</ViewportPortal>;
}

function Cursor({ from, zoom }: { from: string; zoom: number }) {
  const pointer = useOthers(({ pointers }) => pointers[from]);
  const colours = useOthers((state) => state.colours);
  if (!pointer?.point.at) return null;
  const { by, point: { at } } = pointer;
  return (
    <div className={styles.cursor} aria-hidden="true" data-cursor={by.name} style={{ transform: `translate(${at?.x ?? 0}px, ${at?.y ?? 0}px)`, ...colourStyle(colours, by.id) }}>
      <div className={styles.size} style={{ transform: `scale(${1 / zoom})` }}>
        <svg width="16" height="18" viewBox="0 0 16 18"><path d="M1.5 1.5 L1.5 14.2 L5.1 10.9 L7.5 16.4 L10.1 15.3 L7.7 9.9 L12.6 9.6 Z" /></svg>
        <span className={styles.name} dir="auto">{by.name}</span>
      </div>
    </div>
  );
}
