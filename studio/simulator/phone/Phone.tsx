import { useCallback, useRef, useState } from 'react';
import { factsOf } from '../host/facts.ts';
import { Composer } from './Composer.tsx';
import { directionOf } from './direction.ts';
import { ListSheet } from './ListSheet.tsx';
import type { OpenList } from './ListSheet.tsx';
import { Log } from './Log.tsx';
import type { OnPhone } from './onPhone.ts';
import { PhoneBar } from './PhoneBar.tsx';
import styles from './Phone.module.css';

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
