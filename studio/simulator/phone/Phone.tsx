import type { Incoming } from '@parley/shared/messages/incoming';
import { useCallback, useRef, useState } from 'react';
import { factsOf } from '../host/facts.ts';
import type { Ground } from '../host/talk.ts';
import type { SimulatedChannel } from '../SimulatorProps.ts';
import type { Simulation } from '../useSimulation.ts';
import { Composer } from './Composer.tsx';
import { directionOf } from './direction.ts';
import { ListSheet } from './ListSheet.tsx';
import type { OpenList } from './ListSheet.tsx';
import { Log } from './Log.tsx';
import { PhoneBar } from './PhoneBar.tsx';
import styles from './Phone.module.css';

/** What everything on the phone stands on. */
export interface OnPhone {
  channel: SimulatedChannel;
  name: string;
  simulation: Simulation;
  ground: Ground;
  /** What a new conversation begins with. */
  opening: Incoming;
}

/** A phone in the skin of a channel, with the conversation on it. */
export function Phone(phone: OnPhone) {
  const { channel, simulation, ground } = phone;
  const [list, setList] = useState<OpenList>();
  const screen = useRef<HTMLDivElement>(null);
  const language = factsOf(ground, simulation.talk).language;
  const write = useCallback((): void => screen.current?.querySelector<HTMLElement>('textarea')?.focus(), []);
  const close = useCallback((): void => {
    setList(undefined);
    write();
  }, [write]);
  return (
    <div className={styles.phone} data-skin={channel}>
      <div ref={screen} className={styles.screen} dir={directionOf(language)}>
        <PhoneBar {...phone} language={language} />
        <Log {...phone} onList={setList} onTaken={write} />
        <Composer {...phone} />
        {list && <ListSheet list={list} onClose={close} onTake={(option) => { close(); simulation.say({ type: 'choiceReply', option: option.id, label: option.label, wait: list.wait }); }} />}
      </div>
    </div>
  );
}
