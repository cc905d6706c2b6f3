import type { Media as MediaRow } from '@parley/db/models/media';
import type { BotFile, UsedCredential } from '@parley/shared/exchange/botFile';
import { moveTest } from '@parley/shared/exchange/moveTest';
import { pluginsOf, referencesOf, replaceReferences } from '@parley/shared/exchange/references';
import type { ReportLine } from '@parley/shared/exchange/report';
import type { Media } from '@parley/shared/messages/incoming';
import * as z from 'zod';
import type { Context } from '../lib/context.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { insertBot } from './createBot.ts';
import type { BotRows, MadeBot, Transaction } from './createBot.ts';

/** What placing a bot needs. */
export type Placing = Pick<Context, 'clock' | 'db' | 'models' | 'nodeTypes'>;

/** A bot that came in, and what it could not bring along. */
export interface PlacedBot {
  bot: MadeBot;
  report: ReportLine[];
  missingCredentials: UsedCredential[];
}

/**
 * Makes a bot out of a file: all of it or nothing. Its flows get ids of their own, shared credentials are found by id or name, and
 * files that are here are taken along; what is not here is told.
 */
export async function placeBot(context: Placing, by: string | null, { file, name, deed }: { file: BotFile; name: string; deed: BotRows['deed'] }): Promise<PlacedBot> {
  const { clock, db, models, nodeTypes } = context;
  const [id, now] = [uuid7(clock), clock.now()];
  const flows = new Map(Object.keys(file.flows).map((old) => [old, uuid7(clock)]));
  const idOf = (old: string): string => flows.get(old) ?? old;
  return db.transaction(async (transaction) => {
    const { credentials, missing } = await findCredentials(context, file, transaction);
    const media = await findMedia(context, file, transaction);
    const documentOf = (old: string) => {
      const found = file.flows[old];
      if (!found) throw new Error(`A bot was let in without its flow ${old}.`);
      return replaceReferences(found.flow, nodeTypes, { flows, credentials, media: media.replacements });
    };
    const bot = await insertBot({ clock, models }, by, { id, flowId: idOf(file.main), name, document: documentOf(file.main), deed }, transaction);
    for (const old of Object.keys(file.flows).filter((each) => each !== file.main)) {
      await models.Flow.create({ id: idOf(old), bot: id, kind: 'subflow', name: file.flows[old]?.name ?? old, document: documentOf(old), madeAt: now, changedAt: now, changedBy: by }, { transaction });
    }
    for (const { from: { sha256, kind, mime, name: called, bytes, width, height }, id: copy } of media.copies) {
      await models.Media.create({ id: copy, bot: id, sha256, kind, mime, name: called, bytes, width, height, madeAt: now, account: by }, { transaction });
    }
    for (const test of file.tests) await models.ConversationTest.create({ id: uuid7(clock), bot: id, test: moveTest(test, flows), madeBy: by, madeAt: now, changedAt: now }, { transaction });
    await keepPlugins(context, by, file, transaction);
    return { bot, report: [...missing.map(missingCredential), ...media.left.map((lost) => lostFile(lost, file, context))], missingCredentials: missing };
  });
}

/** Plugins that came along and are not here join the palette, so that they can be placed again. */
async function keepPlugins({ clock, models, nodeTypes }: Placing, by: string | null, { flows }: BotFile, transaction: Transaction): Promise<void> {
  const brought = new Map(Object.values(flows).flatMap(({ flow }) => pluginsOf(flow, nodeTypes)).toSorted((a, b) => a.version - b.version).map((plugin) => [plugin.key, plugin]));
  if (brought.size === 0) return;
  const known = new Set((await models.Plugin.findAll({ attributes: ['key'], where: { key: [...brought.keys()] }, transaction })).map(({ key }) => key));
  for (const [key, definition] of brought) {
    if (!known.has(key)) await models.Plugin.create({ id: uuid7(clock), key, version: definition.version, definition, madeBy: by, madeAt: clock.now() }, { transaction });
  }
}

/** Credentials of this installation that take the place of those a file names. */
async function findCredentials({ models }: Placing, { credentials: used }: BotFile, transaction: Transaction): Promise<{ credentials: Map<string, string>; missing: UsedCredential[] }> {
  const shared = await models.Credential.findAll({ attributes: ['id', 'name'], where: { bot: null }, transaction });
  const found = used.map(({ id, name, hosts }) => ({ id, name, hosts, here: shared.find((row) => row.id === id) ?? shared.find((row) => row.name === name) }));
  return {
    credentials: new Map(found.flatMap(({ id, here }) => (here ? [[id, here.id] as const] : []))),
    missing: found.flatMap(({ here, ...lacking }) => (here ? [] : [lacking])),
  };
}

/** Files that lie here, to belong to the new bot as well: their bytes are the same ones. */
async function findMedia({ clock, models }: Placing, { media }: BotFile, transaction: Transaction): Promise<{ replacements: Map<string, Media | null>; copies: { from: MediaRow; id: string }[]; left: Media[] }> {
  const ids = media.map(({ id }) => id).filter((id) => z.uuid().safeParse(id).success);
  const rows = ids.length > 0 ? await models.Media.findAll({ where: { id: ids, lane: null }, transaction }) : [];
  const copies = rows.map((from) => ({ from, id: uuid7(clock) }));
  const here = new Map(copies.map(({ from: { id: old, mime, name, bytes }, id }) => [old, { id, mime, name, bytes }]));
  return { replacements: new Map(media.map(({ id }) => [id, here.get(id) ?? null])), copies, left: media.filter(({ id }) => !here.has(id)) };
}

const missingCredential = ({ name }: UsedCredential): ReportLine => (
  { verdict: 'leftOut', what: 'Credential', says: 'Secrets do not come along: make the credential here, or choose one that is.', places: [{ where: name }] });

function lostFile({ id, name }: Media, { flows }: BotFile, { nodeTypes }: Placing): ReportLine {
  const uses = Object.values(flows).filter(({ flow }) => referencesOf(flow, nodeTypes).media.some((media) => media.id === id));
  return { verdict: 'leftOut', what: 'File', says: 'The file is not in this installation: choose it again in the message that sends it.', places: uses.map((flow) => ({ where: `${flow.name}: ${name}` })) };
}
