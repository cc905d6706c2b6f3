import { useStore, ViewportPortal } from 'reactflow';
import type { Guide } from './snap.ts';
import styles from './Guides.module.css';

/** The lines a dragged card stands on, one pixel wide at every zoom. */
export function Guides({ guides }: { guides: readonly Guide[] }) {
  const zoom = useStore(({ transform }) => transform[2]);
  if (guides.length === 0) return null;
  const thin = 1 / zoom;
  return (
    <ViewportPortal>
      {guides.map(({ axis, at, from, to }) => (
        <div key={`${axis}${at}`} className={styles.guide} data-guide={axis} style={axis === 'x' ? { transform: `translate(${at - thin / 2}px, ${from}px)`, width: thin, height: to - from } : { transform: `translate(${from}px, ${at - thin / 2}px)`, width: to - from, height: thin }} />
      ))}
    </ViewportPortal>
  );
}
