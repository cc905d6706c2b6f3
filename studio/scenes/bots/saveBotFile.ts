import type { Bot } from '@parley/shared/api/bots';
import { exportBot } from '../../api/bots.ts';

/** Saves a bot's file on this device. */
export async function saveBotFile(bot: Pick<Bot, 'id' | 'slug'>): Promise<void> {
  const url = URL.createObjectURL(new Blob([await exportBot(bot.id)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${bot.slug}.parley.json`;
  link.click();
  URL.revokeObjectURL(url);
}
