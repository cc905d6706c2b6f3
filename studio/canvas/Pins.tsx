import { IconPlus } from '@tabler/icons-react';
import { useStore, ViewportPortal } from 'reactflow';
import { useTranslation } from 'react-i18next';
import { useDesigner, useUi } from '../store/designerContext.ts';
import { useTalk } from '../store/talk.ts';
import type { Pin } from '../store/talk.ts';
import { initialsOf } from '../ui/initialsOf.ts';
import styles from './Talk.module.css';

const none: readonly Pin[] = [];

/** Open threads at places of this canvas, and the one about to be begun. The list beside the canvas has them for the keyboard. */
export function Pins() {
  const { t } = useTranslation();
  const { ui, flowId } = useDesigner();
  const pins = useTalk((state) => state.pins[flowId]) ?? none;
  const open = useUi((state) => state.thread);
  const begun = useUi((state) => (typeof state.commenting === 'object' && 'x' in state.commenting ? state.commenting : undefined));
  const zoom = useStore(({ transform }) => transform[2]);
  const place = (x: number, y: number) => ({ transform: `translate(${x}px, ${y}px) scale(${1 / zoom})` });
  return (
    <ViewportPortal>
      {pins.map(({ id, x, y, by, unread }) => (
        <button
          key={id} type="button" tabIndex={-1} className={`${styles.pin} nopan nodrag`} style={place(x, y)} data-open={open === id || undefined} data-unread={unread || undefined} aria-label={t('comments.pin', { name: by || t('comments.gone') })} title={by}
          onClick={(event) => { event.stopPropagation(); ui.setState({ view: 'comments', thread: id, commenting: undefined }); }}
        >{initialsOf(by) || '?'}</button>
      ))}
      {begun && <span className={styles.pin} data-open style={place(begun.x, begun.y)} aria-hidden="true"><IconPlus size={14} stroke={2} /></span>}
    </ViewportPortal>
  );
}
