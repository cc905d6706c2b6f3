import { compile } from '@parley/shared/compiler/compile';
import { prepare } from '@parley/shared/engine/prepare';
import type { FlowSet } from '@parley/shared/flow/document';
import type { PreparedMachine } from '@parley/shared/engine/prepare';
import { offsetsAround, zoneOr } from '@parley/shared/host/zones';
import { withMarkedGaps } from '@parley/shared/host/outbound';
import { opensItself } from '@parley/shared/golden/playGolden';
import { inputOf } from '@parley/shared/golden/inputOf';
import type { JsonObject } from '@parley/shared/lib/json';
import { invariant } from '@parley/shared/lib/invariant';
import type { Machine } from '@parley/shared/machine/machine';
import type { Incoming } from '@parley/shared/messages/incoming';
import type { Outgoing } from '@parley/shared/messages/outgoing';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import type { Golden, GoldenStep } from '@parley/shared/nodes/golden';
import { performAwaited } from './host/perform.ts';
import type { RunCode } from './host/perform.ts';
import type { Ground, Talk, Told } from './host/talk.ts';
import { transcriptOf } from './host/transcript.ts';
import { beginTalk, tell } from './host.ts';

/** What is played: a drawing, or a machine that is compiled already. */
export type Played = { set: FlowSet; nodeTypes: NodeTypes } | { machine: Machine; zone?: string; sessionHours?: number };

/** A golden conversation's circumstances and lines. Lines that come out are not looked at. */
export type Script = Pick<Golden, 'clock' | 'language' | 'ahead' | 'zone' | 'channel' | 'contact' | 'start' | 'conversation'>;

/** What came of a simulated conversation. */
export interface Simulated {
  /** Everything that happened, as lines of a golden conversation. */
  transcript: GoldenStep[];
  /** Turn by turn what the contact sent and what they read then: to hold against another host. */
  exchanges: { sent: Incoming | { later: string } | { callback: string } | { set: string } | { begin: string }; received: Outgoing[] }[];
  /** Values of the main flow's variables that are set. */
  variables: JsonObject;
  talk: Talk;
  ground: Ground;
  told: Told[];
}

/**
 * Plays a script on the simulator's own host. With `result` lines in the script effects are answered by them, else they are
 * performed: records in memory, code by `runCode`. Throws when a line cannot be played.
 */
export async function simulate(what: Played, script: Script, runCode: RunCode = noCode): Promise<Simulated> {
  const settings = 'set' in what ? what.set.flows[what.set.main]?.settings : what;
  const ground = scriptGround(prepare(withMarkedGaps('set' in what ? compile(what.set, what.nodeTypes) : what.machine)), script, { ...(settings?.zone !== undefined && { zone: settings.zone }), ...(settings?.sessionHours !== undefined && { sessionHours: settings.sessionHours }) });
  const scripted = script.conversation.some((line) => 'result' in line);
  const lines = script.conversation.filter((line) => !('bot' in line || 'does' in line || 'ends' in line));
  let talk = beginTalk(new Date(script.clock).toISOString());
  const played: Told[] = [];
  const exchanges: Simulated['exchanges'] = [];
  const play = async (told: Told): Promise<void> => {
    const said = talk.log.length;
    played.push(told);
    talk = tell(ground, talk, told);
    while (!scripted && talk.awaiting) {
      const result = await performAwaited(talk, talk.awaiting, runCode);
      if (!result) break;
      played.push(result);
      talk = tell(ground, talk, result);
    }
    const received = talk.log.slice(said).flatMap((line) => (line.from === 'bot' ? [line.message] : []));
    if (told.type === 'result') exchanges.at(-1)?.received.push(...received);
    else exchanges.push({ sent: sentBy(told), received });
  };
  const opening = openingOf(script);
  if (opening) await play(opening);
  for (const line of lines) {
    for (const told of toldBy(line, talk)) await play(told);
  }
  return { transcript: transcriptOf(talk.log), exchanges, variables: talk.snapshot?.variables ?? {}, talk, ground, told: played };
}

/** What a script stands on: its own circumstances, and the flow's where it says nothing. */
export function scriptGround(prepared: PreparedMachine, { ahead = 0, zone: named, channel = 'web', contact = '', language }: Script, { zone = 'UTC', sessionHours = 24 }: { zone?: string; sessionHours?: number }): Ground {
  const own = named === undefined ? undefined : zoneOr(named, 'UTC');
  return {
    prepared, sessionHours, channel, zone: own ?? zone,
    offsets: own === undefined ? () => [{ from: '1970-01-01T00:00:00.000Z', minutes: ahead }] : (now) => offsetsAround(own, now),
    contact: { name: contact, language },
  };
}

/** What is told before the first line; undefined when the contact begins with it. */
export function openingOf(script: Script): Told | undefined {
  if (script.start) return { type: 'begin', start: script.start };
  // A conversation that the bot opens begins with an opened page.
  return opensItself(script) ? undefined : { type: 'message', message: { type: 'start' } };
}

function sentBy(told: Exclude<Told, { type: 'result' }>): Simulated['exchanges'][number]['sent'] {
  switch (told.type) {
    case 'later': return { later: told.after };
    case 'callback': return { callback: told.code };
    case 'set': return { set: told.name };
    case 'begin': return { begin: JSON.stringify(told.start) };
    case 'message': return told.message;
  }
}

/** What a line that comes in tells the conversation as it stands; throws when it cannot be said there. */
export function toldBy(line: GoldenStep, talk: Talk): Told[] {
  if ('later' in line) return [{ type: 'later', after: line.later }];
  if ('result' in line) return [{ type: 'result', result: line.result }];
  if ('callback' in line) return [{ type: 'callback', code: line.callback.code, values: line.callback.values ?? {} }];
  if ('set' in line) return Object.entries(line.set).map(([name, value]) => ({ type: 'set', name, value }));
  if ('dialogDone' in line && line.dialog) return [{ type: 'message', message: { type: 'dialogReply', dialog: line.dialog, value: { reset: 'yes', kept: 'no' }[line.dialogDone] ?? line.dialogDone } }];
  const question = talk.log.findLast((each) => each.from === 'bot' && each.message.type === 'choices');
  const choices = question?.from === 'bot' && question.message.type === 'choices' ? question.message : undefined;
  if ('dialogDone' in line) {
    const option = choices?.options.find(({ id }) => id.split(':').at(-1) === line.dialogDone);
    invariant(option && choices, `the dialog can be answered with "${line.dialogDone}"`);
    return [{ type: 'message', message: { type: 'choiceReply', option: option.id, label: option.label, wait: choices.wait } }];
  }
  return [{ type: 'message', message: inputOf(line, (choices?.options ?? []).map(({ id, label }) => ({ id, label, wait: choices?.wait ?? 0 }))) }];
}

const noCode: RunCode = () => Promise.resolve({ ok: false, error: 'There is no sandbox here.' });
