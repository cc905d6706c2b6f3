import { describe, expect, test } from 'vitest';
import { setLive } from '@parley/db/laneSweeps';
import { databaseKindsAndApart, testDatabase } from '@parley/db/testing';
import type { Sketch } from '@parley/shared/nodes/golden';
import { changeBot } from '../commands/changeBot.ts';
import { openStage } from './test/stage.ts';

const asking: Sketch = {
  languages: ['en', 'fr'],
  variables: { name: 'text', age: 'number' },
  nodes: {
    begin: 'start',
    hello: { message: { text: 'Hello.' } },
    name: { ask: { question: 'What is your name?', save: 'name', timeout: 'PT1H' } },
    age: { choice: { body: 'How old are you, {{name}}?', options: { young: { label: 'Young', order: 1 }, old: { label: 'Old', order: 2 } } } },
    bye: { end: { text: 'Bye, {{name}}.' } },
    gone: { end: { text: 'You are gone.' } },
  },
  edges: ['begin -> hello', 'hello -> name', 'name.answered -> age', 'name.noAnswer -> gone', 'age.young -> bye', 'age.old -> bye'],
  translations: { fr: { 'hello/text': 'Bonjour.' } },
  settings: { sessionHours: 24, shortcuts: { lang: { keywords: 'language', does: { kind: 'dialog', dialog: 'language' }, order: 1 }, over: { keywords: 'start over', does: { kind: 'dialog', dialog: 'reset' }, order: 2 } } },
};

const ageQuestion = 'How old are you, Ann? [Young|Old]';

describe.each(databaseKindsAndApart)('a turn (%s)', async (kind) => {
  const db = await testDatabase(kind);

  test('the first message starts a session, answers follow, a final state ends it and the next message starts anew', async () => {
    const stage = await openStage(db, { sketch: asking });
    expect(await stage.say('ann', 'Ann')).toEqual(['Hello.', 'What is your name?']);
    expect(await stage.say('ann', 'Ann')).toEqual([ageQuestion]);
    expect(await stage.say('ann', 'young')).toEqual(['Bye, Ann.']);
    expect(await stage.say('ann', 'again')).toEqual(['Hello.', 'What is your name?']);
    expect(await stage.sql('select no, ended from lanes.sessions where lane = $1 order by no', [stage.lane('ann')])).toEqual([{ no: 1, ended: 'final' }, { no: 2, ended: null }]);
    const log = await stage.log('ann');
    expect(log.map(({ no, direction, turn }) => [no, direction, turn])).toEqual([[1, 'in', 1], [2, 'out', 1], [3, 'out', 1], [4, 'in', 2], [5, 'out', 2], [6, 'in', 3], [7, 'out', 3], [8, 'in', 4], [9, 'out', 4], [10, 'out', 4]]);
    expect(log[0]?.body).toEqual({ id: 'message-1', message: { type: 'text', text: 'Ann' } });
    expect(log[1]?.body).toEqual({ message: { type: 'text', text: 'Hello.' }, language: 'en' });
  });

  test('a repeated id makes no second turn and gets the first one’s answer', async () => {
    const stage = await openStage(db, { sketch: asking });
    const first = await stage.say('bo', 'hi', { id: 'same' });
    expect(await stage.say('bo', 'hi', { id: 'same' })).toEqual(first);
    expect(await Promise.all([stage.say('bo', 'Bo', { id: 'both' }), stage.say('bo', 'Bo', { id: 'both' })])).toEqual([['How old are you, Bo? [Young|Old]'], ['How old are you, Bo? [Young|Old]']]);
    expect(await stage.sql('select seq from lanes.turns where lane = $1', [stage.lane('bo')])).toHaveLength(2);
  });

  test('messages sent at once are answered in the order they were acknowledged', async () => {
    const counting: Sketch = {
      variables: { n: 'number', word: 'text' },
      nodes: { begin: 'start', more: { ask: { question: '{{n}} {{word}}', save: 'word' } }, count: { assign: { assignments: { a: { variable: 'n', value: 'n + 1', order: 1 } } } } },
      edges: ['begin -> more', 'more.answered -> count', 'count -> more'],
    };
    const stage = await openStage(db, { sketch: counting });
    const contacts = ['a', 'b', 'c'];
    await Promise.all(contacts.map((from) => stage.say(from, 'hi')));
    const receipts = await Promise.all(contacts.flatMap((from) => Array.from({ length: 12 }, (_, n) => stage.send(from, `w${n}`).then((receipt) => ({ from, n, receipt })))));
    await stage.turns.runUntilIdle();
    for (const from of contacts) {
      const order = receipts.filter((each) => each.from === from).flatMap(({ n, receipt }) => (receipt.ok ? [{ n, turn: receipt.turn }] : [])).toSorted((a, b) => a.turn - b.turn);
      const answers = (await stage.log(from)).filter(({ direction }) => direction === 'out').slice(1).map(({ body }) => (body['message'] as { text: string }).text);
      expect(answers).toEqual(order.map(({ n }, at) => `${at + 1} w${n}`));
    }
  });

  test('a timer that is due is a turn before what the contact says later', async () => {
    const stage = await openStage(db, { sketch: asking });
    await stage.say('cy', 'hi');
    stage.clock.pass(59 * 60_000);
    await stage.turns.runUntilIdle();
    expect(await stage.log('cy')).toHaveLength(3);
    stage.clock.pass(2 * 60_000);
    expect(await stage.say('cy', 'Cy')).toEqual(['Hello.', 'What is your name?']);
    expect((await stage.log('cy')).slice(3).map(({ body }) => (body['message'] as { text: string }).text)).toEqual(['You are gone.', 'Cy', 'Hello.', 'What is your name?']);
    expect(await stage.sql('select event, session_no from lanes.turns where lane = $1 order by message_no', [stage.lane('cy')])).toEqual([{ event: 'text', session_no: 1 }, { event: 'timer', session_no: 1 }, { event: 'text', session_no: 2 }]);
  });

  test('leaving a wait takes its timer along', async () => {
    const stage = await openStage(db, { sketch: asking });
    await stage.say('di', 'hi');
    await stage.say('di', 'Di');
    stage.clock.pass(2 * 3_600_000);
    await stage.turns.runUntilIdle();
    expect(await stage.log('di')).toHaveLength(5);
    expect(await stage.sql('select timer_at from lanes.lanes where lane = $1', [stage.lane('di')])).toEqual([{ timer_at: null }]);
  });

  test('a session ends 24 h after the last message, but not while a timer runs', async () => {
    const stage = await openStage(db, { sketch: { ...asking, nodes: { ...asking.nodes, name: { ask: { question: 'What is your name?', save: 'name', timeout: 'P3D' } } } } });
    await stage.say('ed', 'hi');
    stage.clock.pass(30 * 3_600_000);
    expect(await stage.say('ed', 'Ed')).toEqual(['How old are you, Ed? [Young|Old]']);
    stage.clock.pass(25 * 3_600_000);
    await stage.turns.runUntilIdle();
    expect(await stage.sql('select ended from lanes.sessions where lane = $1', [stage.lane('ed')])).toEqual([{ ended: 'expired' }]);
    expect(await stage.say('ed', 'young')).toEqual(['Hello.', 'What is your name?']);
  });

  test('a late tap is told so and the current question is asked again', async () => {
    const stage = await openStage(db, { sketch: asking });
    await stage.say('fay', 'hi');
    await stage.say('fay', 'Fay');
    const late = { type: 'choiceReply', option: 'young', wait: 1 } as const;
    expect(await stage.say('fay', late)).toEqual(['That is past.', 'How old are you, Fay? [Young|Old]']);
    const [turn] = await stage.sql<{ trace: { steps: { did: string }[] } }>('select trace from lanes.turns where lane = $1 order by seq desc limit 1', [stage.lane('fay')]);
    expect(turn?.trace.steps).toContainEqual({ did: 'late', wait: 1, current: 2 });
    expect(await stage.say('fay', { type: 'choiceReply', option: 'young', wait: 2 })).toEqual(['Bye, Fay.']);
    // Waits go on being counted in the next session, so that an old button never answers a new question.
    await stage.say('fay', 'hi');
    await stage.say('fay', 'Fay');
    expect(await stage.say('fay', { type: 'choiceReply', option: 'young', wait: 2 })).toEqual(['That is past.', 'How old are you, Fay? [Young|Old]']);
  });

  test('the language dialog is heard before the flow and its choice stays with the contact', async () => {
    const stage = await openStage(db, { sketch: asking });
    await stage.say('gus', 'hi');
    expect(await stage.say('gus', 'language')).toEqual(['Which language do you want to use? [English|Français]']);
    expect(await stage.say('gus', 'Klingon')).toEqual(['Which language do you want to use? [English|Français]']);
    expect(await stage.say('gus', 'french')).toEqual(['What is your name?']);
    const log = await stage.log('gus');
    expect(log.at(-1)?.body).toMatchObject({ language: 'en' });
    await stage.say('gus', 'Gus');
    await stage.say('gus', 'old');
    expect(await stage.say('gus', 'hi')).toEqual(['Bonjour.', 'What is your name?']);
    const contacts = await stage.context.models.Contact.findAll({ where: { bot: stage.bot } });
    expect(contacts.map(({ language }) => language)).toEqual(['fr']);
  });

  test('the reset dialog begins a new session at once, or goes on', async () => {
    const stage = await openStage(db, { sketch: asking });
    await stage.say('hal', 'hi');
    await stage.say('hal', 'Hal');
    expect(await stage.say('hal', 'start over')).toEqual(['Start over? What you have said so far is forgotten. [Yes, start over|No, go on]']);
    expect(await stage.say('hal', 'no')).toEqual(['How old are you, Hal? [Young|Old]']);
    await stage.say('hal', 'start over');
    expect(await stage.say('hal', '1')).toEqual(['Hello.', 'What is your name?']);
    expect(await stage.sql('select no, ended from lanes.sessions where lane = $1 order by no', [stage.lane('hal')])).toEqual([{ no: 1, ended: 'reset' }, { no: 2, ended: null }]);
    expect(await stage.say('hal', 'Hal')).toEqual(['How old are you, Hal? [Young|Old]']);
  });

  test('consent is asked before the first turn, once per contact', async () => {
    const stage = await openStage(db, { sketch: { ...asking, settings: { ...asking.settings, consentText: 'May we keep what you say?' } } });
    expect(await stage.say('ida', 'hi')).toEqual(['May we keep what you say? [I agree|I do not agree]']);
    expect(await stage.say('ida', 'What?')).toEqual(['May we keep what you say? [I agree|I do not agree]']);
    expect(await stage.say('ida', { type: 'choiceReply', option: 'consent:declined' })).toEqual(['All right. Nothing is kept. Write again if you change your mind.']);
    expect(await stage.say('ida', 'hi')).toEqual(['May we keep what you say? [I agree|I do not agree]']);
    expect(await stage.say('ida', 'yes')).toEqual(['Hello.', 'What is your name?']);
    await stage.say('ida', 'Ida');
    await stage.say('ida', 'old');
    expect(await stage.say('ida', 'hi')).toEqual(['Hello.', 'What is your name?']);
    const [contact] = await stage.context.models.Contact.findAll({ where: { bot: stage.bot } });
    expect(contact?.consentedAt?.toISOString()).toBe(stage.clock.now().toISOString());
  });

  test('a dialog of the flow that has nothing to ask goes on at once', async () => {
    const stage = await openStage(db, {
      sketch: { languages: ['en'], nodes: { begin: 'start', tongue: { dialog: { dialog: 'language' } }, agree: { dialog: { dialog: 'consent' } }, ok: { end: { text: 'Welcome.' } } }, edges: ['begin -> tongue', 'tongue.done -> agree', 'agree.done -> ok'] },
    });
    // There is one language; consent is given once.
    expect(await stage.say('ivy', 'hi')).toHaveLength(1);
    expect(await stage.say('ivy', 'yes')).toEqual(['Welcome.']);
    expect(await stage.say('ivy', 'hi')).toEqual(['Welcome.']);
  });

  test('a paused bot keeps messages and answers them when it goes on', async () => {
    const stage = await openStage(db, { sketch: asking });
    const [live] = await stage.sql<{ release: string }>('select release from lanes.live where bot = $1', [stage.bot]);
    await setLive(db.lanes, { bot: stage.bot, release: live?.release ?? null, paused: true });
    const receipt = await stage.send('jo', 'hi');
    await stage.turns.runUntilIdle();
    // Nor when its lane is looked at again, which happens every half a minute.
    stage.clock.pass(31_000);
    await stage.turns.runUntilIdle();
    expect(await stage.log('jo')).toEqual([]);
    await setLive(db.lanes, { bot: stage.bot, release: live?.release ?? null, paused: false });
    stage.clock.pass(31_000);
    await stage.turns.runUntilIdle();
    expect(receipt.ok && (await stage.log('jo')).map(({ turn }) => turn)).toEqual([1, 1, 1]);
  });

  test('a bot that goes on answers what it kept at once', async () => {
    const stage = await openStage(db, { sketch: asking });
    await changeBot(stage.context, null, stage.bot, { paused: true });
    await stage.send('joy', 'hi');
    await stage.turns.runUntilIdle();
    expect(await stage.log('joy')).toEqual([]);
    await changeBot(stage.context, null, stage.bot, { paused: false });
    await stage.turns.runUntilIdle();
    expect(await stage.log('joy')).toHaveLength(3);
  });

  test('a session keeps its release; the next one starts on what is live then', async () => {
    const stage = await openStage(db, { sketch: asking });
    await stage.say('kim', 'hi');
    await stage.publish({ ...asking, nodes: { ...asking.nodes, hello: { message: { text: 'Hello two.' } }, bye: { end: { text: 'Bye two.' } } } });
    expect(await stage.say('lea', 'hi')).toEqual(['Hello two.', 'What is your name?']);
    await stage.say('kim', 'Kim');
    expect(await stage.say('kim', 'old')).toEqual(['Bye, Kim.']);
    expect(await stage.say('kim', 'hi')).toEqual(['Hello two.', 'What is your name?']);
  });

  test('a session moves to another release only where its node is the same there', async () => {
    const stage = await openStage(db, { sketch: asking });
    await stage.say('max', 'hi');
    await stage.say('ned', 'hi');
    await stage.say('ned', 'Ned');
    const changed = await stage.publish({ ...asking, nodes: { ...asking.nodes, name: { ask: { question: 'Your name, then?', save: 'name', timeout: 'PT1H' } }, bye: { end: { text: 'Bye two.' } } } });
    for (const from of ['max', 'ned']) await stage.turns.control({ lane: stage.lane(from), bot: stage.bot, key: `move:${changed}`, event: { type: 'move', release: changed } });
    await stage.turns.runUntilIdle();
    expect(await stage.say('ned', 'old')).toEqual(['Bye two.']);
    await stage.say('max', 'Max');
    expect(await stage.say('max', 'old')).toEqual(['Bye, Max.']);
    // Nor where a variable that is set holds something else there.
    await stage.say('may', 'hi');
    await stage.say('may', 'May');
    const retyped = await stage.publish({ ...asking, variables: { name: 'number', age: 'number' }, nodes: { ...asking.nodes, bye: { end: { text: 'Bye three.' } } } });
    await stage.turns.control({ lane: stage.lane('may'), bot: stage.bot, key: `move:${retyped}`, event: { type: 'move', release: retyped } });
    await stage.turns.runUntilIdle();
    expect(await stage.say('may', 'old')).toEqual(['Bye two.']);
  });

  test('stop ends a session and a message after it starts a new one', async () => {
    const stage = await openStage(db, { sketch: asking });
    await stage.say('oda', 'hi');
    await stage.turns.control({ lane: stage.lane('oda'), bot: stage.bot, key: null, event: { type: 'stop' } });
    await stage.turns.runUntilIdle();
    expect(await stage.sql('select ended from lanes.sessions where lane = $1', [stage.lane('oda')])).toEqual([{ ended: 'stopped' }]);
    expect(await stage.say('oda', 'hi')).toEqual(['Hello.', 'What is your name?']);
  });

  test('a voice message gets a clear sentence where nothing can listen to it', async () => {
    const stage = await openStage(db, { sketch: asking });
    await stage.say('pat', 'hi');
    expect(await stage.say('pat', { type: 'audio', media: { id: 'x', mime: 'audio/ogg', name: 'voice.ogg', bytes: 1 } })).toEqual(['I cannot listen to voice messages. Type your answer.']);
    expect(await stage.say('pat', 'Pat')).toEqual(['How old are you, Pat? [Young|Old]']);
  });

  test('something that answers itself with the same words is left alone', async () => {
    const stage = await openStage(db, { sketch: asking });
    await stage.say('qi', 'hi');
    await stage.say('qi', 'Qi');
    const answers: number[] = [];
    for (let n = 0; n < 33; n += 1) answers.push((await stage.say('qi', 'You said: How old are you?')).length);
    expect(answers.slice(0, 3)).not.toContain(0);
    expect(answers.slice(30)).toEqual([0, 0, 0]);
  });
});
