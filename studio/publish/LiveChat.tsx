import { Button } from '@mantine/core';
import type { Bot } from '@parley/shared/api/bots';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../app/paths.ts';
import { CopyLine } from '../ui/CopyLine.tsx';
import { Dot } from '../ui/Dot.tsx';
import { tryBot } from './tryBot.ts';
import styles from './LiveChat.module.css';

/** Where people chat with what is live: opened as an author's test, or its link taken along. `moved` = conversations that just went over. */
export function LiveChat({ bot, no, moved = 0, onOpen }: { bot: Bot; no: number; moved?: number; onOpen: () => void }) {
  const { t } = useTranslation();
  const web = bot.channels.includes('web');
  return (
    <div className={styles.live}>
      <h2><Dot state={bot.paused ? 'paused' : 'live'} />{t('publish.done', { no })}</h2>
      {moved > 0 && <p>{t('publish.moved', { count: moved })}.</p>}
      <p>{t(bot.paused ? 'publish.livePaused' : web ? 'publish.liveHere' : 'publish.liveElsewhere')}</p>
      {web && (
        <>
          <CopyLine text={`${globalThis.location.origin}${paths.chat(bot.slug)}`} />
          <Button data-autofocus variant="ink" fullWidth leftSection={<IconExternalLink size={16} stroke={1.75} aria-hidden="true" />} onClick={() => { onOpen(); void tryBot(bot); }}>{t('bots.chat')}</Button>
          <small>{t('publish.asTest')}</small>
        </>
      )}
    </div>
  );
}
