import { IconAlertOctagon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiFailure, sentenceOf } from '../api/ApiFailure.ts';
import { placeOf } from './host/litPath.ts';
import type { NodePlace } from './host/litPath.ts';
import type { Simulation } from './useSimulation.ts';
import styles from './Simulator.module.css';

/** Says that a program was not run, and why; the conversation waits for it, because a program that never ran took no way out. */
export function NotRunNotice({ simulation, titleOf }: { simulation: Simulation; titleOf: (place: NodePlace) => string }) {
  const { t } = useTranslation();
  const { notRun, talk, runAgain } = simulation;
  if (notRun === undefined) return null;
  const place = placeOf(talk.snapshot);
  return (
    <p className={styles.failure} data-whole role="alert">
      <IconAlertOctagon size={14} stroke={1.75} aria-hidden="true" />
      <span>{t('sim.notRun', { node: place ? titleOf(place) : '', why: notRun instanceof ApiFailure && notRun.status === 0 ? t('sim.unreached') : sentenceOf(notRun) })}{' '}<button type="button" onClick={runAgain}>{t('common.tryAgain')}</button></span>
    </p>
  );
}
