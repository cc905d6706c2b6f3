import { Button, Popover, Select, TextInput } from '@mantine/core';
import { isZone } from '@parley/shared/host/zones';
import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageName, localOf, momentIn, timeIn } from './clock.ts';
import { momentAt } from './ready.ts';
import type { Circumstances } from './ready.ts';
import type { Simulation } from './useSimulation.ts';
import styles from './Simulator.module.css';

const waits = [['PT30M', 'simulator.wait30'], ['PT1H', 'sim.clock.hour'], ['P1D', 'simulator.waitDay']] as const;

/** The simulated clock: lets time pass to a moment or the next deadline, and begins anew with another contact. */
export function Clock({ now, zone, languages, circumstances, simulation, onCircumstances }: {
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
        <p>{momentIn(now, zone)}<br /><small>{t('sim.clock.zone', { zone })}</small></p>
        <div className={styles.waits} role="group" aria-label={t('simulator.wait')}>
          {waits.map(([after, name]) => <Button key={after} size="sm" onClick={() => pass(after)}>{t(name)}</Button>)}
        </div>
        {timer ? <button type="button" className={styles.link} onClick={() => pass(secondsUntil(now, timer.dueAt))}>{t('sim.clock.due', { time: momentIn(timer.dueAt, zone) })}</button> : <p className={styles.quiet}>{t('sim.clock.none')}</p>}
        <GoTo key={now} now={now} zone={zone} onGo={(moment) => pass(secondsUntil(now, moment))} />
        <NewContact languages={languages} zone={zone} circumstances={circumstances} onBegin={(next) => { setOpened(false); onCircumstances(next); }} />
      </Popover.Dropdown>
    </Popover>
  );
}

function secondsUntil(now: string, then: string): string {
  return `PT${Math.max(0, Math.ceil((Date.parse(then) - Date.parse(now)) / 1_000))}S`;
}

function GoTo({ now, zone, onGo }: { now: string; zone: string; onGo: (moment: string) => void }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(() => localOf(now, zone));
  const moment = momentAt(at, zone);
  const past = moment !== undefined && moment < now.slice(0, 16);
  return (
    <form className={styles.goTo} onSubmit={(event) => { event.preventDefault(); if (moment && !past) onGo(moment); }}>
      <TextInput size="sm" type="datetime-local" label={t('sim.clock.set')} value={at} error={past && t('sim.clock.past', { time: timeIn(now, zone) })} onChange={(event) => setAt(event.currentTarget.value)} />
      <Button size="sm" type="submit" disabled={!moment || past}>{t('sim.clock.go')}</Button>
    </form>
  );
}

function NewContact({ languages, zone, circumstances, onBegin }: { languages: readonly string[]; zone: string; circumstances: Circumstances; onBegin: (next: Circumstances) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(circumstances);
  const fits = draft.zone === '' || isZone(draft.zone);
  return (
    // What somebody set here is a new contact, whoever was there before.
    <form onSubmit={(event) => { event.preventDefault(); const { id: _, now: __, ...next } = draft; if (fits) onBegin(next); }}>
      <h3>{t('simulator.newContact')}</h3>
      <TextInput size="sm" label={t('simulator.contactName')} value={draft.name} maxLength={100} onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })} />
      <Select size="sm" label={t('simulator.language')} value={draft.language} data={[{ value: '', label: t('simulator.ownLanguage') }, ...languages.map((value) => ({ value, label: languageName(value) }))]} comboboxProps={{ withinPortal: false }} onChange={(language) => setDraft({ ...draft, language: language ?? '' })} />
      <TextInput size="sm" type="datetime-local" label={t('simulator.begins')} value={draft.at} onChange={(event) => setDraft({ ...draft, at: event.currentTarget.value })} />
      <TextInput size="sm" label={t('simulator.zone')} placeholder={zone} value={draft.zone} error={fits ? undefined : t('simulator.noZone')} onChange={(event) => setDraft({ ...draft, zone: event.currentTarget.value })} />
      <Button size="sm" variant="ink" type="submit" disabled={!fits} fullWidth>{t('simulator.begin')}</Button>
    </form>
  );
}
