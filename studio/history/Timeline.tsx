import { Button, Select } from '@mantine/core';
import { historyLimits } from '@parley/shared/api/history';
import { IconHistory, IconPointFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { sentenceOf as failureOf } from '../api/ApiFailure.ts';
import { useDesigner, useFlowNames } from '../store/designerContext.ts';
import { Bone } from '../ui/Bone.tsx';
import { Failed } from '../ui/Failed.tsx';
import { MarkRow } from './MarkRow.tsx';
import { SittingRow } from './SittingRow.tsx';
import type { PointAct } from './timeline.ts';
import type { HistoryLine } from './useHistory.ts';
import styles from './History.module.css';

/** The line of the history, newest first: sittings that can be unfolded into their steps, named versions and published ones. */
export function Timeline({ line, at, flow, onFlow, act, nameOf }: { line: HistoryLine; at: string; flow: string | undefined; onFlow: (flow: string | undefined) => void; act: PointAct; nameOf: (point: string) => string }) {
  const { t } = useTranslation();
  const { book } = useDesigner();
  const names = useFlowNames();
  const { entries, error, again, older, loadingOlder } = line;
  const flows = Object.keys(names);
  const nameOfFlow = (id: string): string => (id === book.main ? t('history.mainFlow') : names[id] ?? id);
  return (
    <div className={styles.line} data-panel="history" tabIndex={-1}>
      <header className={styles.lineHead}>
        <h2>{t('history.name')}</h2>
        {flows.length > 1 && <Select aria-label={t('history.filter')} size="xs" value={flow ?? ''} allowDeselect={false} data={[{ value: '', label: t('history.allFlows') }, ...flows.map((id) => ({ value: id, label: nameOfFlow(id) }))]} onChange={(next) => onFlow(next || undefined)} />}
      </header>
      <div className={styles.scroll}>
        {error !== null && error !== undefined && !entries && <div className={styles.pad}><Failed text={`${t('history.failed')} ${failureOf(error)}`} onAgain={again} /></div>}
        {!entries && !error && <div className={styles.bones} role="status" aria-label={t('common.loading')}>{Array.from({ length: 7 }, (_, row) => <div key={row}><Bone width="60%" height={14} /><Bone width={`${90 - (row % 3) * 14}%`} height={12} /></div>)}</div>}
        {entries && (
          <ol className={styles.entries} aria-label={t('history.name')}>
            <li className={styles.entry} data-chosen={at === 'now' || undefined}>
              <button type="button" className={styles.row} aria-current={at === 'now' || undefined} onClick={() => act.look('now')}>
                <span className={styles.sign} data-is="now"><IconPointFilled size={16} aria-hidden="true" /></span>
                <span className={styles.words}><b>{t('history.now')}</b><span>{t('history.nowText')}</span></span>
              </button>
            </li>
            {entries.map((entry) => (entry.is === 'sitting'
              ? <SittingRow key={entry.key} sitting={entry} at={at} nameOfFlow={flows.length > 1 ? nameOfFlow : undefined} act={act} />
              : <MarkRow key={entry.key} entry={entry} at={at} name={nameOf(entry.key)} act={act} />))}
          </ol>
        )}
        {entries?.length === 0 && <p className={styles.empty}><IconHistory size={16} stroke={1.75} aria-hidden="true" />{t('history.empty')}</p>}
        {older && <div className={styles.pad}><Button size="xs" fullWidth loading={loadingOlder} onClick={older}>{t('history.older')}</Button></div>}
        {entries && entries.length > 0 && !older && <p className={styles.keptFor}>{t('history.kept', { days: historyLimits.days })}</p>}
      </div>
    </div>
  );
}
