import { IconCornerDownRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { History } from './history.ts';
import type { NodePlace } from './host/litPath.ts';
import { textOf } from './valueText.ts';
import styles from './Simulator.module.css';

/** Tells that a conversation was begun in the middle: where, and with which values. */
export function BegunFrom({ history, former, titleOf, main, onStart }: { history: History; /** It goes on from one that somebody had, and says so itself. */ former: boolean; titleOf: (place: NodePlace) => string; main: string; onStart: () => void }) {
  const { t } = useTranslation();
  const told = history.steps[1]?.told[0];
  const start = told?.type === 'begin' && 'at' in told.start ? told.start : undefined;
  if (!start || former) return null;
  const [flow = main, node = start.at] = start.at.includes(':') ? start.at.split(':') : [];
  const values = Object.entries({ ...start.variables, ...start.locals }).map(([name, value]) => `${name} = ${textOf(value)}`).join(', ');
  const begun = history.steps[1]?.talk.snapshot !== null;
  return (
    <div className={styles.notice} role="status">
      <span><IconCornerDownRight className="mirror" size={12} stroke={2} aria-hidden="true" /> {t(begun ? 'sim.from.begun' : 'sim.from.gone', { node: titleOf({ flow, node }) })}{values && <> <bdi>{t('sim.from.with', { values })}</bdi></>}</span>
      <button type="button" className={styles.link} onClick={onStart}>{t('sim.from.start')}</button>
    </div>
  );
}
