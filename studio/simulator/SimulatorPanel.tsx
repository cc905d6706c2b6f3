import { Button } from '@mantine/core';
import { compile } from '@parley/shared/compiler/compile';
import { isTyping } from './isTyping.ts';
import { IconAlertOctagon, IconRefresh, IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ui/ErrorState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Segments } from '../ui/Segments.tsx';
import { BegunFrom } from './BegunFrom.tsx';
import { focusPhone } from './focusPhone.ts';
import { talkBefore } from './history.ts';
import { countRecords } from '@parley/shared/host/records';
import type { NodePlace } from './host/litPath.ts';
import { variablesNow } from './host/variables.ts';
import { KeepTest } from './KeepTest.tsx';
import { NotRunNotice } from './NotRunNotice.tsx';
import { nodeTitle } from './nodeTitle.ts';
import { OutsideCard } from './OutsideCard.tsx';
import { Phone } from './phone/Phone.tsx';
import type { Circumstances } from './ready.ts';
import { recall, remember } from './remembered.ts';
import { ScriptBar } from './ScriptBar.tsx';
import type { SimulatedChannel, SimulatorProps } from './SimulatorProps.ts';
import { StartCard } from './StartCard.tsx';
import { neededFrom } from './neededFrom.ts';
import { TimeTrack } from './TimeTrack.tsx';
import { useSimulation } from './useSimulation.ts';
import { Variables } from './Variables.tsx';
import styles from './Simulator.module.css';

const channels = ['web', 'whatsapp', 'telegram'] as const;

/** What a chat page has whose bot has no colour of its own. */
const usualColour = '#1c1b18';

/** The simulator with everything it stands on; loaded when it is first looked at. */
export function SimulatorPanel({ set, name, nodeTypes, runCode, onPath, onClose, channel: first, onChannel, onNode, wish, onWish, askForReal, tryCallback, onKeep, former, banner }: SimulatorProps) {
  const { t } = useTranslation();
  const memory = former ? `${set.main} ${former.id}` : set.main;
  const [channel, setChannel] = useState<SimulatedChannel>(() => first ?? recall(memory).channel ?? former?.channel ?? channels.find((each) => set.flows[set.main]?.settings.channels.includes(each)) ?? 'web');
  const [circumstances, setCircumstances] = useState<Circumstances>(() => recall(memory).circumstances ?? former?.circumstances ?? ({ name: t('simulator.sampleName'), language: '', zone: '', at: '' }));
  const simulation = useSimulation({ set, nodeTypes, runCode, onPath, channel, circumstances, memory, from: former });
  const { ready, history, talk, ground, outdated, script } = simulation;
  const before = talkBefore(history);
  const machine = ready.ok ? ready.prepared.machine : undefined;
  const variables = useMemo(() => (machine ? variablesNow(machine, talk.snapshot, history.at > 0 ? before.snapshot : talk.snapshot) : []), [machine, talk, before, history.at]);
  const [keeping, setKeeping] = useState(false);
  const titleOf = (place: NodePlace): string => nodeTitle(set, nodeTypes, place);

  const opening = channel === 'whatsapp' ? ({ type: 'text', text: t('simulator.hi') } as const) : ({ type: 'start' } as const);

  // Where nothing is read that somebody could have said, there is nothing to ask.
  const starting = wish?.wish === 'from' && machine && neededFrom(machine, wish.place).length > 0 ? wish.place : undefined;
  const taken = useRef<unknown>(undefined);
  useEffect(() => {
    if (!wish || !machine || starting || taken.current === wish) return;
    taken.current = wish;
    onWish?.();
    if (wish.wish === 'play') script.play(wish.test, wish.how);
    else if (wish.wish === 'begin') {
      if (history.steps.length === 1) simulation.restart(opening);
      focusPhone();
    }
    else simulation.beginAt({ at: wish.place.flow === machine.main ? wish.place.node : `${wish.place.flow}:${wish.place.node}` });
    // Only when a wish comes, or can be met.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [wish, machine, starting]);

  const keys = (event: KeyboardEvent): void => {
    const step = ({ ArrowLeft: -1, ArrowRight: 1 } as const)[event.key];
    if (!event.altKey || event.ctrlKey || event.metaKey || step === undefined || isTyping(event.target)) return;
    event.preventDefault();
    if (event.shiftKey) simulation.look(step);
    else simulation.go(history.at + step);
  };
  const failure = talk.path.failed && talk.trace.findLast((step) => step.did === 'fail' || step.did === 'limit');
  const failedAt = talk.path.failed;
  const shownChannel = channels.find((each) => each === script.test?.channel) ?? channel;

  return (
    // Keys reach here from whatever has the focus inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.panel} onKeyDown={keys}>
      <header className={styles.head}>
        <div className={styles.channels}><Segments label={t('simulator.channel')} value={shownChannel} disabled={script.test !== undefined} onChange={(next) => { remember(memory, { channel: next }); setChannel(next); onChannel?.(next); }} options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))} /></div>
        <IconButton label={t('simulator.restart')} onClick={() => { onWish?.(); simulation.restart(opening); }} disabled={!ready.ok}><IconRefresh size={16} stroke={1.75} /></IconButton>
        <IconButton label={t('simulator.close')} onClick={onClose}><IconX size={16} stroke={1.75} /></IconButton>
      </header>
      {banner}
      {outdated && !script.test && <div className={styles.notice} role="status"><span>{t('simulator.outdated')}</span><button type="button" className={styles.link} onClick={simulation.playAgain}>{t('simulator.playAgain')}</button></div>}
      <BegunFrom history={history} former={former !== undefined} titleOf={titleOf} main={set.main} onStart={() => simulation.restart(opening)} />
      <ScriptBar script={script} />
      {ready.ok && ground ? (
        <>
          {starting && <StartCard key={`${starting.flow} ${starting.node}`} machine={ready.prepared.machine} place={starting} title={titleOf(starting)} known={talk.snapshot} onCancel={() => onWish?.()} onBegin={(start) => { focusPhone(); onWish?.(); simulation.beginAt(start); }} />}
          <Phone channel={shownChannel} name={name} colour={set.flows[set.main]?.settings.colour ?? usualColour} simulation={simulation} ground={ground} opening={opening} />
          <OutsideCard main={set.main} memory={memory} simulation={simulation} ground={ground} titleOf={titleOf} askForReal={askForReal} tryCallback={tryCallback} />
          <NotRunNotice simulation={simulation} titleOf={titleOf} />
          {failure && failedAt && (
            <p className={styles.failure} role="alert">
              <IconAlertOctagon size={14} stroke={1.75} aria-hidden="true" />
              <span><button type="button" onClick={() => onNode?.(failedAt)} disabled={!onNode}>{titleOf(failedAt)}</button>{' '}{failure.did === 'fail' ? failure.error : failure.did === 'limit' ? t('simulator.limit', { limit: failure.limit }) : ''}</span>
            </p>
          )}
          <Variables variables={variables} byHand={talk.byHand} masks={former !== undefined} records={countRecords(talk.records)} onForget={simulation.forgetRecords} onPut={talk.snapshot && history.done === undefined ? simulation.put : undefined} />
          <TimeTrack
            simulation={simulation} zone={ground.zone} languages={ready.prepared.machine.languages} circumstances={circumstances} titleOf={titleOf} onKeep={onKeep && (() => setKeeping(true))}
            onCircumstances={(next) => { remember(memory, { circumstances: next }); setCircumstances(next); simulation.restart(opening, next); }}
          />
          {keeping && onKeep && <KeepTest history={history} ground={ground} machine={compile(set, nodeTypes)} personal={former?.personal} onKeep={onKeep} onGo={simulation.go} onClose={() => setKeeping(false)} />}
        </>
      ) : (
        <ErrorState title={t('simulator.broken')} text={ready.ok ? '' : t('simulator.brokenText')} details={ready.ok ? undefined : ready.problem} action={<Button onClick={onClose}>{t('common.close')}</Button>} />
      )}
    </div>
  );
}
