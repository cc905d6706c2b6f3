import { useTranslation } from 'react-i18next';
import { IconSubtask, IconRobot } from '@tabler/icons-react';
import { useDesigner, useFlow, useFlowNames, useUi } from '../store/designerContext.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { Tile } from '../ui/Tile.tsx';
import { FlowSettings } from './FlowSettings.tsx';
import { VariablesPanel } from './VariablesPanel.tsx';
import styles from './Inspector.module.css';

/** The flow itself, while nothing is chosen: what holds for all of it, and its variables. */
export function FlowInspector() {
  const { t } = useTranslation();
  const { ui, flowId, book } = useDesigner();
  const names = useFlowNames();
  const tab = useUi((state) => state.flowTab);
  const count = Object.keys(useFlow().variables).length;
  const main = flowId === book.main;
  return (
    <>
      <div className={styles.head}>
        <div className={styles.titleRow}>
          <Tile family={main ? 'ends' : 'decide'} size={28}>{main ? <IconRobot size={16} stroke={1.75} /> : <IconSubtask size={16} stroke={1.75} />}</Tile>
          <h2 className={`${styles.title} ${styles.twoLines}`} title={names[flowId]}>{names[flowId]}</h2>
        </div>
        <div className={styles.tabs}><Tabs id="flow" bare label={t('inspector.views')} value={tab} onChange={(flowTab) => ui.setState({ flowTab })} tabs={[{ value: 'settings', label: t('flow.settings') }, { value: 'variables', label: count > 0 ? t('flow.variablesCount', { count }) : t('flow.variables') }]} /></div>
      </div>
      <div className={styles.body} id="flow-panel" role="tabpanel" aria-labelledby={`flow-${tab}`} data-form>{tab === 'settings' ? <FlowSettings /> : <VariablesPanel />}</div>
    </>
  );
}
