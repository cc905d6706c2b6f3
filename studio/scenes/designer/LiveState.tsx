import { Popover } from '@mantine/core';
import type { Bot } from '@parley/shared/api/bots';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveChat } from '../../publish/LiveChat.tsx';
import { Dot } from '../../ui/Dot.tsx';
import styles from './Designer.module.css';

/** What is live and whether the drawing is another by now; pressed, the way to its chat. */
export function LiveState({ bot }: { bot: Bot }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { live } = bot;
  if (!live) return <span className={`${styles.state} ${styles.phoneHide}`}><Dot state="draft" /><b>{t('designer.draft')}</b></span>;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={360} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button type="button" className={`${styles.state} ${styles.phoneHide}`} onClick={() => setOpened((before) => !before)}>
          <Dot state={bot.paused ? 'paused' : 'live'} />
          <b>{t(bot.paused ? 'designer.paused' : 'designer.live', { no: live.no })}</b>
          {bot.changed && <span>{t('designer.changed')}</span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown><LiveChat bot={bot} no={live.no} onOpen={() => setOpened(false)} /></Popover.Dropdown>
    </Popover>
  );
}
