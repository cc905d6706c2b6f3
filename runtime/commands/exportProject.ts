import { compile } from '@parley/shared/compiler/compile';
import { emit } from '@parley/shared/compiler/emit/emit';
import { titlesOf } from '@parley/shared/compiler/emit/titlesOf';
import { runTest } from '@parley/shared/coverage/runTest';
import { writeTests } from '@parley/shared/coverage/writeTests';
import { prepare } from '@parley/shared/engine/prepare';
import type { Machine } from '@parley/shared/machine/machine';
import type { ConversationTest } from '@parley/shared/nodes/golden';
import { zipSync, strToU8 } from 'fflate';
import type { Context } from '../lib/context.ts';
import { notFound } from '../lib/refusal.ts';
import { slugOf } from '../lib/slugOf.ts';
import { hostSources } from '../project/hostSources.ts';
import type { Project } from '../project/project.ts';
import { projectFiles } from '../project/projectFiles.ts';
import { eraseMachine } from './eraseMachine.ts';
import { readBotDraft } from './readFlowSet.ts';

/** A project as a file to take away. */
export interface ProjectFile {
  name: string;
  zip: Buffer;
}

type Needs = Pick<Context, 'models' | 'nodeTypes' | 'clock'>;

/** A release as a project that runs on plain xstate: its code as it was proven, and conversations it holds. */
export async function exportRelease(context: Needs, id: string): Promise<ProjectFile> {
  const release = await context.models.Release.findByPk(id, { attributes: ['bot', 'no', 'sha256', 'machine', 'code', 'at'] });
  const bot = release && await context.models.Bot.findByPk(release.bot, { attributes: ['name'] });
  if (!bot) throw notFound('release');
  const { no, sha256, machine, code, at } = release;
  const conversations = conversationsOf(machine, await keptTests(context, release.bot));
  return packed({ name: bot.name, release: { no, sha256 }, languages: machine.languages, code, conversations }, at);
}

/** The stored draft of a bot as such a project; it may be unfinished, as the draft is. */
export async function exportDraft(context: Needs, id: string): Promise<ProjectFile> {
  const { models, nodeTypes } = context;
  const bot = await models.Bot.findByPk(id, { attributes: ['name'] });
  if (!bot) throw notFound('bot');
  const [{ set }, flows, kept] = await Promise.all([readBotDraft(context, id), models.Flow.findAll({ attributes: ['id', 'name'], where: { bot: id } }), keptTests(context, id)]);
  const { machine } = await eraseMachine(compile(set, nodeTypes));
  const names = new Map(flows.map((flow) => [flow.id, flow.name]));
  const { code } = emit(machine, { ...titlesOf(set, nodeTypes), flow: (flow) => names.get(flow) });
  return packed({ name: bot.name, languages: machine.languages, code, conversations: conversationsOf(machine, kept) }, context.clock.now());
}

async function keptTests({ models }: Needs, bot: string): Promise<ConversationTest[]> {
  const rows = await models.ConversationTest.findAll({ attributes: ['test'], where: { bot }, order: ['id'] });
  return rows.map(({ test }) => test);
}

/** Fewer than the studio tries: the server has others to answer. */
const limits = { tried: 600, after: 100 };
/** The moment every conversation begins at, so that the same drawing gives the same ones. */
const clock = '2026-11-20T10:00:00.000Z';

/**
 * Kept conversations that go as written with this machine, and some it wrote itself, in each of its languages. Those that begin in
 * the middle or have values set by hand are left out: a session of xstate begins at the beginning.
 */
export function conversationsOf(machine: Machine, kept: readonly ConversationTest[]): ConversationTest[] {
  const prepared = prepare(machine);
  const holding = kept.filter((test) => !test.start && !test.conversation.some((line) => 'set' in line) && runTest(test, machine).passed);
  const written = machine.languages.flatMap((language) => writeTests(prepared, { language, clock, channel: 'web', nameOf: ({ node, edge, happening }) => [node, edge ?? happening].filter(Boolean).join(' '), limits }).tests);
  return [...holding, ...written.map((test) => ({ ...test, description: `${test.description} (${test.language ?? ''})` }))];
}

async function packed(project: Project, at: Date): Promise<ProjectFile> {
  const slug = slugOf(project.name) || 'bot';
  const folder = project.release ? `${slug}-v${project.release.no}` : `${slug}-draft`;
  const files = projectFiles(project, await hostSources(), slug);
  // A zip knows no earlier year; the same project gives the same file.
  const mtime = at.getUTCFullYear() < 1980 ? new Date('1980-01-01T00:00:00Z') : at;
  const zip = zipSync(Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, strToU8(text)])), { level: 6, mtime });
  return { name: `${folder}.zip`, zip: Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength) };
}
