import { Menu } from '@mantine/core';
import { IconArrowLeft, IconDotsVertical, IconMessage2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../clock.ts';
import type { OnPhone } from './onPhone.ts';
import styles from './Phone.module.css';

/** Who one talks to, and what a contact can do at any time: speak another language, start over. */
export function PhoneBar({ channel, name, simulation, ground, language }: OnPhone & { language: string }) {
  const { t } = useTranslation();
  const { languages } = ground.prepared.machine;
  const reply = (dialog: 'language' | 'reset', value: string): void => simulation.say({ type: 'dialogReply', dialog, value });
  return (
    <div className={styles.bar}>
      {channel !== 'web' && <IconArrowLeft className={styles.arrow} size={16} stroke={1.75} aria-hidden="true" />}
      <span className={styles.picture} aria-hidden="true"><IconMessage2 size={18} stroke={1.75} /></span>
      <div className={styles.who}><b><bdi>{name}</bdi></b><small><bdi>{t(`simulator.status.${channel}`)}</bdi></small></div>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><button type="button" className={styles.dots} aria-label={t('simulator.menu')}><IconDotsVertical size={16} stroke={1.75} /></button></Menu.Target>
        <Menu.Dropdown>
          {languages.length > 1 && <Menu.Label>{t('simulator.language')}</Menu.Label>}
          {languages.length > 1 && (
            <Menu.RadioGroup value={language} onChange={(next) => reply('language', next)}>
              {languages.map((each) => <Menu.RadioItem key={each} value={each} lang={each} closeMenuOnClick>{languageName(each)}</Menu.RadioItem>)}
            </Menu.RadioGroup>
          )}
          {languages.length > 1 && <Menu.Divider />}
          <Menu.Item onClick={() => reply('reset', 'yes')}>{t('simulator.startOver')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
