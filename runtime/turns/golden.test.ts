import { describe, expect, test } from 'vitest';
import { testDatabase } from '@parley/db/testing';
import { dueAt } from '@parley/shared/engine/dueAt';
import { readCallback } from '@parley/shared/engine/readCallback';
import { stepOf } from '@parley/shared/golden/stepOf';
import { inputOf } from '@parley/shared/golden/inputOf';
import type { Action, ActionResult, Authored } from '@parley/shared/machine/action';
import type { CallbackContract } from '@parley/shared/machine/callback';
import type { Golden, GoldenStep } from '@parley/shared/nodes/golden';
import { nodeTypes } from '@parley/shared/nodes/index';
import type { Outgoing } from '@parley/shared/messages/outgoing';
import { formLines } from '@parley/shared/golden/formLines';
import { loadCases } from '@parley/shared/test/loadCases';
import type { Performers } from '../actions/index.ts';
import { EffectError } from '../actions/perform.ts';
import { openStage } from './test/stage.ts';
import type { Stage } from './test/stage.ts';

type Said = { message: Outgoing };

/** A message of the log as a golden conversation writes it. */
function lineOf({ message }: Said): GoldenStep {
  if (message.type === 'form') return { bot: { text: message.body, form: formLines(message) } };
  const parts: unknown = JSON.parse(JSON.stringify(message, (key, value: unknown) => (typeof value === 'string' && ['text', 'body', 'header', 'footer', 'label', 'note', 'caption'].includes(key) ? [value] : value)));
  return stepOf({ type: 'send', message: parts as Authored });
}

/** Effects answered with the golden conversation's own results, in order; what is asked for is written down. */
function scripted(golden: Golden, log: GoldenStep[]): Partial<Performers> {
  const results = golden.conversation.flatMap((line) => ('result' in line ? [line.result] : []));
  const perform = (action: Exclude<Action, { type: 'startTimer' | 'send' }>) => {
    log.push(stepOf(action));
    const result: ActionResult = results.shift() ?? { ok: false, outcome: 'failed', error: 'no result' };
    if (result.ok) return Promise.resolve(result.value);
    // An unsafe effect that breaks off is one of unknown outcome.
    throw result.outcome === 'unknown' ? new Error(result.error) : new EffectError(result.error);
  };
  const performer = { class: 'unsafe', perform } as const;
  return { runCode: performer, findRecords: performer, addRecord: performer, changeRecord: performer, removeRecord: performer, httpRequest: performer, fetchFile: performer, openCallback: performer, callModel: performer };
}

/** Plays the lines that come in through the real pipeline and gives every line, both ways. */
async function play(stage: Stage, golden: Golden, effects: GoldenStep[]): Promise<GoldenStep[]> {
  const from = 'golden';
  const lines: GoldenStep[] = [];
  let shown = 0;
  let ended = 0;
  const collect = async (): Promise<void> => {
    await stage.turns.runUntilIdle();
    const log = await stage.log(from);
    lines.push(...effects.splice(0), ...log.slice(shown).filter(({ direction }) => direction === 'out').map(({ body }) => lineOf(body as unknown as Said)));
    shown = log.length;
    const ends = await stage.sql('select no from lanes.sessions where lane = $1 and ended is not null', [stage.lane(from)]);
    if (ends.length > ended) lines.push({ ends: true });
    ended = ends.length;
  };
  const person = { ...(golden.language && { language: golden.language }), ...(golden.contact && { name: golden.contact }), zone: zoneOf(golden.ahead ?? 0) };
  const say = async (message: Parameters<Stage['send']>[1]): Promise<void> => {
    await stage.send(from, message, { person });
    await collect();
  };
  if (!golden.conversation[0] || !('user' in golden.conversation[0])) await say({ type: 'start' });
  for (const line of golden.conversation) {
    if ('bot' in line || 'does' in line || 'ends' in line || 'result' in line) continue;
    if ('dialogDone' in line) {
      // The host asks the question itself; its words are no part of the golden conversation.
      lines.pop();
      const dialog = (await stage.sql<{ host: { session: { dialog: { name: string } } } }>('select host from lanes.sessions where lane = $1 order by no desc limit 1', [stage.lane(from)]))[0]?.host.session.dialog.name ?? '';
      lines.push({ does: { type: 'openDialog', dialog } });
      await say({ type: 'dialogReply', dialog, value: { reset: 'yes', kept: 'no' }[line.dialogDone] ?? line.dialogDone });
      continue;
    }
    lines.push(line);
    if ('later' in line) {
      stage.clock.set(dueAt(stage.clock.now().toISOString(), line.later) ?? '');
      await collect();
      continue;
    }
    if ('callback' in line) {
      const opened = lines.flatMap((each) => ('does' in each && each.does['type'] === 'openCallback' ? [each.does['contract'] as unknown as CallbackContract] : [])).at(-1);
      const read = readCallback(opened ?? { codes: [], outputs: [] }, { code: line.callback.code, values: line.callback.values ?? {} });
      // The id that the wait began with, also under a shortcut.
      const [session] = await stage.sql<{ no: number; wait: number }>(`select no, coalesce((select (f -> 'rests' ->> 'wait')::int from json_array_elements(snapshot -> 'frames') f where f -> 'rests' is not null limit 1), wait) as wait
        from lanes.sessions where lane = $1 order by no desc limit 1`, [stage.lane(from)]);
      if (!read.ok || !session) throw new Error(`The callback ${line.callback.code} cannot be made here.`);
      await stage.turns.control({ lane: stage.lane(from), bot: stage.bot, key: null, event: { type: 'callback', session: session.no, wait: session.wait, called: read.called } });
      await collect();
      continue;
    }
    const questions = (await stage.log(from)).flatMap(({ body }) => {
      const { message } = body as unknown as Said;
      return message.type === 'choices' ? [message] : [];
    });
    await say(inputOf(line, questions.at(-1)?.options.map(({ id, label }) => ({ id, label, wait: questions.at(-1)?.wait ?? 0 })) ?? []));
  }
  return lines;
}

/** A zone that is so many minutes ahead all year. */
const zoneOf = (ahead: number): string => (ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead) / 60}`);

/** Left out: splits, what waits for a result that never comes, deadlines of several timers in one pause, and zones of half hours. */
function fitsHere({ conversation, flow, ahead = 0, channel = 'web' }: Golden): boolean {
  const answered = conversation.every((line, at) => !('does' in line) || line.does['type'] === 'openDialog' || 'result' in (conversation[at + 1] ?? {}));
  const closed = conversation.every((line, at) => !('does' in line) || line.does['type'] !== 'openDialog' || 'dialogDone' in (conversation[at + 1] ?? {}));
  const plain = !conversation.some((line) => 'dialogDone' in line && line.dialogDone === 'reset');
  // Consent with words of the author's is asked before the flow begins, and the node then has nothing to ask.
  const asked = flow.settings?.['consentText'] !== undefined;
  // Who goes where in a split hangs on the contact's id, which is another here.
  const shared = Object.values(flow.nodes).some((node) => typeof node !== 'string' && 'split' in node);
  return !shared && answered && closed && plain && !asked && ahead % 60 === 0 && (channel === 'web' || channel === 'rest');
}

describe('golden conversations through the real pipeline', async () => {
  const db = await testDatabase();
  const cases = Object.entries(loadCases(nodeTypes)).flatMap(([type, { examples }]) => examples.map((golden) => ({ name: `${type}: ${golden.description}`, golden })));
  const played = cases.filter(({ golden }) => fitsHere(golden));

  test('most of them fit', () => {
    expect(played.length).toBeGreaterThan(cases.length * 0.8);
  });

  test.each(played)('$name', async ({ golden }) => {
    const effects: GoldenStep[] = [];
    const stage = await openStage(db, {
      sketch: golden.flow, ...(golden.subflows && { subflows: golden.subflows }), type: golden.channel === 'rest' ? 'rest' : 'web', options: { performers: scripted(golden, effects) },
    });
    stage.clock.set(golden.clock);
    const lines = await play(stage, golden, effects);
    const wanted = golden.conversation.filter((line) => !('result' in line || 'dialogDone' in line));
    expect(lines.filter((line) => !('dialogDone' in line))).toEqual(wanted);
    if (golden.variables) {
      const [session] = await stage.sql<{ snapshot: { variables: object } }>('select snapshot from lanes.sessions where lane = $1 order by no desc limit 1', [stage.lane('golden')]);
      expect(session?.snapshot.variables).toEqual(golden.variables);
    }
  });
});
