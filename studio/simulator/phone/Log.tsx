import { Button } from '@mantine/core';
import { restingAt } from '@parley/shared/engine/resting';
import type { Snapshot } from '@parley/shared/machine/snapshot';
import { channelLimits } from '@parley/shared/messages/limits';
import { IconMessage2 } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { dayIn } from '../clock.ts';
import type { Ground, Line } from '../host/talk.ts';
import { Said } from './Said.tsx';
import { Told } from './Told.tsx';
import { happenedIn } from './happenedIn.ts';
import type { OpenList } from './ListSheet.tsx';
import type { OnPhone } from './onPhone.ts';
import styles from './Phone.module.css';

/** What both sides said, read out as it comes. The newest is kept in view. */
export function Log({ channel, simulation, ground, opening, onList, onTaken }: OnPhone & { onList: (list: OpenList) => void; /** A button was used that may be gone now. */ onTaken: () => void }) {
  const { t } = useTranslation();
  const { talk, busy, history } = simulation;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [talk.log, talk.held, busy]);
  const { log } = talk;
  const question = log.findLastIndex((line) => line.from === 'bot');
  const inSteps = asksInSteps(ground, talk.snapshot);
  const begins = log.findIndex(({ former }) => !former);
  const former = log.some((line) => line.former);
  const empty = log.length === 0 && history.steps.length === 1;
  return (
    <div ref={box} className={styles.log} role="log" aria-label={t('simulator.log')} aria-live="polite" tabIndex={0}>
      {/* The studio's words, whatever the contact reads. */}
      {empty && <div dir={document.documentElement.dir || 'ltr'} className={styles.ours}><EmptyState icon={<IconMessage2 size={20} stroke={1.75} />} text={t('simulator.empty')} action={<Button variant="ink" onClick={() => { simulation.say(opening); onTaken(); }}>{t(channel === 'whatsapp' ? 'simulator.sayHi' : 'simulator.start')}</Button>} /></div>}
      {log.map((line, at) => (
        <div key={at} className={styles.row} data-former={line.former}>
          {former && at === begins && <span className={styles.fromHere}><bdi>{t('sim.fromHere')}</bdi></span>}
          {isNewDay(log, at, ground.zone) && <span className={styles.day}><bdi>{dayIn(line.at, ground.zone)}</bdi></span>}
          {line.from === 'bot' && <Said line={line} channel={channel} zone={ground.zone} steps={at === question && inSteps} current={at === question} onList={onList} onTake={(option, wait) => { simulation.say({ type: 'choiceReply', option: option.id, label: option.label, wait }); onTaken(); }} onSay={(answer) => { simulation.say(answer); onTaken(); }} />}
          {line.from === 'contact' && <Told line={line} channel={channel} zone={ground.zone} question={log.slice(0, at)} />}
          {line.from === 'host' && <Happened line={line} />}
        </div>
      ))}
      {former && begins === -1 && <span className={styles.fromHere}><bdi>{t('sim.fromHere')}</bdi></span>}
      {talk.held.filter(({ told }) => !told).map(({ message }, at) => <div key={`held ${at}`} className={styles.row}><Told line={{ from: 'contact', at: talk.now, turn: talk.turn, message }} channel={channel} zone={ground.zone} question={[]} held /></div>)}
      {busy && <div className={styles.row}><span className={`${styles.bubble} ${styles.typing}`} role="status" aria-label={t('simulator.working')}><i /><i /><i /></span></div>}
    </div>
  );
}

function Happened({ line }: { line: Extract<Line, { from: 'host' }> }) {
  const { t } = useTranslation();
  const happened = happenedIn(line.did, t);
  return happened && <span className={styles.happened} data-bad={happened.bad || undefined}><bdi>{happened.text}</bdi></span>;
}

/** Whether a form is asked field by field, because the channel cannot show all of it. */
function asksInSteps({ prepared, channel }: Ground, snapshot: Snapshot | null): boolean {
  const wait = snapshot ? restingAt(prepared, snapshot)?.wait : undefined;
  const limits = Object.entries(channelLimits).find(([name]) => name === channel)?.[1];
  return wait?.for === 'message' && wait.recogniser.kind === 'form' && limits !== undefined && limits.formFields < wait.recogniser.fields.length;
}

function isNewDay(log: readonly Line[], at: number, zone: string): boolean {
  const [line, before] = [log[at], log[at - 1]];
  return line !== undefined && (!before || dayIn(before.at, zone) !== dayIn(line.at, zone));
}
