import { describe, expect, test } from 'vitest';
import { prepareExpression } from '../expressions/prepareExpression.ts';
import type { Facts } from '../expressions/types.ts';
import type { Incoming } from '../messages/incoming.ts';
import { answerCases, answeredAt, answerTexts } from './answers.cases.data.ts';
import type { AnswerCase } from './answers.cases.data.ts';
import { fold, letters } from './fold.ts';
import { recognise } from './recognise.ts';
import { readMoment } from './moment/readMoment.ts';
import type { AnswerContext } from './recognised.ts';
import { seededRandom } from '../lib/id.ts';

function factsOf(language: string, zone = 'Asia/Kolkata'): Facts {
  return { now: answeredAt, zone, offsets: [{ from: '2000-01-01T00:00:00Z', minutes: 330 }], language, seed: 1, channel: 'web', contact: { id: 'c1', name: 'A' } };
}

function contextOf(facts: Facts): AnswerContext {
  return { facts, text: ({ text }) => answerTexts[text] ?? [], evaluate: (expression) => prepareExpression(expression, { variables: {} })(() => undefined, facts) };
}

const messageOf = (said: string | Incoming): Incoming => (typeof said === 'string' ? { type: 'text', text: said } : said);
const nameOf = ({ language, recogniser, said, zone }: AnswerCase): string => `${recogniser.kind} in ${language}${zone ? ` (${zone})` : ''}: ${typeof said === 'string' ? said : JSON.stringify(said)}`;

describe('recognise', () => {
  test.each(answerCases.map((entry) => ({ ...entry, title: nameOf(entry) })))('$title', ({ language, recogniser, said, value, reason, zone }) => {
    const got = recognise(recogniser, messageOf(said), contextOf(factsOf(language, zone)));
    if (value !== null) expect(got).toEqual({ ok: true, value });
    else expect(got).toMatchObject({ ok: false, reason: expect.stringContaining(reason ?? '') });
  });

  test('every kind has cases it understands and cases it refuses', () => {
    const kinds = ['text', 'number', 'date', 'time', 'when', 'email', 'phone', 'choice', 'keywords', 'location', 'media', 'anything'];
    for (const kind of kinds) {
      const cases = answerCases.filter(({ recogniser }) => recogniser.kind === kind);
      expect([kind, cases.some(({ value }) => value !== null), cases.some(({ value }) => value === null)]).toEqual([kind, true, true]);
    }
  });
});

describe('readMoment', () => {
  test('a clock change between now and then', () => {
    const paris: Facts = { ...factsOf('fr', 'Europe/Paris'), now: '2026-03-28T22:30:00Z', offsets: [{ from: '2026-01-01T00:00:00Z', minutes: 60 }, { from: '2026-03-29T01:00:00Z', minutes: 120 }] };
    expect(readMoment('demain à 15h30', { facts: paris, asked: 'when' })).toEqual({ ok: true, moment: { date: '2026-03-29', time: '15:30' } });
    expect(readMoment('aujourd’hui', { facts: { ...paris, now: '2026-03-29T22:30:00Z' }, asked: 'date' })).toEqual({ ok: true, moment: { date: '2026-03-30' } });
  });

  test('whatever is typed, an answer or a refusal comes back, and an answer is a day and a time that exist', () => {
    const random = seededRandom(20261120);
    const pieces = ['tomorrow', 'half', 'past', 'three', '31', 'feb', '24/13', '10.30', 'next', 'friday', 'in', '99', 'days', 'कल', 'साढ़े', 'तीन', 'बजे', 'demain', 'moins', 'le', 'quart', '-', ':', '15h', '2026', 'or', '@', 'pm', '12', 'quarter', 'to', 'noon', '0', '\u202e', '😀'];
    for (let round = 0; round < 5_000; round += 1) {
      const text = Array.from({ length: 1 + Math.floor(random() * 7) }, () => pieces[Math.floor(random() * pieces.length)]).join(random() < 0.8 ? ' ' : '');
      const read = readMoment(text, { facts: factsOf(['en', 'fr', 'hi'][round % 3] ?? 'en'), asked: (['date', 'time', 'when'] as const)[round % 3] ?? 'when' });
      if (!read.ok) continue;
      expect(read.moment.date ?? '2026-01-01').toMatch(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
      expect(read.moment.time ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
    }
  });

  test('4,096 characters of anything end quickly as a refusal', () => {
    for (const piece of ['1', 'a', '1:', 'one ', '१', '( ', '2026-', 'कल ', 'a@', '+1 ']) {
      const said: Incoming = { type: 'text', text: piece.repeat(4_096).slice(0, 4_096) };
      for (const recogniser of answerCases.filter((entry, at, all) => all.findIndex((other) => other.recogniser.kind === entry.recogniser.kind) === at).map((entry) => entry.recogniser)) {
        expect(typeof recognise(recogniser, said, contextOf(factsOf('en'))).ok).toBe('boolean');
      }
    }
  });
});

describe('fold', () => {
  test.each([
    ['Éléphant', 'elephant'], ['L’été', 'l ete'], ['नवम्बर', fold('नवंबर')], ['फ़रवरी', fold('फरवरी')], ['हाँ', fold('हां')], ['पूरी', fold('पुरि')], ['२४', '24'], ['  A  b! ', 'a b'], ['🙂', ''], ['Œuvre', 'oeuvre'], ['ＦＵＬＬ', 'full'],
  ])('%s folds to %s', (text, folded) => expect(fold(text)).toBe(folded));
  test('letters keep their signs', () => expect(letters('किताब')).toEqual(['कि', 'ता', 'ब']));
});
