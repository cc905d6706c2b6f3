import { same } from '@parley/shared/coverage/runTest';
import { playOn } from '@parley/shared/golden/playGolden';
import type { Machine } from '@parley/shared/machine/machine';
import type { ConversationTest, GoldenStart, GoldenStep } from '@parley/shared/nodes/golden';
import type { History, Step } from './history.ts';
import type { Ground, Line, Talk } from './host/talk.ts';
import { transcriptOf } from './host/transcript.ts';

/** Why a run cannot be kept as a test: what the drawing alone does not do, so that it would go otherwise when held again. */
export type Unkept = 'nothing' | 'expired' | 'unheard' | 'past' | 'waiting' | 'otherwise';

/** A run as a test that passes now, or why it is none and up to which step it would be one (0 = none). */
export type Kept = { ok: true; test: ConversationTest } | { ok: false; why: Unkept; upTo: number; /** What was said in the run and what a test would say, where they part. */ parts?: { run: string; test: string } };

/** Makes a test, to be named, of the conversation as it is looked at. `machine` is the drawing without the simulator's marks, as tests are held with it. */
export function keepRun(history: History, { ground, machine }: { ground: Ground; machine: Machine }): Kept {
  const steps = history.steps.slice(0, history.at + 1);
  const kept = keepSteps(steps, { ground, machine });
  if (kept.ok) return kept;
  for (let length = steps.length - 1; length > 1; length -= 1) {
    if (keepSteps(steps.slice(0, length), { ground, machine }).ok) return { ...kept, upTo: length - 1 };
  }
  return kept;
}

function keepSteps(steps: readonly Step[], { ground, machine }: { ground: Ground; machine: Machine }): Kept {
  const talk = steps.at(-1)?.talk;
  const lines = talk ? plain(transcriptOf(talk.log), talk.log) : [];
  const start = startOf(steps);
  if (!talk || (lines.length === 0 && !start)) return { ok: false, why: 'nothing', upTo: 0 };
  if (talk.awaiting) return { ok: false, why: 'waiting', upTo: 0 };
  const { language } = ground.contact;
  const script: ConversationTest = {
    description: 'run', clock: steps[0]?.talk.now ?? talk.now, zone: ground.zone, channel: ground.channel, conversation: lines,
    ...(language !== undefined && { language: spokenAt(ground, language) }), ...(ground.contact.name !== '' && { contact: ground.contact.name }), ...(start && { start }),
  };
  try {
    const { conversation, variables } = playOn(script, machine);
    const at = Array.from({ length: Math.max(lines.length, conversation.length) }, (_, index) => index).find((index) => !same(lines[index], conversation[index]));
    if (at === undefined) return { ok: true, test: { ...script, conversation, variables } };
    return { ok: false, why: whyNot(talk), upTo: 0, parts: { run: shown(lines[at]), test: shown(conversation[at]) } };
  } catch {
    return { ok: false, why: whyNot(talk), upTo: 0 };
  }
}

/** Where the run began, when not at the beginning. */
function startOf(steps: readonly Step[]): GoldenStart | undefined {
  const first = steps[1]?.told[0];
  return first?.type === 'begin' ? first.start : undefined;
}

/** The language the contact's device speaks, as far as the bot does. */
function spokenAt({ prepared: { machine } }: Ground, language: string): string {
  return [language, language.split('-')[0] ?? ''].find((each) => machine.languages.includes(each)) ?? machine.languages[0] ?? language;
}

/** Taps by what was read, as people write tests. */
function plain(lines: readonly GoldenStep[], log: readonly Line[]): GoldenStep[] {
  return lines.map((line): GoldenStep => {
    if (!('user' in line) || typeof line.user === 'string') return line;
    const said = line.user;
    if (said.type === 'choiceReply') return { tap: said.label ?? said.option };
    return said.type === 'choicesReply' ? { taps: said.options.map((id) => labelOf(log, said.wait, id)) } : line;
  });
}

/** What an option of a question reads; its id where the question is not known. */
function labelOf(log: readonly Line[], wait: number | undefined, id: string): string {
  const asked = log.findLast((line) => line.from === 'bot' && line.message.type === 'choices' && line.message.wait === wait);
  return (asked?.from === 'bot' && asked.message.type === 'choices' ? asked.message.options.find((option) => option.id === id)?.label : undefined) ?? id;
}

/** What the host did that a drawing alone does not. */
function whyNot({ log }: Talk): Unkept {
  const did = (what: (line: Line) => boolean): boolean => log.some((line) => !line.former && what(line));
  if (did((line) => line.from === 'host' && line.did.what === 'ended' && line.did.why === 'expired')) return 'expired';
  if (did((line) => line.from === 'bot' && line.by === 'host')) return did((line) => line.from === 'contact' && line.message.type === 'audio') ? 'unheard' : 'past';
  return 'otherwise';
}

function shown(line: GoldenStep | undefined): string {
  if (!line) return '';
  if ('bot' in line) return typeof line.bot === 'string' ? line.bot : line.bot.text ?? line.bot.file ?? '';
  if ('user' in line) return typeof line.user === 'string' ? line.user : line.user.type;
  return JSON.stringify(line).slice(0, 120);
}
