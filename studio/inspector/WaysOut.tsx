import { edgeFrom } from '@parley/shared/flow/removeAll';
import type { Issue } from '@parley/shared/issues/issue';
import type { Exit } from '@parley/shared/nodes/defineNode';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { select, told } from '../commands/actions.ts';
import { lead, leadAll } from '../commands/adding.ts';
import { looseEnds } from '../commands/edits/reading.ts';
import { useDesigner, useFlow } from '../store/designerContext.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Hints } from './FieldFrame.tsx';
import { TargetSelect } from './TargetSelect.tsx';
import styles from './Inspector.module.css';

/** Where each way out leads, as a list: what is drawn by dragging can be chosen here. */
export function WaysOut({ id, exits, issues }: { id: string; exits: readonly Exit[]; /** Those about a way out. */ issues: readonly Issue[] }) {
  const { t } = useTranslation();
  const desk = useDesigner();
  const flow = useFlow();
  const loose = looseEnds(flow, [id], desk.nodeTypes);
  return (
    <div className={styles.ways}>
      {exits.map((exit) => {
        const edge = edgeFrom(flow, id, exit.id);
        const to = edge ? flow.edges[edge]?.to ?? null : null;
        return (
          <div key={exit.id} className={styles.way} data-field={exit.id}>
            <label htmlFor={`way-${exit.id}`} dir="auto">{exit.label}</label>
            <TargetSelect
              wrong={issues.some(({ field }) => field === exit.id)}
              id={`way-${exit.id}`} value={to} placeholder={exit.handledBySettings ? t(`inspector.by_${exit.handledBySettings}`) : t('inspector.nowhere')}
              onChoose={(next) => lead(desk, id, exit.id, next)} onClear={() => { if (edge) told(desk.store.change(t('gesture.disconnect'), (draft) => { delete draft.edges[edge]; })); }}
            />
            <IconButton label={t('inspector.goTo')} disabled={!to} onClick={() => { if (to) select(desk, [to], { reveal: true }); }}><IconArrowRight size={14} stroke={1.75} /></IconButton>
          </div>
        );
      })}
      <Hints id="ways-hint" issues={issues} />
      {desk.editable && loose.length > 1 && (
        <div className={styles.section}>
          <label htmlFor="loose-ends">{t('arrange.loose')}</label>
          <TargetSelect id="loose-ends" value={null} placeholder={t('arrange.leadTo')} onChoose={(to) => leadAll(desk, loose, to)} />
        </div>
      )}
    </div>
  );
}
