import { NodeResizer } from 'reactflow';
import type { NodeProps } from 'reactflow';
import { memo, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesigner } from '../store/designerContext.ts';
import { takeFocusAndSelect } from '../ui/takeFocus.ts';
import type { FrameNode } from './graph.ts';
import { ZoomLevel } from './ZoomLevel.ts';
import styles from './FrameCard.module.css';

const grip = { width: 8, height: 8, background: 'var(--parley-surface)', border: '1px solid var(--parley-line-control)', borderRadius: 2, pointerEvents: 'all' } as const;

/** A titled area under the cards; what stands in it moves with it. */
export const FrameCard = memo(function FrameCard({ id, data: { title, tone, width, height }, selected }: NodeProps<FrameNode>) {
  const { t } = useTranslation();
  const { store, ui, editable } = useDesigner();
  const level = useContext(ZoomLevel);
  const naming = ui((state) => state.renaming === id) && editable;
  const gesture = t('arrange.gesture.editFrame', { title: title || t('frame.untitled') });
  const keep = (next: string): void => {
    const name = next.trim().slice(0, 120);
    if (name !== title) store.change(gesture, (flow) => { const frame = flow.frames?.[id]; if (frame) frame.title = name; });
    ui.setState({ renaming: undefined });
  };
  return (
    <section className={`${styles.frame} ${selected ? styles.selected : ''}`} data-frame={id} data-tone={tone} data-level={level} style={{ width, height }} aria-label={[t('frame.name'), title].filter(Boolean).join(', ')}>
      <NodeResizer
        isVisible={selected && editable} minWidth={80} minHeight={60} lineStyle={{ border: 0, pointerEvents: 'none' }} handleStyle={grip}
        onResizeEnd={(_, size) => store.change(gesture, (flow) => {
          const frame = flow.frames?.[id];
          if (frame) Object.assign(frame, { x: Math.round(size.x), y: Math.round(size.y), width: Math.round(size.width), height: Math.round(size.height) });
        })}
      />
      <header className={styles.tab} data-frame-title onDoubleClick={() => { if (editable) ui.setState({ renaming: id }); }}>
        {naming ? (
          <input
            className={`${styles.input} nodrag`} dir="auto" aria-label={t('frame.title')} defaultValue={title} placeholder={t('frame.untitled')} maxLength={120} ref={takeFocusAndSelect} onBlur={(event) => keep(event.currentTarget.value)}
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key === 'Enter') keep(event.currentTarget.value);
              if (event.key === 'Escape') ui.setState({ renaming: undefined });
              if (event.key === 'Enter' || event.key === 'Escape') ui.getState().canvas?.focus();
            }}
          />
        ) : <span dir="auto" className="cut" title={title.length > 40 ? title : undefined}>{title || t('frame.untitled')}</span>}
      </header>
    </section>
  );
});
