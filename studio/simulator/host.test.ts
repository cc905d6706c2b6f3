import { describe, expect, test } from 'vitest';
import { compile } from '@parley/shared/compiler/compile';
import { textsIn } from '@parley/shared/dialogs/texts.data';
import { prepare } from '@parley/shared/engine/prepare';
import { drawGolden } from '@parley/shared/golden/drawGolden';
import { nodeTypes } from '@parley/shared/nodes/index';
import { NotRun, performAwaited } from './host/perform.ts';
import type { RunCode } from './host/perform.ts';
import type { Talk } from './host/talk.ts';
import { saidOf } from './host/transcript.ts';
import { beginTalk, tell } from './host.ts';
import { now, groundOf, message, say, later, tap, play, readable, wash } from './test/hostStage.ts';

const ours = textsIn('en').texts;

describe('sessions', () => {
  test('the first message begins one and is no answer, unless the start listens for it', () => {
    expect(readable(play(groundOf(wash), [say('Express')]))).toEqual(['> Express', 'Which wash? [Express] [Full]']);
    expect(readable(play(groundOf(wash), [say('the price?')]))).toEqual(['> the price?', 'It costs 10', '(final)']);
  });

  test('an opened page begins one without a word', () => {
    expect(readable(play(groundOf(wash), [message({ type: 'start' })]))).toEqual(['Which wash? [Express] [Full]']);
  });

  test('after the end the next message begins anew, with nothing remembered', () => {
    const talk = play(groundOf(wash), [say('hi'), tap('Full'), say('Amara'), say('hello again')]);
    expect(readable(talk).slice(-4)).toEqual(['Bye Amara', '(final)', '> hello again', 'Which wash? [Express] [Full]']);
    expect(talk.snapshot?.variables).toEqual({});
    expect([...talk.path.nodes]).toEqual(['main/start', 'main/which']);
  });

  test.each([['PT23H', ['> Full', 'Your name?']], ['PT24H', ['(expired)', '> Full', 'Which wash? [Express] [Full]']]])('silence for %s', (after, end) => {
    const talk = play(groundOf(wash), [say('hi'), later(after), say('Full')]);
    expect(readable(talk).slice(2)).toEqual(end);
  });

  test('what has a deadline does not expire: the deadline comes', () => {
    const ground = groundOf({ ...wash, settings: { silenceAfter: 'PT48H' } });
    const talk = play(ground, [say('hi'), later('P1D'), later('PT23H')]);
    expect(talk.log.some(({ from }) => from === 'host' && talk.snapshot?.frames.length === 0)).toBe(false);
    expect(play(ground, [later('PT1H')], talk).snapshot?.frames).toEqual([]);
    expect(play(ground, [later('PT1H')], talk).now).toBe('2026-11-22T09:00:00.000Z');
  });
});

test('an answer takes its question’s deadline away', () => {
  const ground = groundOf({
    nodes: { start: 'start', one: { ask: { question: 'One?', timeout: 'PT1H' } }, two: { ask: { question: 'Two?' } }, bye: 'end', gone: { end: { text: 'Gone' } } },
    edges: ['start -> one', 'one.answered -> two', 'one.noAnswer -> gone', 'two -> bye'],
  });
  const asked = play(ground, [say('hi')]);
  expect(asked.timer?.dueAt).toBe('2026-11-20T10:00:00.000Z');
  expect(readable(play(ground, [later('PT1H')], asked)).slice(-2)).toEqual(['Gone', '(final)']);
  const answered = play(ground, [say('yes')], asked);
  expect(answered.timer).toBeUndefined();
  expect(readable(play(ground, [later('P1D')], answered)).slice(-2)).toEqual(['Two?', '(expired)']);
});

describe('answers', () => {
  test('a button of a question that is past is told so, and the question asked again', () => {
    const before = play(groundOf(wash), [say('hi')]);
    const talk = play(groundOf(wash), [say('Express'), tap('Full')], before);
    expect(readable(talk).slice(-3)).toEqual(['> Full', ours.past, 'Your name?']);
    expect(talk.snapshot?.variables).toEqual({ wash: 'Express' });
  });

  test('a button of the conversation before is past as well', () => {
    const old = tap('Express')(play(groundOf(wash), [say('hi')]));
    const talk = play(groundOf(wash), [say('hi'), tap('Full'), say('Amara'), say('hi'), old]);
    expect(readable(talk).slice(-2)).toEqual([ours.past, 'Which wash? [Express] [Full]']);
  });

  test('a voice message that nobody asked for is answered, and the question stays', () => {
    const media = { id: 'a', mime: 'audio/ogg', name: 'voice.ogg', bytes: 10 };
    const talk = play(groundOf(wash), [say('hi'), message({ type: 'audio', media }), say('Full')]);
    expect(readable(talk).slice(2)).toEqual(['> audio', ours.unheard, '> Full', 'Your name?']);
  });

  test('a reaction is nothing to answer', () => {
    const talk = play(groundOf(wash), [say('hi'), message({ type: 'reaction', emoji: '👍' })]);
    expect(readable(talk).slice(2)).toEqual(['> reaction']);
  });
});

test('something that answers itself with the same words is left alone, as it is when live', () => {
  const asked = play(groundOf(wash), [say('hi')]);
  const echoed = play(groundOf(wash), Array.from({ length: 33 }, () => say('Which wash?')), asked);
  const answered = (turn: number): boolean => echoed.log.some((line) => line.from === 'bot' && line.turn === turn);
  expect([2, 31].map(answered)).toEqual([true, true]);
  expect([32, 33, 34].map(answered)).toEqual([false, false, false]);
  expect(echoed.trace).toEqual([{ did: 'ignore', why: 'echo' }]);
});

describe('languages', () => {
  test('a missing translation is said in the author’s language and marked by it', () => {
    const ground = groundOf(wash, { contact: { name: 'Amara', language: 'fr-CA' } });
    const talk = play(ground, [say('salut'), say('2'), say('Amara')]);
    const said = talk.log.flatMap((line) => (line.from === 'bot' ? [[saidOf(line.message), line.language, line.fallback]] : []));
    expect(said).toEqual([[{ text: 'Quel lavage ?', options: ['Express', 'Full'] }, 'en', true], ['Votre nom ?', 'fr', undefined], ['Bye Amara', 'en', true]]);
  });

  test('a language chosen on the way is spoken from the question on', () => {
    const talk = play(groundOf(wash), [say('hi'), say('language'), tap('Français'), tap('Full')]);
    expect(readable(talk).slice(2)).toEqual(['> language', `${ours.chooseLanguage} [English] [Français]`, '> Français', 'Quel lavage ? [Express] [Full]', '> Full', 'Votre nom ?']);
  });

  test('what is no language is asked again, and the dialog hears everything', () => {
    const talk = play(groundOf(wash), [say('hi'), say('language'), say('Full'), say('again'), say('fr')]);
    expect(readable(talk).slice(4)).toEqual(['> Full', `${ours.chooseLanguage} [English] [Français]`, '> again', `${ours.chooseLanguage} [English] [Français]`, '> fr', 'Quel lavage ? [Express] [Full]']);
  });

  test('many languages come in pages', () => {
    const languages = ['en', 'fr', 'hi', 'de', 'es', 'pt', 'ar', 'ta', 'te', 'mr', 'bn', 'gu'];
    const ground = groundOf({ ...wash, languages });
    const talk = play(ground, [say('hi'), say('language'), tap('More languages'), tap('ગુજરાતી')]);
    const pages = talk.log.flatMap((line) => (line.from === 'bot' && line.by === 'dialog' && line.message.type === 'choices' ? [line.message.options.length] : []));
    expect(pages).toEqual([10, 4]);
    expect(talk.contact.language).toBe('gu');
  });

  test('the menu of a chat page changes the language without a dialog, before the first word too', () => {
    const french = message({ type: 'dialogReply', dialog: 'language', value: 'fr' });
    expect(readable(play(groundOf(wash), [say('hi'), french])).at(-1)).toBe('Quel lavage ? [Express] [Full]');
    expect(readable(play(groundOf(wash), [french])).at(-1)).toBe('Quel lavage ? [Express] [Full]');
    expect(readable(play(groundOf(wash), [say('hi'), message({ type: 'dialogReply', dialog: 'language', value: 'xx' })])).at(-1)).toBe(`${ours.chooseLanguage} [English] [Français]`);
  });
});

describe('starting over', () => {
  test('is asked first, and no goes on where it was', () => {
    const asked = play(groundOf(wash), [say('hi'), tap('Full'), say('again')]);
    expect(readable(asked).at(-1)).toBe(`${ours.startOver} [${ours.yes}] [${ours.no}]`);
    const kept = play(groundOf(wash), [say('no')], asked);
    expect(readable(kept).at(-1)).toBe('Your name?');
    expect(kept.snapshot?.variables).toEqual({ wash: 'Full' });
    const anew = play(groundOf(wash), [say('yes')], asked);
    expect(readable(anew).slice(-2)).toEqual(['(reset)', 'Which wash? [Express] [Full]']);
    expect(anew.snapshot?.variables).toEqual({});
    expect([...anew.path.edges]).toEqual(['main/e1']);
  });
});

describe('consent', () => {
  const asking = groundOf({ ...wash, settings: { consentText: 'May we?' } });

  test('comes before anything, once; what the contact opened with still counts', () => {
    const talk = play(asking, [say('price'), tap(ours.agree), say('price')]);
    expect(readable(talk)).toEqual(['> price', `May we? [${ours.agree}] [${ours.decline}]`, `> ${ours.agree}`, 'It costs 10', '(final)', '> price', 'It costs 10', '(final)']);
  });

  test('declined, nothing begins and it is asked again the next time', () => {
    const talk = play(asking, [say('hi'), say('no'), say('hi')]);
    expect(readable(talk).slice(3)).toEqual([ours.declined, '(stopped)', '> hi', `May we? [${ours.agree}] [${ours.decline}]`]);
    expect(talk.snapshot).toBeNull();
  });

  test('is not gone round by choosing a language first', () => {
    const talk = play(asking, [message({ type: 'dialogReply', dialog: 'language', value: 'fr' })]);
    expect(readable(talk).at(-1)).toBe(`May we? [${textsIn('fr').texts.agree}] [${textsIn('fr').texts.decline}]`);
  });
});

describe('effects', () => {
  const coded = groundOf({
    variables: { n: 'number' },
    nodes: {
      start: 'start',
      c: { code: { code: 'export default () => 1', output: { kind: 'number' }, save: 'n' } },
      ok: { end: { text: 'It is {{n}}' } },
      failed: { end: { text: 'It failed' } },
    },
    edges: ['start -> c', 'c.done -> ok', 'c.failed -> failed'],
  });

  test.each<[what: string, runCode: RunCode, said: string]>([
    ['gives a number', () => Promise.resolve({ ok: true, value: 7 }), 'It is 7'],
    ['gives something else', () => Promise.resolve({ ok: true, value: 'seven' }), 'It failed'],
    ['fails', () => Promise.resolve({ ok: false, error: 'Line 1: no' }), 'It failed'],
  ])('code that %s', async (_, runCode, said) => {
    const talk = play(coded, [say('hi')]);
    expect(talk.awaiting?.type).toBe('runCode');
    const done = tell(coded, talk, (await performAwaited(talk, talk.awaiting!, runCode))!);
    expect(readable(done)).toEqual(['> hi', said, '(final)']);
  });

  test('code that was not run did not fail: it says why, and the conversation still waits for it', async () => {
    const talk = play(coded, [say('hi')]);
    await expect(performAwaited(talk, talk.awaiting!, () => Promise.reject(new Error('offline')))).rejects.toEqual(new NotRun(new Error('offline')));
  });

  test('code gets the simulated clock, and a chance of its own', async () => {
    const ran: Parameters<RunCode>[0][] = [];
    const twice = groundOf({
      variables: { n: 'number' }, nodes: { start: 'start', a: { code: { code: 'export default () => 1', output: { kind: 'number' }, save: 'n' } }, b: { code: { code: 'export default () => 1', output: { kind: 'number' }, save: 'n' } }, ok: 'end' },
      edges: ['start -> a', 'a.done -> b', 'a.failed -> ok', 'b.done -> ok', 'b.failed -> ok'],
    });
    let talk = play(twice, [later('PT2H'), say('hi')]);
    while (talk.awaiting) {
      talk = tell(twice, talk, (await performAwaited(talk, talk.awaiting, (run) => {
        ran.push(run);
        return Promise.resolve({ ok: true, value: 1 });
      }))!);
    }
    expect(ran).toEqual([1, 2].map(() => ({ code: 'export default () => 1', input: {}, now: '2026-11-20T11:00:00.000Z', seed: expect.any(Number), timeoutMs: 1_000 })));
    expect(new Set(ran.map(({ seed }) => seed)).size).toBe(2);
  });

  test('messages that come meanwhile are heard in their order afterwards', () => {
    const talk = play(coded, [say('hi'), say('one'), say('two'), { type: 'result', result: { ok: true, value: 1 } }]);
    expect(readable(talk)).toEqual(['> hi', 'It is 1', '(final)', '> one']);
    expect(talk.held).toEqual([{ message: { type: 'text', text: 'two' }, told: false }]);
  });

  test('who writes while another system is asked is told to wait once, and is heard afterwards', () => {
    const asking = groundOf({
      nodes: { start: 'start', look: { http: { url: 'https://api.example.org' } }, more: { ask: { question: 'Found it. More?' } }, last: { ask: { question: 'Really?' } }, bye: { end: { text: 'Bye.' } } },
      edges: ['start -> look', 'look.ok -> more', 'more.answered -> last', 'last.answered -> bye'], settings: { waitingText: 'One moment.' },
    });
    const talk = play(asking, [say('hi'), say('no'), say('yes'), { type: 'result', result: { ok: true, value: { outcome: 'ok', status: 200, values: {} } } }]);
    expect(readable(talk)).toEqual(['> hi', '> no', 'One moment.', 'Found it. More?', 'Really?', '> yes', 'Bye.', '(final)']);
  });

  test('a record of one contact is there for the next', async () => {
    const booking = groundOf({
      nodes: { start: 'start', r: { record: { does: 'add', collection: 'slots', key: '"mon"' } }, ok: { end: { text: 'Booked' } }, full: { end: { text: 'Taken' } } },
      edges: ['start -> r', 'r.added -> ok', 'r.exists -> full'],
    });
    const book = async (talk: Talk): Promise<Talk> => {
      const asked = play(booking, [say('hi')], talk);
      return tell(booking, asked, (await performAwaited(asked, asked.awaiting!, () => Promise.reject(new Error('no code here'))))!);
    };
    const first = await book(beginTalk(now));
    const second = await book(beginTalk(now, first.records));
    expect([readable(first)[1], readable(second)[1]]).toEqual(['Booked', 'Taken']);
  });
});

describe('the lit path', () => {
  test('follows the conversation, into a called flow and out of it', () => {
    const machine = compile(drawGolden({
      flow: { nodes: { start: 'start', sub: { subflow: { flow: 'more' } }, bye: { end: { text: 'Bye' } } }, edges: ['start -> sub', 'sub.done -> bye'] },
      subflows: { more: { nodes: { in: 'start', ask: { ask: { question: 'And?' } }, out: 'end' }, edges: ['in -> ask', 'ask -> out'] } },
    }, nodeTypes), nodeTypes);
    const ground = { ...groundOf(wash), prepared: prepare(machine) };
    const asked = play(ground, [say('hi')]);
    expect(asked.path.here).toEqual({ flow: 'more', node: 'ask' });
    expect([...asked.path.edges]).toEqual(['main/e1', 'more/e1']);
    const over = play(ground, [say('yes')], asked);
    expect([...over.path.edges]).toEqual(['main/e1', 'more/e1', 'more/e2', 'main/e2']);
    expect(over.path.here).toBeUndefined();
  });

  test('says where it failed', () => {
    const ground = groundOf({
      variables: { n: 'number' }, nodes: { start: 'start', a: { assign: { assignments: { s: { variable: 'n', value: '1 / 0', order: 1 } } } }, bye: 'end' }, edges: ['start -> a', 'a -> bye'],
    });
    const talk = play(ground, [say('hi')]);
    expect(talk.path.failed).toEqual({ flow: 'main', node: 'a' });
    expect(talk.log.findLast(({ from }) => from === 'bot')).toMatchObject({ error: true });
  });
});
