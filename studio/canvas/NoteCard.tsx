import { NodeResizer } from 'reactflow';
import type { NodeProps } from 'reactflow';
import { memo, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesigner } from '../store/designerContext.ts';
import { takeFocus } from '../ui/takeFocus.ts';
import { ChosenBy, useChosenBy } from './ChosenBy.tsx';
import type { NoteNode } from './graph.ts';
import { VersionFlag } from './VersionFlag.tsx';
import { VersionMarks } from './VersionMarks.ts';
import styles from './NoteCard.module.css';

/** A note on the canvas: words for colleagues, never said to anybody who chats. */
export const NoteCard = memo(function NoteCard({ id, data: { text, width, height }, selected }: NodeProps<NoteNode>) {
  const { t } = useTranslation();
  const { store, ui, editable } = useDesigner();
  const version = useContext(VersionMarks)?.get(id);
  const writing = ui((state) => state.renaming === id) && editable;
  const others = useChosenBy(id);
  const keep = (next: string): void => {
    if (next !== text) store.change(t('gesture.note'), (flow) => { const note = flow.notes[id]; if (note) note.text = next; });
    ui.setState({ renaming: undefined });
  };
  return (
    <>
      <NodeResizer isVisible={selected && editable} minWidth={80} minHeight={40} lineStyle={{ border: 0 }} handleStyle={{ width: 8, height: 8, background: 'var(--parley-surface)', border: '1px solid var(--parley-line-control)', borderRadius: 2 }} onResizeEnd={(_, size) => store.change(t('gesture.note'), (flow) => {
        const note = flow.notes[id];
        if (note) Object.assign(note, { x: Math.round(size.x), y: Math.round(size.y), width: Math.round(size.width), height: Math.round(size.height) });
      })} />
      {others.people.length > 0 && <div style={others.style}><ChosenBy people={others.people} /></div>}
      {version && <VersionFlag mark={version} />}
      <div dir="auto" data-version={version} className={`${styles.note} ${selected ? styles.selected : ''}`} style={{ width, height }} onDoubleClick={() => ui.setState({ renaming: id })}>
        {writing ? (
          <textarea
            className={`${styles.text} nodrag nowheel`} dir="auto" aria-label={t('canvas.note')} defaultValue={text} ref={takeFocus}
            onBlur={(event) => keep(event.currentTarget.value)}
            onKeyDown={(event) => { event.stopPropagation(); if (event.key !== 'Escape') return; keep(event.currentTarget.value); ui.getState().canvas?.focus(); }}
          />
        ) : text || t('canvas.emptyNote')}
      </div>
    </>
  );
});
