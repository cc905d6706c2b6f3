import { IconChevronRight } from '@tabler/icons-react';
import type { HistoryStep } from '@parley/shared/api/history';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../ui/Avatar.tsx';
import { relativeTime, timeOfDay, whenExactly } from '../ui/relativeTime.ts';
import { PointMenu } from './PointMenu.tsx';
import type { PointAct } from './timeline.ts';
import { pointBefore, pointOf, pointOfStep } from './timeline.ts';
import type { Sitting } from './timeline.ts';
import { nameOfThing, sentenceOf } from './words.ts';
import styles from './History.module.css';

/** What one person did in one sitting: who, when, what, and when unfolded step by step. */
export function SittingRow({ sitting, at, nameOfFlow, act }: { sitting: Sitting; at: string; nameOfFlow: ((id: string) => string) | undefined; act: PointAct }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const list = useId();
  const { steps, by, flows } = sitting;
  const [newest] = steps;
  const oldest = steps.at(-1);
  if (!newest || !oldest) return null;
  const who = by?.name ?? t('history.somebody');
  const point = pointOf(sitting);
  const when = whenExactly(newest.at);
  const chosen = at === point || (!open && steps.some((step) => pointOfStep(step) === at));
  return (
    <li className={styles.entry} data-chosen={chosen || undefined}>
      <button type="button" className={styles.row} aria-current={chosen || undefined} disabled={!newest.kept} title={newest.kept ? undefined : t('history.notKept')} onClick={() => act.look(point)}>
        <span className={styles.sign} aria-hidden="true"><Avatar name={who} /></span>
        <span className={styles.words}>
          <span className={styles.top}><b className="cut" dir="auto">{who}</b><time dateTime={newest.at} title={when}>{relativeTime(newest.at)}</time></span>
          <span className={styles.sentence} dir="auto">{sentenceOf(sitting)}</span>
          {nameOfFlow && <span className={styles.flows} dir="auto">{flows.map(nameOfFlow).join(', ')}</span>}
        </span>
      </button>
      <div className={styles.side}>
        {newest.kept && <PointMenu label={t('history.more', { when })} point={point} before={pointBefore(oldest)} act={act} onName={() => act.name(point, newest.at)} />}
      </div>
      {steps.length > 1 && (
        <button type="button" className={styles.unfold} aria-expanded={open} aria-controls={open ? list : undefined} aria-label={`${t('history.steps', { count: steps.length })}, ${t('history.unfold', { when })}`} onClick={() => setOpen(!open)}>
          <IconChevronRight className={styles.chevron} size={14} stroke={1.75} aria-hidden="true" />{t('history.steps', { count: steps.length })}
        </button>
      )}
      {open && <ol id={list} className={styles.steps}>{steps.map((step) => <StepRow key={pointOfStep(step)} step={step} at={at} nameOfFlow={flows.length > 1 ? nameOfFlow : undefined} act={act} />)}</ol>}
    </li>
  );
}

function StepRow({ step, at, nameOfFlow, act }: { step: HistoryStep; at: string; nameOfFlow: ((id: string) => string) | undefined; act: PointAct }) {
  const { t } = useTranslation();
  const point = pointOfStep(step);
  const names = [...new Set(step.things.map(nameOfThing))];
  const when = whenExactly(step.at);
  return (
    <li className={styles.step}>
      <button type="button" className={styles.stepRow} aria-current={at === point || undefined} disabled={!step.kept} title={step.kept ? undefined : t('history.notKept')} onClick={() => act.look(point)}>
        <span className={styles.top}><span dir="auto">{step.gesture}</span><time dateTime={step.at} title={when}>{timeOfDay(step.at)}</time></span>
        {names.length > 0 && <small className="cut" dir="auto" title={names.join(', ')}>{[nameOfFlow?.(step.flowId), names.join(', ')].filter(Boolean).join(': ')}</small>}
      </button>
      {step.kept && <PointMenu label={t('history.more', { when: `${when}, ${step.gesture}` })} point={point} before={pointBefore(step)} act={act} onName={() => act.name(point, step.at)} />}
    </li>
  );
}
