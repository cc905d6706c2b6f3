import type { Json } from '../lib/json.ts';
import type { NodeTypes } from '../nodes/defineNode.ts';
import { botFileFormat, botFileSchemaVersion } from './botFile.ts';
import type { BotFile, UsedCredential } from './botFile.ts';
import { referencesOf } from './references.ts';

/** A bot to write: its flows and tests, and the credentials it may use, of which only those it names go along. */
export interface BotToWrite extends Pick<BotFile, 'name' | 'main' | 'flows' | 'tests'> {
  credentials: readonly UsedCredential[];
}

/** A bot with the credentials and files that its flows name. */
export function gatherBot({ name, main, flows, tests, credentials }: BotToWrite, nodeTypes: NodeTypes): BotFile {
  const named = Object.values(flows).map(({ flow }) => referencesOf(flow, nodeTypes));
  const used = new Set(named.flatMap((each) => each.credentials));
  return {
    name, main, flows, tests,
    credentials: credentials.filter(({ id }) => used.has(id)).map(({ id, name: called, hosts }) => ({ id, name: called, hosts })),
    media: [...new Map(named.flatMap((each) => each.media).map((media) => [media.id, media])).values()],
  };
}

/** A bot as the JSON of its file. */
export function writeBotFile(bot: BotFile): { [key: string]: Json } {
  const { name, main, flows, tests, credentials, media } = bot;
  const file = { format: botFileFormat, schema: botFileSchemaVersion, name, main, flows, tests, credentials, media };
  return JSON.parse(JSON.stringify(file)) as { [key: string]: Json };
}
