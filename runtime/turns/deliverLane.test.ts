import { describe, expect, test } from 'vitest';
import { databaseKindsAndApart, testDatabase } from '@parley/db/testing';
import type { Sketch } from '@parley/shared/nodes/golden';
import type { Channel, SendOutcome } from '../channels/channel.ts';
import { rest } from '../channels/rest/rest.ts';
import { changeChannel } from '../commands/changeChannel.ts';
import { pausedLookMs, retryAfterMs } from './deliverLane.ts';
import { openStage } from './test/stage.ts';
import type { Stage } from './test/stage.ts';

const echo: Sketch = {
  variables: { word: 'text' },
  nodes: { begin: 'start', ask: { ask: { question: 'You said “{{word}}”.', save: 'word' } } },
  edges: ['begin -> ask', 'ask.answered -> ask'],
};

describe.each(databaseKindsAndApart)('what a turn says is sent (%s)', async (kind) => {
  const db = await testDatabase(kind);

  /** A stage whose channel sends to this test: what came, in order, and how the next attempts go. */
  async function sending(delivery: Channel['delivery']) {
    const came: { text: string; attempt: number; doubt: boolean }[] = [];
    const outcomes: SendOutcome[] = [];
    const channel: Channel = { ...rest, delivery, send: ({ payload, attempt, doubt }) => {
      const { messages } = JSON.parse(JSON.stringify(payload)) as { messages: { text: string }[] };
      came.push({ text: messages[0]?.text ?? '', attempt, doubt });
      return Promise.resolve(outcomes.shift() ?? { ok: true });
    } };
    const stage = await openStage(db, { sketch: echo, settings: { callbackUrl: 'https://example.org/hook' }, options: { channels: { rest: channel } } });
    return { stage, came, outcomes };
  }
  const outbox = (stage: Stage, from: string) => stage.sql('select no, attempts, doubts, outcome from lanes.outbox where lane = $1 order by no', [stage.lane(from)]);

  test('nothing while the channel is paused; all of it, in order and as if for the first time, when it goes on', async () => {
    const { stage, came } = await sending('unsafe');
    const change = (paused: boolean) => changeChannel(stage.context, null, { id: stage.channel.id, body: { paused } });
    await change(true);
    for (const said of ['hi', 'one', 'two']) expect(await stage.say('ann', said)).toHaveLength(1);
    await stage.turns.runUntilIdle();
    // Nor when it is looked at again, which happens every half a minute.
    stage.clock.pass(pausedLookMs);
    await stage.turns.runUntilIdle();
    expect(came).toEqual([]);
    expect(await outbox(stage, 'ann')).toEqual([1, 2, 3].map((no) => ({ no, attempts: 0, doubts: 0, outcome: null })));
    await change(false);
    stage.clock.pass(1_000);
    // Another process: what this one knows of the channel is a second old at most, by its own clock.
    await stage.another().runUntilIdle();
    expect(came).toEqual(['', 'one', 'two'].map((word) => ({ text: `You said “${word}”.`, attempt: 1, doubt: false })));
    expect(await outbox(stage, 'ann')).toEqual([1, 2, 3].map((no) => ({ no, attempts: 1, doubts: 0, outcome: 'sent' })));
  });

  test('again once, marked, where nobody knows whether it arrived and it would arrive twice; later ones after it', async () => {
    const { stage, came, outcomes } = await sending('unsafe');
    const cutOff: SendOutcome = { ok: false, error: 'cutOff', detail: '' };
    outcomes.push(cutOff, cutOff);
    await stage.say('bo', 'hi');
    await stage.say('bo', 'one');
    for (const pause of [0, ...retryAfterMs]) {
      stage.clock.pass(pause);
      await stage.turns.runUntilIdle();
    }
    expect(came).toEqual([{ text: 'You said “”.', attempt: 1, doubt: false }, { text: 'You said “”.', attempt: 2, doubt: true }, { text: 'You said “one”.', attempt: 1, doubt: false }]);
    expect(await outbox(stage, 'bo')).toMatchObject([{ no: 1, doubts: 2, outcome: 'unknown' }, { no: 2, doubts: 0, outcome: 'sent' }]);
  });

  test('as often as there are pauses where it did not arrive for sure, or the other side knows repeats', async () => {
    for (const [delivery, error] of [['unsafe', 'unreachable'], ['keyed', 'timedOut']] as const) {
      const { stage, came, outcomes } = await sending(delivery);
      outcomes.push(...Array.from({ length: 20 }, (): SendOutcome => ({ ok: false, error, detail: '' })));
      await stage.say('cy', 'hi');
      for (const pause of [0, ...retryAfterMs]) {
        stage.clock.pass(pause);
        await stage.turns.runUntilIdle();
      }
      expect(came).toHaveLength(retryAfterMs.length + 1);
      expect(await outbox(stage, 'cy')).toMatchObject([{ outcome: error === 'timedOut' ? 'unknown' : 'failed' }]);
    }
  });
});
