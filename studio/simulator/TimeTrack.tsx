import { Button, Popover, Select, TextInput } from '@mantine/core';
import { isZone } from '@parley/shared/host/zones';
import { IconClock, IconPlayerTrackNext, IconPlayerTrackPrev } from '@tabler/icons-react';
import { useState } from 'react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/IconButton.tsx';
import { languageName, momentIn, timeIn } from './clock.ts';
import type { Circumstances } from './ready.ts';
import type { Simulation } from './useSimulation.ts';
import styles from './Simulator.module.css';

const waits = [['PT30M', 'wait30'], ['PT2H', 'wait2'], ['P1D', 'waitDay']] as const;

/** Steps back and forth through the conversation, and the clock it stands under. */
export function TimeTrack({ simulation, zone, languages, circumstances, onCircumstances }: {
  simulation: Simulation;
  zone: string;
  languages: readonly string[];
  circumstances: Circumstances;
  onCircumstances: (next: Circumstances) => void;
}) {
  const { t } = useTranslation();
  const { history: { steps, at }, talk, go } = simulation;
  const last = steps.length - 1;
  const style: CSSProperties & { '--share': string } = { '--share': last === 0 ? '0%' : `${(at / last) * 100}%` };
  return (
    <footer className={styles.track}>
      <div className={styles.slide}>
        <IconButton label={t('simulator.back')} keys="Alt ←" disabled={at === 0} onClick={() => go(at - 1)}><IconPlayerTrackPrev size={16} stroke={1.75} /></IconButton>
        <input type="range" min={0} max={last} value={at} disabled={last === 0} style={style} aria-label={t('simulator.step')} aria-valuetext={t('simulator.stepOf', { at, last })} onChange={(event) => go(Number(event.currentTarget.value))} />
        <IconButton label={t('simulator.forward')} keys="Alt →" disabled={at === last} onClick={() => go(at + 1)}><IconPlayerTrackNext size={16} stroke={1.75} /></IconButton>
      </div>
      <div className={styles.when}>
        <span className="num" aria-live="polite">{last === 0 ? t('simulator.notBegun') : t('simulator.stepOf', { at, last })}</span>
        <Clock now={talk.now} zone={zone} languages={languages} circumstances={circumstances} simulation={simulation} onCircumstances={onCircumstances} />
      </div>
    </footer>
  );
}

function Clock({ now, zone, languages, circumstances, simulation, onCircumstances }: {
  now: string;
  zone: string;
  languages: readonly string[];
  circumstances: Circumstances;
  simulation: Simulation;
  onCircumstances: (next: Circumstances) => void;
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { timer } = simulation.talk;
  const pass = (after: string): void => {
    setOpened(false);
    simulation.wait(after);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="top-end" width={250} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button size="sm" leftSection={<IconClock size={14} stroke={1.75} />} onClick={() => setOpened((open) => !open)} aria-label={t('simulator.clock', { time: momentIn(now, zone) })}>{timeIn(now, zone)}</Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.clock}>
        <p>{momentIn(now, zone)}</p>
        <div className={styles.waits} role="group" aria-label={t('simulator.wait')}>
          {waits.map(([after, name]) => <Button key={after} size="sm" onClick={() => pass(after)}>{t(`simulator.${name}`)}</Button>)}
        </div>
        {timer && <button type="button" className={styles.link} onClick={() => pass(secondsUntil(now, timer.dueAt))}>{t('simulator.untilSilence', { time: momentIn(timer.dueAt, zone) })}</button>}
        <NewContact languages={languages} zone={zone} circumstances={circumstances} onBegin={(next) => { setOpened(false); onCircumstances(next); }} />
      </Popover.Dropdown>
    </Popover>
  );
}

function secondsUntil(now: string, then: string): string {
  return `PT${Math.max(0, Math.ceil((Date.parse(then) - Date.parse(now)) / 1_000))}S`;
}

function NewContact({ languages, zone, circumstances, onBegin }: { languages: readonly string[]; zone: string; circumstances: Circumstances; onBegin: (next: Circumstances) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(circumstances);
  const fits = draft.zone === '' || isZone(draft.zone);
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (fits) onBegin(draft); }}>
      <h3>{t('simulator.newContact')}</h3>
      <TextInput size="sm" label={t('simulator.contactName')} value={draft.name} maxLength={100} onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })} />
      <Select size="sm" label={t('simulator.language')} value={draft.language} data={[{ value: '', label: t('simulator.ownLanguage') }, ...languages.map((value) => ({ value, label: languageName(value) }))]} comboboxProps={{ withinPortal: false }} onChange={(language) => setDraft({ ...draft, language: language ?? '' })} />
      <TextInput size="sm" type="datetime-local" label={t('simulator.begins')} value={draft.at} onChange={(event) => setDraft({ ...draft, at: event.currentTarget.value })} />
      <TextInput size="sm" label={t('simulator.zone')} placeholder={zone} value={draft.zone} error={fits ? undefined : t('simulator.noZone')} onChange={(event) => setDraft({ ...draft, zone: event.currentTarget.value })} />
      <Button size="sm" variant="ink" type="submit" disabled={!fits} fullWidth>{t('simulator.begin')}</Button>
    </form>
  );
}
