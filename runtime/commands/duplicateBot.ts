import { exportBot } from './exportBot.ts';
import { placeBot } from './placeBot.ts';
import type { PlacedBot, Placing } from './placeBot.ts';

const mark = ' (copy)';

/** Makes a bot that is drawn and tested like another one. Nothing is published; the other bot's own credentials stay its own. */
export async function duplicateBot(context: Placing, by: string | null, { bot, name }: { bot: string; name?: string | undefined }): Promise<PlacedBot> {
  const file = await exportBot(context, bot);
  return placeBot(context, by, { file, name: name ?? `${file.name.slice(0, 120 - mark.length)}${mark}`, deed: 'bot.duplicate' });
}
