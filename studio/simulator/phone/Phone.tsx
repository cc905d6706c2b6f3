import { useComputedColorScheme } from '@mantine/core';
import { botColors } from '@parley/shared/messages/botColors';
import { useCallback, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
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
  const dark = useComputedColorScheme('light') === 'dark';
  const screen = useRef<HTMLDivElement>(null);
  const language = factsOf(ground, simulation.talk).language;
  const write = useCallback((): void => screen.current?.querySelector<HTMLElement>('textarea')?.focus(), []);
  const close = useCallback((): void => {
    setList(undefined);
    write();
  }, [write]);
  return (
    <div className={styles.phone} data-phone data-skin={channel} style={channel === 'web' && phone.colour !== undefined ? webColours(phone.colour, dark) : undefined}>
      <div ref={screen} className={styles.screen} dir={directionOf(language)}>
        <PhoneBar {...phone} language={language} />
        <Log {...phone} onList={setList} onTaken={write} />
        <Composer {...phone} />
        {list && <ListSheet list={list} onClose={close} onTake={(option) => { close(); simulation.say({ type: 'choiceReply', option: option.id, label: option.label, wait: list.wait }); }} />}
      </div>
    </div>
  );
}

/** The surfaces of the web chat. */
const surfaces = { light: '#ffffff', dark: '#1b1b19' };

/** The bot's own colour as its chat page uses it. */
function webColours(colour: string, dark: boolean): CSSProperties {
  const { bot, on } = botColors(colour, surfaces[dark ? 'dark' : 'light'], dark);
  const names = { '--out': bot, '--out-t': on, '--out-t2': on, '--tick': on, '--link': bot, '--send': bot, '--on-send': on, '--picture': bot, '--on-picture': on };
  return names as CSSProperties;
}
