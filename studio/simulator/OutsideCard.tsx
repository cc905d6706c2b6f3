import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconX } from '@tabler/icons-react';
import { IconButton } from '../ui/IconButton.tsx';
import { focusPhone } from './focusPhone.ts';
import { keepFixtures, readFixtures } from './fixtures.ts';
import type { Fixtures } from './fixtures.ts';
import type { NodePlace } from './host/litPath.ts';
import { outsideAt } from './host/outsideAt.ts';
import type { Ground } from './host/talk.ts';
import { OutsideForm } from './OutsideForm.tsx';
import type { AskForReal, TryCallback } from './SimulatorProps.ts';
import { useCallbackTrial } from './useCallbackTrial.ts';
import type { Simulation } from './useSimulation.ts';
import styles from './OutsideCard.module.css';

interface Given {
  main: string;
  /** The name it is remembered under. */
  memory: string;
  simulation: Simulation;
  ground: Ground;
  titleOf: (place: NodePlace) => string;
  /** Really asks; unset = this person may not. */
  askForReal: AskForReal | undefined;
  tryCallback: TryCallback | undefined;
}

/** Asks the author what another system answers, while the conversation waits for it; below, what answers by itself. */
export function OutsideCard({ main, memory, simulation, ground, titleOf, askForReal, tryCallback }: Given) {
  const { t } = useTranslation();
  const [fixtures, setFixtures] = useState(() => readFixtures(main));
  const at = simulation.script.test && !simulation.script.verdict ? undefined : outsideAt(ground, simulation.talk);
  const keep = (next: Fixtures): void => {
    keepFixtures(main, next);
    setFixtures(next);
  };
  const trying = useCallbackTrial({
    memory, simulation, ground, tryCallback,
    onCalled: ({ key, code, values, seconds }) => {
      const answer = { type: 'callback', code, values } as const;
      keep({ ...fixtures, [key]: { answer, recorded: { at: new Date().toISOString(), told: t('sim.outside.called', { code, count: seconds }) } } });
      // It waits at its end, whatever step is looked at.
      simulation.go(simulation.history.steps.length - 1);
      simulation.answer(answer);
    },
  });
  const kept = Object.entries(fixtures);
  return (
    <>
      {at && (
        <OutsideForm
          // Another wait begins with a fresh sample.
          key={`${at.key} ${at.wait}`} at={at} title={titleOf(at.place)} talk={simulation.talk} askForReal={askForReal} trying={trying}
          onAnswer={(answer, always, told) => {
            if (always) keep({ ...fixtures, [at.key]: { answer, ...(told !== undefined && { recorded: { at: new Date().toISOString(), told } }) } });
            focusPhone();
            simulation.answer(answer);
          }}
          onLate={at.timeout === undefined ? undefined : () => { focusPhone(); simulation.wait(at.timeout ?? ''); }}
        />
      )}
      {!at && kept.length > 0 && (
        <details className={styles.standing}>
          <summary>{t('sim.outside.standing', { count: kept.length })}</summary>
          <ul>
            {kept.map(([key, { answer, recorded }]) => {
              const node = titleOf(placeOf(key));
              const { [key]: _, ...others } = fixtures;
              const ends = answer.type === 'callback' ? answer.code : answer.result.ok ? t('simulator.outside.answer') : answer.result.error;
              return <li key={key}><span><b><bdi>{node}</bdi></b><small><bdi>{recorded?.told ?? `${ends}, ${t('sim.outside.hand')}`}</bdi></small></span><IconButton size="xs" label={t('sim.outside.ask', { node })} onClick={() => keep(others)}><IconX size={12} stroke={2} /></IconButton></li>;
            })}
          </ul>
        </details>
      )}
    </>
  );
}

/** Keys are `<flow>/<state>`, states `<node>` or `<node>/<part>`. */
function placeOf(key: string): NodePlace {
  const [flow = '', node = ''] = key.split('/');
  return { flow, node };
}
