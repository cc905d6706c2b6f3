import { ingest } from '@parley/db/lanes';
import { setLive } from '@parley/db/queries/live';
import type { Proof } from '@parley/shared/api/releases';
import { compile } from '@parley/shared/compiler/compile';
import type { FlowSet } from '@parley/shared/flow/document';
import type { Release } from '@parley/db/models/release';
import { readBotDraft } from '../commands/readFlowSet.ts';
import type { Context } from '../lib/context.ts';
import { uuid7 } from '../lib/uuid7.ts';

const emptyProof: Proof = { issues: [], facts: {}, codeCheck: null, tests: { ran: 0, otherwise: 0 }, ms: 0 };

/** A live release of a bot's draft as it is, without asking whether it is proven. */
export async function addRelease(context: Context, bot: string, over: { set?: FlowSet; live?: boolean } = {}): Promise<Release> {
  const { clock, db, models, nodeTypes } = context;
  const draft = await readBotDraft(context, bot);
  const set = over.set ?? draft.set;
  const no = Number((await models.Release.max('no', { where: { bot } })) ?? 0) + 1;
  const release = await models.Release.create({
    id: uuid7(clock), bot, no, flow: set, machine: compile(set, nodeTypes), code: '// none\n', sha256: '0'.repeat(64), proof: JSON.parse(JSON.stringify(emptyProof)), revisions: draft.revisions, by: null, at: clock.now(),
  });
  if (over.live !== false) await setLive(db.lanes, bot, release.id);
  return release;
}

/** A conversation that has begun on the live release and waits for its first turn; gives its session's id. */
export async function addSession({ clock, db }: Context, { bot, lane = uuid7(clock) }: { bot: string; release: string; lane?: string }): Promise<string> {
  await ingest(db.lanePipe, {
    lane, bot, channel: null, kind: 'message', key: `first-${lane}`, payload: { type: 'message', message: { type: 'text', text: 'Hello' } }, now: clock.now(), owner: 'test', leaseMs: 1_000, limit: null,
  });
  return `${lane}.1`;
}
