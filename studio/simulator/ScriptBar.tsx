import { Button } from '@mantine/core';
import { IconAlertOctagon, IconCircleCheck, IconPlayerSkipForward, IconPlayerTrackNext, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/IconButton.tsx';
import type { ScriptRun } from './useScript.ts';
import styles from './Simulator.module.css';

/** The test that is had: how far it has come, its next line, and at its end whether it went as written. */
export function ScriptBar({ script }: { script: ScriptRun }) {
  const { t } = useTranslation();
  const { test, at, lines, verdict, stuck } = script;
  if (!test) return null;
  return (
    <section className={styles.scriptBar} aria-label={t('sim.script.title', { name: test.description })}>
      <p><b className="cut" title={test.description}><bdi>{t('sim.script.title', { name: test.description })}</bdi></b><IconButton size="xs" label={t('sim.script.stop')} onClick={script.stop}><IconX size={12} stroke={2} /></IconButton></p>
      {verdict
        ? (
          <p role="status" data-bad={!verdict.passed || undefined}>
            {verdict.passed ? <IconCircleCheck size={14} stroke={1.75} aria-hidden="true" /> : <IconAlertOctagon size={14} stroke={1.75} aria-hidden="true" />}
            <span>{verdict.passed ? t('sim.script.passed') : <>{t('sim.script.otherwise')} <bdi>{verdict.sentence || (stuck ? t('sim.script.stuck') : '')}</bdi></>}</span>
          </p>
        )
        : (
          <p>
            <span className="num" aria-live="polite">{t('sim.script.at', { at, count: lines })}</span>
            <Button size="xs" leftSection={<IconPlayerTrackNext size={12} stroke={2} aria-hidden="true" />} onClick={script.next}>{t('sim.script.next')}</Button>
            <IconButton size="xs" variant="default" label={t('sim.script.rest')} onClick={script.rest}><IconPlayerSkipForward size={14} stroke={1.75} /></IconButton>
          </p>
        )}
    </section>
  );
}
