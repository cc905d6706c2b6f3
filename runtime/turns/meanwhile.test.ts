import { describe, expect, test } from 'vitest';
import { testDatabase } from '@parley/db/testing';
import type { ActionResult } from '@parley/shared/machine/action';
import type { Sketch } from '@parley/shared/nodes/golden';
import type { Performers } from '../actions/index.ts';
import { dyingDatabase } from './test/dyingDatabase.ts';
import { openStage } from './test/stage.ts';

const asking: Sketch = {
  variables: { wish: 'text', reply: 'text' },
  nodes: {
    start: 'start', look: { message: { text: 'Let me look.' } }, think: { model: { gives: 'text', instructions: 'Say something.', save: 'reply' } },
    more: { ask: { question: '{{reply}} Anything else?', save: 'wish' } }, bye: { end: { text: '{{wish}}: noted.' } }, sorry: { end: { text: 'I lost it.' } },
  },
  edges: ['start -> look', 'look -> think', 'think.done -> more', 'think.unknown -> sorry', 'think.failed -> sorry', 'more.answered -> bye'],
  settings: { waitingText: 'One moment, please.' },
};

/** A call of a model that is over when the test says so. */
function slowCall(): { begun: Promise<void>; give(result: ActionResult): void; performers: Partial<Performers>; asked(): number } {
  let asked = 0;
  let give: (result: ActionResult) => void = () => undefined;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const result = new Promise<ActionResult>((resolve) => {
    give = resolve;
  });
  return {
    begun, give: (given) => give(given), asked: () => asked,
    performers: { callModel: { class: 'unsafe', async perform() {
      asked += 1;
      begin();
      const given = await result;
      if (!given.ok) throw new Error(given.error);
      return given.value;
    } } },
  };
}

const answer: ActionResult = { ok: true, value: { outcome: 'done', by: 'model', text: 'It is blue.', used: {} } };

describe('somebody writes while an effect is under way', async () => {
  const db = await testDatabase();
  const said = (log: { body: object }[]): string[] => log.map(({ body }) => JSON.parse(JSON.stringify(body)) as { message: { text?: string } }).map(({ message }) => message.text ?? '');

  test('they are told to wait once, the answer comes, and what they wrote is heard then', async () => {
    const call = slowCall();
    const stage = await openStage(db, { sketch: asking, options: { performers: call.performers, times: { patienceMs: 0 } } });
    await stage.send('ada', 'hi');
    await call.begun;
    expect(await stage.say('ada', 'a lamp')).toEqual(['One moment, please.']);
    const second = await stage.send('ada', 'in red');
    expect(second.ok).toBe(true);
    call.give(answer);
    await stage.turns.runUntilIdle();
    expect(said(await stage.log('ada'))).toEqual(['hi', 'Let me look.', 'a lamp', 'One moment, please.', 'It is blue. Anything else?', 'a lamp: noted.', 'in red', 'Let me look.', expect.any(String)]);
    expect(call.asked()).toBe(2);
  });

  test('an effect that is over before their patience is answers in its own turn', async () => {
    const call = slowCall();
    const stage = await openStage(db, { sketch: asking, options: { performers: call.performers, times: { patienceMs: 60_000 } } });
    const first = stage.say('bo', 'hi');
    await call.begun;
    await stage.send('bo', 'a lamp');
    // Without patience it would be handed over by now.
    await new Promise((resolve) => setTimeout(resolve, 20));
    call.give(answer);
    expect(await first).toEqual(['Let me look.', 'It is blue. Anything else?']);
    await stage.turns.runUntilIdle();
    expect(said(await stage.log('bo'))).toEqual(['hi', 'Let me look.', 'It is blue. Anything else?', 'a lamp', 'a lamp: noted.']);
  });

  test('a flow without a waiting text keeps the message without a word', async () => {
    const call = slowCall();
    const stage = await openStage(db, { sketch: { ...asking, settings: { waitingText: '' } }, options: { performers: call.performers, times: { patienceMs: 0 } } });
    await stage.send('cy', 'hi');
    await call.begun;
    await stage.send('cy', 'a lamp');
    call.give(answer);
    await stage.turns.runUntilIdle();
    expect(said(await stage.log('cy'))).toEqual(['hi', 'Let me look.', 'It is blue. Anything else?', 'a lamp', 'a lamp: noted.']);
  });

  test('a call that had begun and whose process is gone is not made again: nobody knows how it ended', async () => {
    const call = slowCall();
    const stage = await openStage(db, { sketch: asking, options: { performers: call.performers, times: { patienceMs: 0 } } });
    await stage.send('di', 'hi');
    await call.begun;
    expect(await stage.say('di', 'a lamp')).toEqual(['One moment, please.']);
    // Whoever held the call is silent; another process finds its row.
    await stage.sql(`update lanes.lanes set lease_until = clock_timestamp() - interval '1 second' where bot = $1 and owner is not null`, [stage.bot]);
    const other = slowCall();
    other.give({ ok: true, value: { outcome: 'done', by: 'model', text: 'It is red.', used: {} } });
    const later = stage.another({ performers: other.performers });
    await later.runUntilIdle();
    expect(said(await stage.log('di'))).toEqual(['hi', 'Let me look.', 'a lamp', 'One moment, please.', 'I lost it.', 'Let me look.', 'It is red. Anything else?']);
    call.give(answer);
    await stage.turns.runUntilIdle();
    expect(said(await stage.log('di'))).not.toContain('It is blue. Anything else?');
  });

  test('nor where its process died before it could note on the new lane that it had begun', async () => {
    const stage = await openStage(db, { sketch: asking, options: { times: { patienceMs: 0 } } });
    const call = slowCall();
    // The turn notes its intent, the handed over effect would be the second to.
    const dying = dyingDatabase(db, { call: 'journal_1', when: 'before', nth: 2 });
    const doomed = stage.another({ performers: call.performers }, { db: dying.db });
    await stage.send('eve', 'hi', { turns: doomed });
    await call.begun;
    await stage.send('eve', 'a lamp', { turns: doomed });
    await expect.poll(dying.dead).toBe(true);
    await stage.sql(`update lanes.lanes set lease_until = clock_timestamp() - interval '1 second' where bot = $1 and owner is not null`, [stage.bot]);
    const other = slowCall();
    other.give({ ok: true, value: { outcome: 'done', by: 'model', text: 'It is red.', used: {} } });
    await stage.another({ performers: other.performers }).runUntilIdle();
    expect(said(await stage.log('eve'))).toEqual(['hi', 'Let me look.', 'I lost it.', 'a lamp', 'Let me look.', 'It is red. Anything else?']);
    expect([call.asked(), other.asked()]).toEqual([1, 1]);
    call.give(answer);
  });
});
