import { Button } from '@mantine/core';
import { IconAlertOctagon, IconRefresh, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ui/ErrorState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Segments } from '../ui/Segments.tsx';
import { talkBefore } from './history.ts';
import { countRecords } from './host/records.ts';
import { variablesNow } from './host/variables.ts';
import { nodeTitle } from './nodeTitle.ts';
import { OutsideCard } from './OutsideCard.tsx';
import { Phone } from './phone/Phone.tsx';
import type { Circumstances } from './ready.ts';
import { recall, remember } from './remembered.ts';
import type { SimulatedChannel, SimulatorProps } from './SimulatorProps.ts';
import { TimeTrack } from './TimeTrack.tsx';
import { useSimulation } from './useSimulation.ts';
import { Variables } from './Variables.tsx';
import styles from './Simulator.module.css';

const channels = ['web', 'whatsapp', 'telegram'] as const;

/** The simulator with everything it stands on; loaded when it is first looked at. */
export function SimulatorPanel({ set, name, nodeTypes, runCode, onPath, onClose, channel: first, onChannel, onNode }: SimulatorProps) {
  const { t } = useTranslation();
  const [channel, setChannel] = useState<SimulatedChannel>(() => first ?? recall(set.main).channel ?? channels.find((each) => set.flows[set.main]?.settings.channels.includes(each)) ?? 'web');
  const [circumstances, setCircumstances] = useState<Circumstances>(() => recall(set.main).circumstances ?? ({ name: t('simulator.sampleName'), language: '', zone: '', at: '' }));
  const simulation = useSimulation({ set, nodeTypes, runCode, onPath, channel, circumstances });
  const { ready, history, talk, ground, outdated } = simulation;
  const before = talkBefore(history);
  const machine = ready.ok ? ready.prepared.machine : undefined;
  const variables = useMemo(() => (machine ? variablesNow(machine, talk.snapshot, history.at > 0 ? before.snapshot : talk.snapshot) : []), [machine, talk, before, history.at]);

  const opening = channel === 'whatsapp' ? ({ type: 'text', text: t('simulator.hi') } as const) : ({ type: 'start' } as const);
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const writes = event.target instanceof HTMLTextAreaElement && event.target.value !== '';
    if (!event.altKey || event.ctrlKey || event.metaKey || step === undefined || writes) return;
    event.preventDefault();
    simulation.go(history.at + step);
  };
  const failure = talk.path.failed && talk.trace.findLast((step) => step.did === 'fail' || step.did === 'limit');
  const failedAt = talk.path.failed;

  return (
    // Keys reach here from whatever has the focus inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.panel} onKeyDown={keys}>
      <header className={styles.head}>
        <div className={styles.channels}><Segments label={t('simulator.channel')} value={channel} onChange={(next) => { remember(set.main, { channel: next }); setChannel(next); onChannel?.(next); }} options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))} /></div>
        <IconButton label={t('simulator.restart')} onClick={() => simulation.restart(opening)} disabled={!ready.ok}><IconRefresh size={16} stroke={1.75} /></IconButton>
        <IconButton label={t('simulator.close')} onClick={onClose}><IconX size={16} stroke={1.75} /></IconButton>
      </header>
      {outdated && <div className={styles.notice} role="status"><span>{t('simulator.outdated')}</span><button type="button" className={styles.link} onClick={simulation.playAgain}>{t('simulator.playAgain')}</button></div>}
      {ready.ok && ground ? (
        <>
          <Phone channel={channel} name={name} simulation={simulation} ground={ground} opening={opening} />
          <OutsideCard main={set.main} simulation={simulation} ground={ground} titleOf={(place) => nodeTitle(set, nodeTypes, place)} />
          {failure && failedAt && (
            <p className={styles.failure} role="alert">
              <IconAlertOctagon size={14} stroke={1.75} aria-hidden="true" />
              <span><button type="button" onClick={() => onNode?.(failedAt)} disabled={!onNode}>{nodeTitle(set, nodeTypes, failedAt)}</button>{' '}{failure.did === 'fail' ? failure.error : failure.did === 'limit' ? t('simulator.limit', { limit: failure.limit }) : ''}</span>
            </p>
          )}
          <Variables variables={variables} records={countRecords(talk.records)} onForget={simulation.forgetRecords} />
          <TimeTrack
            simulation={simulation} zone={ground.zone} languages={ready.prepared.machine.languages} circumstances={circumstances}
            onCircumstances={(next) => { remember(set.main, { circumstances: next }); setCircumstances(next); simulation.restart(opening, next); }}
          />
        </>
      ) : (
        <ErrorState title={t('simulator.broken')} text={ready.ok ? '' : t('simulator.brokenText')} details={ready.ok ? undefined : ready.problem} action={<Button onClick={onClose}>{t('common.close')}</Button>} />
      )}
    </div>
  );
}
