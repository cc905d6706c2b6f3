import { replaceReferences } from '@parley/shared/exchange/references';
import { emptyFlow } from '@parley/shared/flow/emptyFlow';
import type { Flow } from '@parley/shared/flow/document';
import { drawFlows } from '@parley/shared/gallery/drawBot';
import { gallery } from '@parley/shared/gallery/index';
import { isZone } from '@parley/shared/host/zones';
import type { Context } from '../lib/context.ts';
import { Refusal } from '../lib/refusal.ts';
import { slugOf } from '../lib/slugOf.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { audit } from '../people/audit.ts';

/** What a bot is made from. */
export interface NewBot {
  name: string;
  /** Of the main flow, the default first; English unless said. */
  languages?: string[] | undefined;
  /** Wanted address; taken from the name unless said. A number is added while it is taken. */
  slug?: string | undefined;
  /** A bot of the gallery to begin with. */
  template?: string | undefined;
  /** The time zone of whoever makes it; as the drawing has it unless said. */
  zone?: string | undefined;
  /** Its drawing; a fresh one unless said. */
  flow?: Flow | undefined;
}

/** The ids of a fresh bot. */
export interface MadeBot {
  id: string;
  slug: string;
  flowId: string;
}

/** Makes a bot with its main flow and its web channel. `by` null = the process itself. Refused when the gallery has no such template. */
export async function createBot(context: Pick<Context, 'clock' | 'db' | 'models' | 'nodeTypes' | 'random'>, by: string | null, bot: NewBot): Promise<MadeBot> {
  const { clock, db, models, nodeTypes, random } = context;
  const languages = bot.languages ?? ['en'];
  const drawn = bot.flow ? undefined : templateFlows(context, bot.template);
  const begun = bot.flow ?? drawn?.document ?? { ...emptyFlow({ kind: 'bot', language: languages[0] ?? 'en', random, nodeTypes }), languages };
  // A device may know zones that this machine does not: then its drawing keeps its own.
  const document = { ...begun, settings: { ...begun.settings, zone: bot.zone && isZone(bot.zone) ? bot.zone : begun.settings.zone } };
  return db.transaction(async (transaction) => {
    const made = await insertBot(context, by, { id: uuid7(clock), flowId: uuid7(clock), name: bot.name, slug: bot.slug, document, deed: 'bot.create' }, transaction);
    for (const called of drawn?.called ?? []) await models.Flow.create({ ...called, bot: made.id, kind: 'subflow', madeAt: clock.now(), changedAt: clock.now(), changedBy: by }, { transaction });
    return made;
  });
}

/** A bot whose ids and drawing are decided. */
export interface BotRows {
  id: string;
  flowId: string;
  name: string;
  slug?: string | undefined;
  document: Flow;
  /** How the audit log calls it. */
  deed: 'bot.create' | 'bot.import' | 'bot.duplicate';
}

/** Writes down a bot with its main flow and its web channel, at a free address. */
export async function insertBot(context: Pick<Context, 'clock' | 'models'>, by: string | null, { id, flowId, name, slug: wanted, document, deed }: BotRows, transaction: Transaction): Promise<MadeBot> {
  const { clock, models } = context;
  const now = clock.now();
  // The installation's row is the lock under which addresses are given out.
  await models.Installation.findOne({ where: { one: true }, lock: true, transaction });
  const slug = await freeSlug(models, wanted ?? (slugOf(name) || `bot-${id.slice(-6)}`), transaction);
  await models.Bot.create({ id, slug, name, madeAt: now, madeBy: by }, { transaction });
  await models.Flow.create({ id: flowId, bot: id, kind: 'bot', name, document, madeAt: now, changedAt: now, changedBy: by }, { transaction });
  await models.Channel.create({ id: uuid7(clock), bot: id, type: 'web', tokenHash: null, settings: { origins: [] }, madeAt: now }, { transaction });
  await audit(context, { by, action: deed, subject: { kind: 'bot', id }, details: { name } }, { transaction });
  return { id, slug, flowId };
}

/** The drawings of a bot of the gallery, those it calls under ids of their own. */
function templateFlows({ clock, nodeTypes }: Pick<Context, 'clock' | 'nodeTypes'>, id: string | undefined): { document: Flow; called: { id: string; name: string; document: Flow }[] } | undefined {
  if (id === undefined) return undefined;
  const found = gallery.find((bot) => bot.id === id);
  if (!found) throw new Refusal('malformed', 'Some fields cannot be used.', { fields: [{ path: 'template', message: `The gallery has ${gallery.map((bot) => bot.id).join(', ')}` }] });
  const { main, ...others } = drawFlows(found.drawing, nodeTypes).flows;
  const flows = new Map(Object.keys(others).map((old) => [old, uuid7(clock)]));
  const renamed = (flow: Flow): Flow => replaceReferences(flow, nodeTypes, { flows, credentials: new Map(), media: new Map() });
  const called = Object.entries(others).map(([old, flow]) => ({ id: flows.get(old) ?? old, name: found.drawing.subflows?.[old]?.name ?? old, document: renamed(flow) }));
  return { document: renamed(main), called };
}

/** A transaction of the database. */
export type Transaction = Parameters<Parameters<Context['db']['transaction']>[0]>[0];

/** The wanted slug, or it with the first number that is free; the constraint has the last word. */
async function freeSlug(models: Context['models'], wanted: string, transaction: Transaction): Promise<string> {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!(await models.Bot.count({ where: { slug }, transaction }))) return slug;
  }
}
