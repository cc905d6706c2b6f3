import { IconArrowBackUp, IconArrowForwardUp, IconListTree, IconMarquee2, IconMinus, IconPhotoDown, IconPlus, IconSearch, IconSitemap } from '@tabler/icons-react';
import { useStore } from 'reactflow';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { redo, undo } from '../commands/actions.ts';
import { tidySelection } from '../commands/arranging.ts';
import { openFind } from '../commands/openFind.ts';
import { useDesigner, useFlowState, useUi } from '../store/designerContext.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './Canvas.module.css';

/** The floating bar: take back, zoom, tidy, outline. */
export function CanvasBar() {
  const { t } = useTranslation();
  const desk = useDesigner();
  const zoom = useStore(({ transform }) => Math.round(transform[2] * 100));
  const back = useFlowState(({ undo: lines }) => lines.at(-1)?.gesture);
  const forth = useFlowState(({ redo: lines }) => lines.at(-1)?.gesture);
  const outline = useUi((state) => state.outline);
  const canvas = useUi((state) => state.canvas);
  const several = useUi((state) => state.several);
  const selection = useUi((state) => state.selection);
  const some = useFlowState(({ flow }) => selection.filter((id) => flow.nodes[id]).length > 1);
  const [tidying, setTidying] = useState(false);
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('canvas.bar')}>
      {desk.editable && (
        <>
          <IconButton label={back ? t('canvas.undo', { gesture: back }) : t('canvas.nothingToUndo')} keys="Ctrl Z" size="xs" disabled={!back} onClick={() => undo(desk)}><IconArrowBackUp size={16} stroke={1.75} /></IconButton>
          <IconButton label={forth ? t('canvas.redo', { gesture: forth }) : t('canvas.nothingToRedo')} keys="Ctrl Shift Z" size="xs" disabled={!forth} onClick={() => redo(desk)}><IconArrowForwardUp size={16} stroke={1.75} /></IconButton>
          <span className={styles.sep} />
        </>
      )}
      <IconButton label={t('canvas.zoomOut')} keys="-" size="xs" onClick={() => canvas?.zoomBy(1 / 1.2)}><IconMinus size={14} stroke={1.75} /></IconButton>
      <button type="button" className={styles.zoom} aria-label={t('canvas.fit', { zoom })} title={t('canvas.fitShort')} onClick={() => canvas?.fit()}>{zoom}%</button>
      <IconButton label={t('canvas.zoomIn')} keys="+" size="xs" onClick={() => canvas?.zoomBy(1.2)}><IconPlus size={14} stroke={1.75} /></IconButton>
      <span className={styles.sep} />
      {desk.editable && <IconButton label={t(several ? 'several.off' : 'several.on')} keys="M" size="xs" pressed={several} onClick={() => desk.ui.setState({ several: !several })}><IconMarquee2 size={16} stroke={1.75} /></IconButton>}
      <IconButton label={t('find.here')} keys="Ctrl F" size="xs" onClick={() => openFind(desk.ui, { everywhere: false })}><IconSearch size={16} stroke={1.75} /></IconButton>
      {desk.editable && <IconButton label={t(some ? 'arrange.tidySelection' : 'canvas.tidy')} keys="L" size="xs" disabled={tidying} aria-busy={tidying} onClick={() => { setTidying(true); void tidySelection(desk).finally(() => setTidying(false)); }}><IconSitemap size={16} stroke={1.75} /></IconButton>}
      <IconButton label={t('canvas.outline')} keys="O" size="xs" pressed={outline} onClick={() => desk.ui.setState({ outline: !outline })}><IconListTree size={16} stroke={1.75} /></IconButton>
      <IconButton label={t('diagram.open')} size="xs" onClick={() => desk.ui.setState({ exporting: true })}><IconPhotoDown size={16} stroke={1.75} /></IconButton>
    </div>
  );
}
