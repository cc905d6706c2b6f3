import { Menu } from '@mantine/core';
import { maxText } from '@parley/shared/messages/incoming';
import type { Incoming } from '@parley/shared/messages/incoming';
import { IconMapPin, IconMicrophone, IconPaperclip, IconSend2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileIcons } from './Said.tsx';
import type { OnPhone } from './onPhone.ts';
import { samples } from './samples.data.ts';
import styles from './Phone.module.css';

/** Where the contact writes: Enter sends, Shift and Enter breaks the line. Without words the button records a sample of speech. */
export function Composer({ simulation }: OnPhone) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const words = text.trim();
  const send = (): void => {
    if (words === '') return;
    setText('');
    simulation.say({ type: 'text', text: words });
  };
  return (
    <form className={styles.composer} onSubmit={(event) => { event.preventDefault(); send(); }}>
      <div className={styles.input}>
        <div className={styles.grows} data-text={text}>
          {/* Left to itself, an empty field is written from the left, whatever is read around it. */}
          <textarea
            rows={1} value={text} maxLength={maxText} dir={text === '' ? undefined : 'auto'} placeholder={t('simulator.message')} aria-label={t('simulator.message')}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              send();
            }}
          />
        </div>
        <Menu position="top-end" withinPortal>
          <Menu.Target><button type="button" className={styles.attach} aria-label={t('simulator.attach')}><IconPaperclip size={16} stroke={1.75} /></button></Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('simulator.sample')}</Menu.Label>
            {samples.map(({ name, message }) => <Menu.Item key={name} leftSection={<SampleIcon type={message.type} />} onClick={() => simulation.say(message)}>{t(`simulator.samples.${name}`)}</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
      </div>
      {words === ''
        ? <button type="button" className={styles.send} aria-label={t('simulator.speak')} onClick={() => simulation.say(speech)}><IconMicrophone size={16} stroke={1.75} /></button>
        : <button type="submit" className={styles.send} aria-label={t('simulator.send')}><IconSend2 size={16} stroke={1.75} /></button>}
    </form>
  );
}

const speech: Incoming = { type: 'audio', media: { id: 'sample-speech', mime: 'audio/ogg', name: 'speech.ogg', bytes: 24_000 } };

function SampleIcon({ type }: { type: Incoming['type'] }) {
  const Glyph = type === 'image' || type === 'video' || type === 'document' || type === 'audio' ? fileIcons[type] : IconMapPin;
  return <Glyph size={14} stroke={1.75} aria-hidden="true" />;
}
