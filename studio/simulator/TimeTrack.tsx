import { Menu } from '@mantine/core';
import { IconArrowsSplit2, IconBookmarkPlus, IconChevronLeft, IconChevronRight, IconPlayerTrackNext, IconPlayerTrackPrev } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/IconButton.tsx';
import { Clock } from './Clock.tsx';
import { shownTalk } from './history.ts';
import type { NodePlace } from './host/litPath.ts';
import { stopsIn } from './host/moments.ts';
import type { Circumstances } from './ready.ts';
import { stepWords } from './stepWords.ts';
import type { Simulation } from './useSimulation.ts';
import styles from './Simulator.module.css';

/** Steps back and forth through the conversation and inside each of its steps, the ways it went before, and the clock it stands under. */
export function TimeTrack({ simulation, zone, languages, circumstances, titleOf, onKeep, onCircumstances }: {
  simulation: Simulation;
  zone: string;
  languages: readonly string[];
  circumstances: Circumstances;
  titleOf: (place: NodePlace) => string;
  /** Keeps the run as a test; unset = this person may not. */
  onKeep: (() => void) | undefined;
  onCircumstances: (next: Circumstances) => void;
}) {
  const { t } = useTranslation();
  const { history: { steps, at, branches = [] }, talk, go } = simulation;
  const last = steps.length - 1;
  const style: CSSProperties & { '--share': string } = { '--share': last === 0 ? '0%' : `${(at / last) * 100}%` };
  return (
    <footer className={styles.track}>
      <div className={styles.slide}>
        <IconButton label={t('simulator.back')} keys="Alt ←" disabled={at === 0} onClick={() => go(at - 1)}><IconPlayerTrackPrev size={16} stroke={1.75} /></IconButton>
        <input type="range" min={0} max={last} value={at} disabled={last === 0} style={style} aria-label={t('simulator.step')} aria-valuetext={t('simulator.stepOf', { at, last })} onChange={(event) => go(Number(event.currentTarget.value))} />
        <IconButton label={t('simulator.forward')} keys="Alt →" disabled={at === last} onClick={() => go(at + 1)}><IconPlayerTrackNext size={16} stroke={1.75} /></IconButton>
      </div>
      <Inside simulation={simulation} titleOf={titleOf} />
      <div className={styles.when}>
        <span className="num" aria-live="polite">{last === 0 ? t('simulator.notBegun') : t('simulator.stepOf', { at, last })}</span>
        {branches.length > 0 && (
          <Menu position="top" withinPortal>
            <Menu.Target><button type="button" className={styles.link}><IconArrowsSplit2 size={12} stroke={2} aria-hidden="true" />{t('sim.ways.open', { count: branches.length })}</button></Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('sim.ways.title')}</Menu.Label>
              {branches.map((branch, place) => <Menu.Item key={place} onClick={() => simulation.branch(place)}>{t('sim.ways.one', { from: branch.from, count: branch.steps.length - 1 })}</Menu.Item>)}
            </Menu.Dropdown>
          </Menu>
        )}
        <IconButton label={onKeep ? t('sim.keep.keep') : t('sim.keep.noRight')} onClick={onKeep} disabled={!onKeep || last === 0}><IconBookmarkPlus size={16} stroke={1.75} /></IconButton>
        <Clock now={talk.now} zone={zone} languages={languages} circumstances={circumstances} simulation={simulation} onCircumstances={onCircumstances} />
      </div>
    </footer>
  );
}

/** Where one stands inside the step that is looked at: what was done last there. */
function Inside({ simulation, titleOf }: { simulation: Simulation; titleOf: (place: NodePlace) => string }) {
  const { t } = useTranslation();
  const { history, look } = simulation;
  const whole = shownTalk(history);
  const stops = stopsIn(whole);
  if (stops.length === 0) return null;
  const { done } = history;
  const here = done === undefined ? stops.length : stops.findLastIndex((stop) => stop <= done) + 1;
  const step = done === undefined ? undefined : whole.trace[done - 1];
  return (
    <div className={styles.inside} role="group" aria-label={t('sim.inside.title')}>
      <IconButton size="xs" label={t('sim.inside.back')} keys="Alt Shift ←" onClick={() => look(-1)}><IconChevronLeft size={14} stroke={1.75} /></IconButton>
      <span aria-live="polite" data-inside={done !== undefined || undefined}>
        {step ? <><b className="num">{t('sim.inside.at', { at: here, count: stops.length })}</b> <bdi>{stepWords(step, { t, titleOf })}</bdi></> : t('sim.inside.open', { count: stops.length })}
      </span>
      <IconButton size="xs" label={t('sim.inside.on')} keys="Alt Shift →" disabled={done === undefined && history.at === history.steps.length - 1} onClick={() => look(1)}><IconChevronRight size={14} stroke={1.75} /></IconButton>
    </div>
  );
}
