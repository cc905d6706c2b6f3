import type { Bot } from '@parley/shared/api/bots';
import { paths } from '../../app/paths.ts';
import { tryBot } from '../../publish/tryBot.ts';
import { toast, toastError } from '../../ui/toast.tsx';
import { t } from './command.ts';
import type { Deed } from './command.ts';

/** What of a bot the ways to its chat need. */
export type ChatOf = Pick<Bot, 'id' | 'slug' | 'live' | 'channels'>;

/** The ways to the bot's chat; while nothing is published they say so. */
export function chatting(bot: ChatOf | undefined): Deed[] {
  const why = bot?.live ? bot.channels.includes('web') ? undefined : t('publish.noWeb') : t('publish.notLive');
  return [
    { id: 'chat', text: t('bots.chat'), hint: t('publish.asTest'), anywhere: true, why, run: () => { if (bot) void tryBot(bot); } },
    { id: 'chatLink', text: t('publish.copyLink'), anywhere: true, why, run: () => { if (bot) void copyLink(bot.slug); } },
  ];
}

async function copyLink(slug: string): Promise<void> {
  const link = `${globalThis.location.origin}${paths.chat(slug)}`;
  // A browser may refuse: the link is then there to be read.
  await navigator.clipboard.writeText(link).then(() => toast(t('publish.linkCopied')), () => toastError(link));
}
