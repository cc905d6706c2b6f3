import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { meQuery } from '../../api/queries.ts';
import { Canvas } from '../../canvas/Canvas.tsx';
import { Outline } from '../../outline/Outline.tsx';
import { useDesigner, useUi } from '../../store/designerContext.ts';
import { Segments } from '../../ui/Segments.tsx';
import { ViewPlace } from './ViewPlace.tsx';
import { viewOf } from './views.tsx';
import styles from './Designer.module.css';

const Texts = viewOf('translations')?.Panel;
const Comments = viewOf('comments')?.Panel;
const History = viewOf('history')?.Panel;

/** The views that are the same in a wide window. */
const shared = ['translations', 'history', 'comments'] as const;

/** Under 1024 px: the drawing to look at, its outline, its translations, its history, and the simulator; drawing needs the room of a larger screen. */
export function DesignerNarrow({ simulator }: { simulator: (onClose: () => void) => ReactNode }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const comes = search.has('session');
  const { ui } = useDesigner();
  const me = useQuery(meQuery);
  const mayEdit = me.data?.rights.includes('bots.edit') ?? false;
  const [own, setOwn] = useState<'canvas' | 'outline' | 'simulator'>(comes ? 'simulator' : 'canvas');
  // What stands instead of the drawing is the same in a wide window: turning a tablet keeps it.
  const open = useUi(({ view: now }) => shared.find((each) => each === now));
  const placing = useUi((state) => state.commenting === 'place');
  const view = placing ? 'canvas' : open ?? own;
  // Once looked at it stays: out of sight it still lights its path on the canvas.
  const [talked, setTalked] = useState(comes);
  const show = (next: typeof view): void => {
    const apart = shared.find((each) => each === next);
    ui.setState({ view: apart ?? 'design', commenting: undefined });
    // What closes one of them leads to the drawing.
    setOwn(next === 'outline' || next === 'simulator' ? next : 'canvas');
    setTalked((before) => before || next === 'simulator');
  };
  const leave = (): void => show('canvas');
  return (
    <div className={styles.work}>
      <div className={styles.narrow}>
        <Segments label={t('designer.views')} value={view} onChange={show} options={[{ value: 'canvas', label: t('canvas.name') }, { value: 'outline', label: t('canvas.outline') }, { value: 'translations', label: t('texts.name') }, { value: 'simulator', label: t('simulator.name') }, { value: 'history', label: t('history.name') }, { value: 'comments', label: t('comments.name') }]} />
        <span>{t(mayEdit ? 'designer.narrow' : 'designer.readOnly')}</span>
      </div>
      {view === 'translations' && Texts && <ViewPlace onLeave={leave}><Texts /></ViewPlace>}
      {view === 'history' && History && <ViewPlace onLeave={leave}><History /></ViewPlace>}
      {/* The canvas pans by itself; the others are scrolled. */}
      <main hidden={view === 'translations' || view === 'history'} style={{ minHeight: 0, position: 'relative', overflow: view === 'canvas' ? 'hidden' : 'auto' }}>
        {view === 'canvas' ? <Canvas /> : view === 'outline' && <Outline plain />}
        {view === 'comments' && Comments && <ViewPlace onLeave={leave}><Comments /></ViewPlace>}
        {talked && <div className={styles.kept} hidden={view !== 'simulator'} style={{ height: '100%' }}>{simulator(leave)}</div>}
      </main>
    </div>
  );
}
