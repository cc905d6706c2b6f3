import { compile } from '@parley/shared/compiler/compile';
import { runTest } from '@parley/shared/coverage/runTest';
import { prepare } from '@parley/shared/engine/prepare';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import { varyGolden } from '@parley/shared/golden/varyGolden';
import { offsetsAround } from '@parley/shared/host/zones';
import { withMarkedGaps } from '@parley/shared/host/outbound';
import type { Golden, Sketch } from '@parley/shared/nodes/golden';
import { nodeTypes } from '@parley/shared/nodes/index';
import { loadCases } from '@parley/shared/test/loadCases';
import { describe, expect, test } from 'vitest';
import { addStep, beginHistory, extendStep, goTo, shownTalk } from './history.ts';
import type { History } from './history.ts';
import type { Ground, Told } from './host/talk.ts';
import { beginTalk, tell } from './host.ts';
import { keepRun } from './keepRun.ts';
import { simulate } from './simulate.ts';

const wash: Sketch = {
  languages: ['en', 'fr'],
  variables: { size: 'text', luck: 'number' },
  nodes: {
    start: 'start', which: { choice: { body: 'Which wash?', options: { a: { label: 'Express', order: 1 }, b: { label: 'Full', order: 2 } }, save: 'size', timeout: 'PT1H' } },
    luck: { assign: { assignments: { l: { variable: 'luck', value: 'random(1, 1000)', order: 1 } } } }, when: { ask: { question: '{{size}} at {{now()}}, {{luck}}. Fine?' } }, bye: { end: { text: 'See you' } }, gone: { end: { text: 'Gone' } }, no: 'end',
  },
  edges: ['start -> which', 'which.a -> luck', 'which.b -> luck', 'which.noAnswer -> gone', 'luck.next -> when', 'luck.failed -> no', 'when -> bye'],
  translations: { fr: { 'which/body': 'Quel lavage ?', 'when/question': '{{size}}, {{luck}} ?' } },
};
const machine = compile(drawGolden({ flow: wash }, nodeTypes), nodeTypes);
const ground: Ground = { prepared: prepare(withMarkedGaps(machine)), sessionHours: 24, zone: 'Europe/Paris', offsets: (now) => offsetsAround('Europe/Paris', now), channel: 'whatsapp', contact: { name: 'Amara', language: undefined } };

const say = (text: string): Told => ({ type: 'message', message: { type: 'text', text } });
const later = (after: string): Told => ({ type: 'later', after });
const reply = (dialog: string, value: string): Told => ({ type: 'message', message: { type: 'dialogReply', dialog, value } });
function had(tolds: Told[], at: Ground = ground): History {
  return tolds.reduce((history, told) => {
    const next = tell(at, shownTalk(history), told);
    return told.type === 'result' ? extendStep(history, told, next) : addStep(history, told, next);
  }, beginHistory(beginTalk('2026-03-28T22:00:00.000Z')));
}
const keep = (history: History, at: Ground = ground) => keepRun(history, { ground: at, machine });

describe('a run is kept as it went, and passes right away', () => {
  test.each<[string, Told[]]>([
    ['words, time and chance, over the night the clocks change', [say('hi'), later('PT30M'), say('Full'), later('PT3H'), say('yes')]],
    ['an opened page', [{ type: 'message', message: { type: 'start' } }, say('Express')]],
    ['silence', [say('hi'), later('PT2H')]],
    ['two conversations', [say('hi'), later('PT1H'), say('hi again'), say('Full')]],
    ['another language on the way', [say('hi'), reply('language', 'fr'), say('Express')]],
    ['another language at first', [reply('language', 'fr'), say('Full')]],
    ['starting over', [say('hi'), say('Full'), reply('reset', 'yes'), say('Express')]],
    ['values set by hand', [say('hi'), say('Full'), { type: 'set', name: 'size', value: 'Huge' }, say('ok')]],
    ['a node in the middle', [{ type: 'begin', start: { at: 'when', variables: { size: 'Small' } } }, say('ok')]],
  ])('%s', (_name, tolds) => {
    const history = had(tolds);
    const kept = keep(history);
    if (!kept.ok) throw new Error(JSON.stringify(kept));
    expect(runTest(kept.test, machine)).toMatchObject({ passed: true });
    expect(kept.test.conversation.filter((line) => 'bot' in line)).toHaveLength(shownTalk(history).log.filter(({ from }) => from === 'bot').length);
    expect(runTest(kept.test, compile(drawGolden({ flow: { ...wash, translations: { fr: { 'which/body': 'Lequel ?' } }, nodes: { ...wash.nodes, bye: { end: { text: 'Farewell' } }, gone: { end: { text: 'Farewell' } }, which: { choice: { body: 'Which one?', options: { a: { label: 'Express', order: 1 }, b: { label: 'Full', order: 2 } }, save: 'size', timeout: 'PT1H' } } } } }, nodeTypes), nodeTypes))).toMatchObject({ passed: false });
  });
});

describe('what cannot be kept says why, and how much of it can be', () => {
  const voice: Told = { type: 'message', message: { type: 'audio', media: { id: 'a', mime: 'audio/ogg', name: 'a.ogg', bytes: 1 } } };
  const late: Told = { type: 'message', message: { type: 'choiceReply', option: 'a', label: 'Express', wait: 1 } };
  test.each<[string, Told[], unknown]>([
    ['nothing', [], { ok: false, why: 'nothing', upTo: 0 }],
    ['a long silence', [say('hi'), say('Full'), later('PT25H'), say('hi')], { ok: false, why: 'expired', upTo: 3 }],
    ['a voice message nobody waits for', [say('hi'), voice], { ok: false, why: 'unheard', upTo: 1 }],
    ['a button of a question that is past', [say('hi'), say('Full'), late], { ok: false, why: 'past', upTo: 2 }],
  ])('%s', (_name, tolds, why) => expect(keep(had(tolds))).toMatchObject(why as object));

  test('the step that is looked at is the end of it', () => {
    const kept = keep(goTo(had([say('hi'), say('Full'), say('yes')]), 1));
    expect(kept.ok && kept.test.conversation).toEqual([{ user: 'hi' }, { bot: { text: 'Which wash?', options: ['Express', 'Full'] } }]);
  });

  test('consent is asked for outside of the drawing and is no part of a test', () => {
    const asking = compile(drawGolden({ flow: { ...wash, settings: { consentText: 'May we keep this?' } } }, nodeTypes), nodeTypes);
    const at = { ...ground, prepared: prepare(withMarkedGaps(asking)) };
    const history = had([say('hi')], at);
    const asked = shownTalk(history).log.findLast((line) => line.from === 'bot');
    const option = asked?.from === 'bot' && asked.message.type === 'choices' ? asked.message.options[0]?.id ?? '' : '';
    const agreed = addStep(history, say('yes'), tell(at, shownTalk(history), { type: 'message', message: { type: 'choiceReply', option } }));
    const kept = keepRun(agreed, { ground: at, machine: asking });
    expect(kept.ok && kept.test.conversation).toEqual([{ user: 'hi' }, { bot: { text: 'Which wash?', options: ['Express', 'Full'] } }]);
  });
});

const cases = Object.entries(loadCases(nodeTypes)).flatMap(([type, { examples, fields }]): { name: string; golden: Golden }[] => [
  ...examples.map((golden) => ({ name: `${type}: ${golden.description}`, golden })),
  ...fields.flatMap((variant) => {
    const like = examples.find(({ description }) => description === variant.like);
    return like && variant.conversation ? [{ name: `${type}.${variant.field} = ${JSON.stringify(variant.to).slice(0, 60)}`, golden: varyGolden(like, variant) }] : [];
  }),
]);

test('nearly every golden conversation, had in the simulator, can be kept as a test', async () => {
  const unkept: string[] = [];
  for (const { name, golden } of cases) {
    const set = drawGolden(golden, nodeTypes);
    const { ground: at, told } = await simulate({ set, nodeTypes }, golden);
    const zoned = { ...at, zone: golden.ahead === undefined ? at.zone : golden.ahead === 330 ? 'Asia/Kolkata' : `Etc/GMT${golden.ahead > 0 ? '-' : '+'}${Math.abs(golden.ahead) / 60}` };
    const history = told.reduce((now, each) => (each.type === 'result' ? extendStep(now, each, tell(at, now.steps.at(-1)!.talk, each)) : addStep(now, each, tell(at, now.steps.at(-1)!.talk, each))), beginHistory(beginTalk(new Date(golden.clock).toISOString())));
    const kept = keepRun(history, { ground: zoned, machine: compile(set, nodeTypes) });
    if (!kept.ok) unkept.push(`${name} (${kept.why})`);
  }
  // What Parley does around a drawing is no part of a test.
  expect(unkept).toEqual(['ask.files.audio = false (unheard)', 'record: A message meanwhile is kept (waiting)']);
}, 60_000);
