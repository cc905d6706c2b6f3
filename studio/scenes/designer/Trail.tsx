import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { leaveCall } from '../../commands/trail.ts';
import { titleOf } from '../../store/cardOf.ts';
import { useDesigner, useFlowNames, useUi } from '../../store/designerContext.ts';
import { trailTo } from '../../store/uiStore.ts';
import styles from './Designer.module.css';

/** The flows somebody came through into this one; each leads back to the node that makes the call. */
export function Trail() {
  const { t } = useTranslation();
  const desk = useDesigner();
  const { book, flowId, nodeTypes } = desk;
  const names = useFlowNames();
  const trail = trailTo(useUi((state) => state.trail), flowId);
  return trail.map((call, index) => {
    const node = book.flows.getState()[call.flow]?.store.getState().flow.nodes[call.node];
    const flow = call.flow === book.main ? t('designer.mainFlow') : names[call.flow] ?? '';
    const at = node ? titleOf(node, nodeTypes[node.type]) : '';
    return (
      <Fragment key={`${index}${call.node}`}>
        <button type="button" className={`${styles.trail} cut`} title={node ? t('trail.calledIn', { flow, node: at }) : flow} onClick={() => leaveCall(desk, call)}>{flow}{at && <span dir="auto"> · {at}</span>}</button>
        <span className={styles.quiet}>/</span>
      </Fragment>
    );
  });
}
