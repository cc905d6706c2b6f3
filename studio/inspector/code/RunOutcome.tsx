import type { RanCode } from '@parley/shared/api/sandbox';
import type { ValueType } from '@parley/shared/expressions/types';
import { IconAlertOctagon, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { titleOf } from '../../store/cardOf.ts';
import { useDesigner, useFlow } from '../../store/designerContext.ts';
import { took } from '../../ui/relativeTime.ts';
import { typeName } from '../typeName.ts';
import { judgeRun } from './judgeRun.ts';
import styles from './Code.module.css';

/** What came of a run: the way out it takes and where that leads, its result or its error, and what it wrote. */
export function RunOutcome({ node, ran, output }: { node: string; ran: RanCode; output: ValueType }) {
  const { t } = useTranslation();
  const { nodeTypes } = useDesigner();
  const flow = useFlow();
  const judged = judgeRun(ran, output);
  const done = judged.exit === 'done';
  const drawn = flow.nodes[node];
  const exit = drawn && nodeTypes[drawn.type]?.exits(drawn.data).find(({ id }) => id === judged.exit);
  const to = Object.values(flow.edges).find((edge) => edge.from === node && edge.exit === judged.exit)?.to;
  const target = to === undefined ? undefined : flow.nodes[to];
  const leads = target ? titleOf(target, nodeTypes[target.type]) : exit?.handledBySettings ? t(`inspector.by_${exit.handledBySettings}`) : t('inspector.nowhere');
  return (
    <div className={styles.outcome} data-done={done || undefined}>
      <p className={styles.verdict}>
        {done ? <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" /> : <IconAlertOctagon size={16} stroke={1.75} aria-hidden="true" />}
        <span>{t('tryCode.takes', { exit: exit?.label ?? judged.exit, leads })}</span>
        {ran.ms !== undefined && <span className={styles.took}>{took(ran.ms)}</span>}
      </p>
      {!ran.ok && <p className={styles.error}>{ran.error}</p>}
      {ran.ok && !done && <p className={styles.error}>{t('tryCode.otherType', { type: typeName(output) })}</p>}
      {ran.ok && <pre className={styles.value} aria-label={t('tryCode.result')} dir="ltr">{JSON.stringify(ran.value, null, 2)}</pre>}
      {ran.log && (
        <>
          <p className={styles.caption}>{t('tryCode.log')}</p>
          <pre className={styles.value} dir="ltr">{ran.log.join('\n')}</pre>
        </>
      )}
    </div>
  );
}
