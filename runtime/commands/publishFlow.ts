import { setLive } from '@parley/db/queries/live';
import type { Proof } from '@parley/shared/api/releases';
import { compile } from '@parley/shared/compiler/compile';
import { emit } from '@parley/shared/compiler/emit/emit';
import type { Titles } from '@parley/shared/compiler/emit/emit';
import type { FlowSet } from '@parley/shared/flow/document';
import { sha256 } from '@parley/shared/flow/sha256';
import { issueKey } from '@parley/shared/issues/issue';
import type { Issue } from '@parley/shared/issues/issue';
import { verify } from '@parley/shared/issues/verify';
import { canonicalJson } from '@parley/shared/lib/json';
import type { Release } from '@parley/db/models/release';
import type { Context } from '../lib/context.ts';
import { Refusal } from '../lib/refusal.ts';
import { uuid7 } from '../lib/uuid7.ts';
import { audit } from '../people/audit.ts';
import { codeCheck } from '../sandbox/codeCheck.ts';
import { eraseMachine } from './eraseMachine.ts';
import { holdKeptTests } from './holdKeptTests.ts';
import { moveSessions } from './moveSessions.ts';
import { proofFacts } from './proofFacts.ts';
import { readFlowSet } from './readFlowSet.ts';
import type { BotDraft } from './readFlowSet.ts';

/** How a person wants their draft published. */
export interface Publication {
  flowId: string;
  note?: string | undefined;
  /** true accepts all warnings, a list those with these keys. */
  acceptWarnings?: boolean | string[] | undefined;
  /** Which conversations go over at once, besides those of test contacts. */
  move?: 'new' | 'resting' | undefined;
}

/**
 * Proves, tests, compiles and releases the stored draft of a bot, and makes it live. Refused with all issues when one is an error or a
 * warning nobody accepted, and when the readable code does not do what the engine does.
 */
export async function publishFlow(context: Context, by: string | null, publication: Publication): Promise<{ release: Release; moved: number }> {
  const { clock, db, models } = context;
  const draft = await readFlowSet(context, publication.flowId);
  const built = await build(context, draft, publication.acceptWarnings ?? false);
  const release = await db.transaction(async (transaction) => {
    await models.Bot.findByPk(draft.bot, { attributes: ['id'], lock: true, transaction });
    const no = Number((await models.Release.max('no', { where: { bot: draft.bot }, transaction })) ?? 0) + 1;
    const made = await models.Release.create({
      id: uuid7(clock), bot: draft.bot, no, flow: draft.set, machine: built.machine, code: built.code, sha256: sha256(canonicalJson(draft.set)),
      proof: JSON.parse(JSON.stringify(built.proof)), revisions: draft.revisions, note: publication.note ?? '', by, at: clock.now(),
    }, { transaction });
    await audit(context, { by, action: 'bot.publish', subject: { kind: 'bot', id: draft.bot }, details: { release: made.id, no } }, { transaction });
    return made;
  });
  await setLive(db.lanes, draft.bot, release.id);
  const moved = await moveSessions(context, { release, which: publication.move === 'resting' ? 'all' : 'test' });
  return { release, moved };
}

async function build(context: Context, { bot, set }: BotDraft, accepted: boolean | string[]) {
  const started = performance.now();
  const { issues: found, facts } = verify(set, context.nodeTypes, await proofFacts(context, bot));
  const { machine, issues: unreadable } = await eraseMachine(compile(set, context.nodeTypes));
  const { tests, otherwise } = await holdKeptTests(context, { bot, machine: () => machine });
  const issues = [...found, ...unreadable, ...otherwise];
  const blocking = issues.filter((issue) => blocks(issue, accepted));
  if (blocking.length > 0) throw unpublishable(issues, blocking);
  const { code } = emit(machine, titlesOf(set));
  const check = await codeCheck({ machine, code, sandbox: context.sandbox, bot, now: context.clock.now() });
  if (!check.ok) throw unpublishable([...issues, codeDiffers(set.main, check.error)], [codeDiffers(set.main, check.error)]);
  const proof: Proof = { issues, facts: JSON.parse(JSON.stringify(facts)), codeCheck: check.report, tests, ms: Math.round(performance.now() - started) };
  return { machine, code, proof };
}

/** What a reader of the code knows nodes by. */
function titlesOf({ flows }: FlowSet): Titles {
  return { node: (flow, node) => flows[flow]?.nodes[node]?.title };
}

/** Errors always stand in the way; warnings until a person has accepted them. */
function blocks(issue: Issue, accepted: boolean | string[]): boolean {
  if (issue.severity === 'error') return true;
  if (issue.severity !== 'warning' || accepted === true) return false;
  return accepted === false || !accepted.includes(issueKey(issue));
}

function codeDiffers(flow: string, error: string): Issue {
  return { check: 'codeCheck', severity: 'error', flow, message: `The readable code does not do what the flow does: ${error}` };
}

function unpublishable(issues: Issue[], blocking: Issue[]): Refusal {
  const errors = blocking.filter(({ severity }) => severity === 'error').length;
  const message = errors > 0 ? `${errors} ${errors === 1 ? 'error stands' : 'errors stand'} in the way. Nothing was published.` : 'There are warnings nobody has accepted. Nothing was published.';
  const fields = blocking.slice(0, 200).map((issue) => ({ path: issueKey(issue), message: issue.message }));
  return new Refusal('invalid', message, { fields, beside: { issues } });
}
