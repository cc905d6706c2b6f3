import { useMediaQuery } from '@mantine/hooks';
import { Fragment, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Canvas } from '../../canvas/Canvas.tsx';
import { ExportDialog } from '../../diagram/ExportDialog.tsx';
import { IncomingFile } from '../../imports/IncomingFile.tsx';
import { CommandPalette } from '../../commands/CommandPalette.tsx';
import { ContextMenu } from '../../commands/ContextMenu.tsx';
import { ShortcutMap } from '../../commands/ShortcutMap.tsx';
import { useDesignerKeys } from '../../commands/useDesignerKeys.ts';
import { FindPanel } from '../../find/FindPanel.tsx';
import { Inspector } from '../../inspector/Inspector.tsx';
import { IssuesDock } from '../../issues/IssuesDock.tsx';
import { Outline } from '../../outline/Outline.tsx';
import { AddMenu } from '../../palette/AddMenu.tsx';
import { Palette } from '../../palette/Palette.tsx';
import { useUi, useDesigner } from '../../store/designerContext.ts';
import { drawingShown, roomOf } from '../../store/uiStore.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { useWaitingKeeper } from '../../canvas/useWaitingKeeper.ts';
import { useTalkKeeper } from '../../comments/useTalkKeeper.ts';
import { Collisions } from './Collisions.tsx';
import { DesignerNarrow } from './DesignerNarrow.tsx';
import { DesignerSimulator } from './DesignerSimulator.tsx';
import { Halted } from './Halted.tsx';
import { TopBar } from './TopBar.tsx';
import { ViewPlace } from './ViewPlace.tsx';
import { viewOf } from './views.tsx';
import styles from './Designer.module.css';

/** The designer's panels by the width there is. */
export function DesignerLayout() {
  const { flowId, ui } = useDesigner();
  const wide = useMediaQuery('(min-width: 1024px)', true, { getInitialValueInEffect: false });
  useDesignerKeys();
  useTalkKeeper();
  useWaitingKeeper();
  // Whoever comes with a conversation comes for the simulator.
  const session = useSearchParams()[0].get('session');
  useEffect(() => { if (session !== null) ui.setState({ simulator: true, column: 'simulator', view: 'design' }); }, [session, ui]);
  return (
    <div className={styles.app}>
      <TopBar />
      {wide ? <Wide /> : <DesignerNarrow key={flowId} simulator={(onClose) => <DesignerSimulator onClose={onClose} />} />}
      <AddMenu /><ContextMenu /><CommandPalette /><ExportDialog /><IncomingFile /><ShortcutMap /><Collisions /><Halted />
    </div>
  );
}

function Wide() {
  const { t } = useTranslation();
  const { ui, editable, flowId } = useDesigner();
  const roomy = useMediaQuery('(min-width: 1280px)', true, { getInitialValueInEffect: false });
  const simulator = useUi((state) => state.simulator);
  const column = useUi((state) => state.column);
  // A view of its own stands beside the canvas, or instead of it, where palette and simulator are else.
  const beside = viewOf(useUi((state) => state.view));
  const shown = useUi(drawingShown);
  const outline = useUi((state) => state.outline);
  const finding = useUi((state) => state.find !== undefined);
  return (
    <div className={styles.work} data-simulator={(simulator && !beside) || undefined} data-view={beside && roomOf[beside.name]} data-look={(!editable && !beside) || undefined}>
      {beside && <ViewPlace key={beside.name} onLeave={() => ui.setState({ view: 'design' })}><beside.Panel key={beside.steady ? '' : flowId} /></ViewPlace>}
      <Fragment key={flowId}>
        {!beside && editable && <Palette />}
        <div className={styles.middle} hidden={!shown}>
          <main style={{ minHeight: 0, position: 'relative' }} aria-label={t('canvas.name')}><Canvas />{outline && !finding && <div className={styles.outline}><Outline /></div>}{finding && <div className={styles.find}><FindPanel /></div>}</main>
          <div className={styles.dock}><IssuesDock /></div>
        </div>
        {!shown ? undefined : roomy || !simulator || beside ? <Inspector /> : (
          <div className={styles.column}>
            <div className={styles.columnTabs}><Tabs id="column" bare label={t('designer.column')} value={column} onChange={(next) => ui.setState({ column: next })} tabs={[{ value: 'inspector', label: t('inspector.name') }, { value: 'simulator', label: t('simulator.name') }]} /></div>
            {column === 'inspector' && <Inspector />}
            <div className={styles.kept} hidden={column !== 'simulator'}><DesignerSimulator /></div>
          </div>
        )}
        {/* Out of sight it still lights its path on the canvas. */}
        {(roomy || beside) && simulator && <div className={styles.kept} hidden={beside !== undefined}><DesignerSimulator /></div>}
      </Fragment>
    </div>
  );
}
