import { textsOf } from '../flow/textsOf.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import type { BotFile } from './botFile.ts';
import { cyclicCalls } from './cyclicCalls.ts';
import type { Reporter } from './report.ts';

/** What a browser would run or load if a text were markup. Here no text ever is. */
const markup = /<\s*\/?\s*(?:script|iframe|object|embed|img|svg|style|link|form)\b|javascript:/i;

/** Tells what an author should know about any bot that came in: rounds of calls, and texts that look like markup. */
export function reportBot(bot: BotFile, nodeTypes: NodeTypes, { tell }: Pick<Reporter, 'tell'>): void {
  const nameOf = (id: string): string => bot.flows[id]?.name ?? id;
  for (const round of cyclicCalls(bot, nodeTypes)) {
    tell({ verdict: 'approximated', what: 'Flows that call each other', says: 'They come back to themselves. It is kept as drawn; the proof says what that means for people who chat.' }, { where: [...round, round[0] ?? ''].map(nameOf).join(' → ') });
  }
  for (const { name, flow } of Object.values(bot.flows)) {
    for (const { nodeId, label, original } of textsOf(flow, nodeTypes)) {
      if (markup.test(original)) tell({ verdict: 'approximated', what: 'Text with markup', says: 'Texts are texts: people read the markup as it is written, and nothing in it runs.' }, { where: `${name}: ${label}`, ...(nodeId !== undefined && { node: nodeId }) });
    }
  }
}
