import { describe, expect, test } from 'vitest';
import { testDatabase } from '@parley/db/testing';
import type { JsonObject } from '@parley/shared/lib/json';
import type { Sketch } from '@parley/shared/nodes/golden';
import { openStage } from './test/stage.ts';

const waiting = (data: JsonObject): Sketch => ({
  nodes: { start: 'start', hi: { message: { text: 'See you.' } }, w: { wait: data }, q: { ask: { question: 'Back again. Tea or coffee?', save: 'drink' } }, bye: { end: { text: '{{drink}} it is.' } } },
  edges: ['start -> hi', 'hi -> w', 'w.next -> q', 'q.answered -> bye'],
  variables: { drink: 'text' },
  settings: { sessionHours: 1 },
});
const hours = 3_600_000;

describe('a wait', async () => {
  const db = await testDatabase();

  test('outlives its process and the hours of the session, and keeps what was written', async () => {
    const stage = await openStage(db, { sketch: waiting({ duration: 'P3D', meanwhile: 'hold' }) });
    expect(await stage.say('ada', 'hi')).toEqual(['See you.']);
    await stage.turns.stop();
    const later = stage.another();
    stage.clock.pass(50 * hours);
    await stage.send('ada', 'tea', { turns: later });
    await later.runUntilIdle();
    expect((await stage.log('ada')).filter(({ direction }) => direction === 'out')).toHaveLength(1);
    stage.clock.pass(22 * hours);
    await later.runUntilIdle();
    expect((await stage.log('ada')).flatMap(({ direction, body }) => (direction === 'out' ? [(body['message'] as { text: string }).text] : []))).toEqual(['See you.', 'Back again. Tea or coffee?', 'tea it is.']);
  });

  test('is left for a menu and gone on with, and what was written for later is not heard by the menu', async () => {
    for (const meanwhile of ['hold', 'oneMoment']) {
      const sketch: Sketch = { ...waiting({ duration: 'PT2H', meanwhile, waitingText: 'Soon.' }), settings: { sessionHours: 1, shortcuts: { m: { keywords: 'menu', does: { kind: 'call', flow: 'menu' }, order: 1 } } } };
      const stage = await openStage(db, { sketch, subflows: { menu: { nodes: { in: 'start', pick: { ask: { question: 'What about?' } }, say: { message: { text: 'We are open.' } }, out: 'end' }, edges: ['in -> pick', 'pick.answered -> say', 'say -> out'] } } });
      await stage.say('cy', 'hi');
      expect(await stage.say('cy', 'coffee')).toEqual(meanwhile === 'hold' ? [] : ['Soon.']);
      expect(await stage.say('cy', 'menu')).toEqual(['What about?']);
      expect(await stage.say('cy', 'opening hours')).toEqual(['We are open.']);
      stage.clock.pass(2 * hours);
      await stage.turns.runUntilIdle();
      expect((await stage.log('cy')).filter(({ direction }) => direction === 'out').slice(-2).map(({ body }) => (body['message'] as { text: string }).text)).toEqual(['Back again. Tea or coffee?', 'coffee it is.']);
      expect((await stage.log('cy')).filter(({ direction }) => direction === 'in')).toHaveLength(4);
    }
  });

  test('for a photo that leaves anything else alone says nothing, a voice message neither, is no longer for it, and hears shortcuts', async () => {
    const sketch: Sketch = {
      nodes: { start: 'start', q: { ask: { question: 'A photo?', expects: 'media', files: { audio: false }, meanwhile: 'alone', tries: 1, timeout: 'PT1H' } }, lost: { end: { text: 'Lost.' } }, ok: { end: { text: 'Nice.' } }, gone: { end: { text: 'Gone.' } } },
      edges: ['start -> q', 'q.answered -> ok', 'q.invalid -> lost', 'q.noAnswer -> gone'],
      settings: { shortcuts: { r: { keywords: 'again', does: { kind: 'restart' }, order: 1 } } },
    };
    const stage = await openStage(db, { sketch });
    const media = { id: '019a0000-0000-7000-8000-000000000001', mime: 'audio/ogg', name: 'a.ogg', bytes: 1 };
    expect(await stage.say('di', 'hi')).toEqual(['A photo?']);
    stage.clock.pass(0.5 * hours);
    expect(await stage.say('di', 'soon')).toEqual([]);
    expect(await stage.say('di', { type: 'audio', media })).toEqual([]);
    stage.clock.pass(0.4 * hours);
    await stage.turns.runUntilIdle();
    expect(await stage.say('di', 'really soon')).toEqual([]);
    stage.clock.pass(0.1 * hours);
    await stage.turns.runUntilIdle();
    expect((await stage.log('di')).flatMap(({ direction, body }) => (direction === 'out' ? [(body['message'] as { text: string }).text] : []))).toEqual(['A photo?', 'Gone.']);
    expect(await stage.say('di', 'hi')).toEqual(['A photo?']);
    expect(await stage.say('di', 'again')).toEqual(['A photo?']);
    expect(await stage.say('di', { type: 'image', media: { ...media, mime: 'image/png' } })).toEqual(['Nice.']);
  });

  test('says the waiting text, and keeps what was written', async () => {
    const stage = await openStage(db, { sketch: waiting({ duration: 'PT2H', meanwhile: 'oneMoment', waitingText: 'Soon.' }) });
    await stage.say('bo', 'hi');
    expect(await stage.say('bo', 'coffee')).toEqual(['Soon.']);
    stage.clock.pass(2 * hours);
    await stage.turns.runUntilIdle();
    expect((await stage.log('bo')).flatMap(({ direction, body }) => (direction === 'out' ? [(body['message'] as { text: string }).text] : []))).toEqual(['See you.', 'Soon.', 'Back again. Tea or coffee?', 'coffee it is.']);
    expect((await stage.log('bo')).filter(({ direction }) => direction === 'in')).toHaveLength(2);
  });
});
