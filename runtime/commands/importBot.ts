import { readExport } from '@parley/shared/exchange/readExport';
import type { ExchangeTool } from '@parley/shared/exchange/report';
import { Refusal } from '../lib/refusal.ts';
import { placeBot } from './placeBot.ts';
import type { PlacedBot, Placing } from './placeBot.ts';

/** Makes a bot from the text of an export, ours or another tool's. Refused with the places that are wrong; then nothing is made. */
export async function importBot(context: Placing, by: string | null, { text, name }: { text: string; name?: string | undefined }): Promise<PlacedBot & { tool: ExchangeTool }> {
  const read = readExport(text, context.nodeTypes);
  if (!read.ok) throw new Refusal('malformed', 'The file cannot be imported. Nothing was made.', { fields: read.problems });
  const placed = await placeBot(context, by, { file: read.bot, name: name ?? read.bot.name, deed: 'bot.import' });
  return { ...placed, tool: read.tool, report: [...placed.report, ...read.report] };
}
