import { describe, expect, test } from 'vitest';
import { fitChoices } from './fitChoices.ts';
import { channelLimits, lengthOf } from './limits.ts';
import type { LimitedChannel } from './limits.ts';
import type { Option, Outgoing } from './outgoing.ts';

type Choices = Extract<Outgoing, { type: 'choices' }>;

const options = (count: number, label = (at: number) => `Option ${at}`): Option<string>[] => Array.from({ length: count }, (_, at) => ({ id: `o${at + 1}`, label: label(at + 1) }));
const choices = (extra: Partial<Choices>): Choices => ({ type: 'choices', body: 'Which one?', options: options(2), wait: 3, ...extra });

describe('fitChoices', () => {
  test.each<[LimitedChannel, number, string, number[], string[]]>([
    ['whatsapp', 1, 'buttons', [1], []],
    ['whatsapp', 3, 'buttons', [3], []],
    ['whatsapp', 4, 'list', [4], ['list']],
    ['whatsapp', 10, 'list', [10], ['list']],
    ['whatsapp', 11, 'list', [9, 2], ['list', 'pages']],
    ['whatsapp', 20, 'list', [9, 9, 2], ['list', 'pages']],
    ['whatsapp', 19, 'list', [9, 10], ['list', 'pages']],
    ['telegram', 11, 'buttons', [11], []],
    ['telegram', 101, 'buttons', [99, 2], ['pages']],
    ['web', 40, 'buttons', [40], []],
    ['rest', 100, 'buttons', [100], []],
  ])('%s shows %i options as %s of %j', (channel, count, look, pages, degraded) => {
    const fitted = fitChoices(channel, choices({ options: options(count) }));
    expect([fitted.look, fitted.pages.map((page) => page.length), fitted.degraded]).toEqual([look, pages, degraded]);
    expect(fitted.pages.flat().map(({ id }) => id)).toEqual(options(count).map(({ id }) => id));
  });

  test.each([
    [20, 'buttons', []],
    [21, 'list', []],
    [24, 'list', []],
    [25, 'list', ['choiceLabel']],
  ])('a label of %i characters on WhatsApp is shown as %s', (length, look, cut) => {
    const fitted = fitChoices('whatsapp', choices({ options: [{ id: 'a', label: 'x'.repeat(length) }, { id: 'b', label: 'y' }] }));
    expect([fitted.look, fitted.cut.map(({ field }) => field)]).toEqual([look, cut]);
    expect(fitted.pages[0]?.every(({ label }) => lengthOf(label) <= 24)).toBe(true);
  });

  test('a cut label is told in full as its note, unless it has one', () => {
    const label = 'Interior cleaning with leather care';
    const fitted = fitChoices('whatsapp', choices({ options: [{ id: 'a', label }, { id: 'b', label, note: 'Two hours' }] }));
    expect(fitted.pages).toEqual([[{ id: 'a', label: '1. Interior cleaning wi…', note: label }, { id: 'b', label: '2. Interior cleaning wi…', note: 'Two hours' }]]);
    expect(fitted.cut).toEqual([{ field: 'choiceLabel', option: 'a', length: 35, limit: 24 }, { field: 'choiceLabel', option: 'b', length: 35, limit: 24 }]);
    expect(fitted.degraded).toEqual(['numbered', 'list']);
  });

  test('labels that read the same are numbered where that is forbidden, and stay buttons only while they fit', () => {
    const twice = (label: string) => choices({ options: [{ id: 'a', label }, { id: 'b', label }] });
    expect(fitChoices('whatsapp', twice('Wash'))).toMatchObject({ look: 'buttons', pages: [[{ id: 'a', label: '1. Wash' }, { id: 'b', label: '2. Wash' }]] });
    expect(fitChoices('whatsapp', twice('x'.repeat(19))).look).toBe('list');
    expect(fitChoices('web', twice('Wash')).degraded).toEqual([]);
  });

  test('notes need a list where there are lists, and none elsewhere', () => {
    const message = choices({ options: [{ id: 'a', label: 'A', note: 'n' }] });
    expect([fitChoices('whatsapp', message).look, fitChoices('telegram', message).look]).toEqual(['list', 'buttons']);
  });

  test('labels are counted as people see code points, not bytes', () => {
    expect(fitChoices('whatsapp', choices({ options: [{ id: 'a', label: '🚗'.repeat(20) }] })).look).toBe('buttons');
  });

  test('a long body keeps its last sentences beside the options', () => {
    const body = `${'We wash cars. '.repeat(100)}\nWhich one?`;
    const fitted = fitChoices('whatsapp', choices({ body }));
    expect(fitted.body).toBe('Which one?');
    expect(fitted.before.join('\n')).toBe(body.slice(0, -'\nWhich one?'.length).trimEnd());
    expect(fitted.degraded).toEqual(['bodySplit']);
  });

  test('a long body without any sentence is still split within the limits', () => {
    const fitted = fitChoices('whatsapp', choices({ body: 'x'.repeat(9_000) }));
    expect([fitted.body.length, fitted.before.map((text) => text.length)]).toEqual([1_024, [4_096, 3_880]]);
    expect(fitted.before.join('') + fitted.body).toBe('x'.repeat(9_000));
  });

  test('header and footer are cut at their own limits', () => {
    const fitted = fitChoices('whatsapp', choices({ header: 'h'.repeat(61), footer: 'f'.repeat(60) }));
    expect([lengthOf(fitted.header ?? ''), fitted.header?.endsWith('…'), fitted.footer]).toEqual([60, true, 'f'.repeat(60)]);
    expect(fitted.cut).toEqual([{ field: 'header', length: 61, limit: 60 }]);
  });

  test.each<LimitedChannel>(['web', 'rest'])('%s shows everything whole', (channel) => {
    const text = 'w'.repeat(500);
    const message = choices({ body: text, header: text, footer: text, options: [{ id: 'a', label: text, note: text }] });
    expect(fitChoices(channel, message)).toMatchObject({ body: text, header: text, footer: text, pages: [message.options], cut: [], before: [] });
  });

  test('whatever comes in, what goes out is within the limits of every channel that has any', () => {
    for (const channel of (Object.keys(channelLimits) as LimitedChannel[]).filter((each) => !channelLimits[each].whole)) {
      const { characters, buttons, listRows, buttonLabel } = channelLimits[channel];
      for (const length of [1, 19, 24, 25, 64, 65, 300, 5_000]) {
        for (const count of [1, 3, 4, 10, 11, 99, 250]) {
          const text = 'w'.repeat(length);
          const fitted = fitChoices(channel, { type: 'choices', body: text, header: text, footer: text, options: options(count, () => text).map((option) => ({ ...option, note: text })), wait: 1 });
          expect(lengthOf(fitted.body) <= characters.choiceBody && lengthOf(fitted.header ?? '') <= characters.header && lengthOf(fitted.footer ?? '') <= characters.footer).toBe(true);
          for (const page of fitted.pages) {
            expect(page.length <= (fitted.look === 'list' ? listRows : buttons)).toBe(true);
            expect(page.every((option) => lengthOf(option.label) <= (fitted.look === 'list' ? characters.choiceLabel : buttonLabel) && lengthOf(option.note ?? '') <= characters.choiceNote)).toBe(true);
          }
        }
      }
    }
  });
});

describe('channelLimits', () => {
  test('the longest option id and its wait fit what a tap brings back on every channel', () => {
    for (const { replyBytes } of Object.values(channelLimits)) expect(`${'x'.repeat(40)}:${Number.MAX_SAFE_INTEGER}`.length).toBeLessThanOrEqual(replyBytes);
  });

  test('WhatsApp and Telegram take what their references say', () => {
    expect(channelLimits.whatsapp).toMatchObject({ buttons: 3, buttonLabel: 20, listRows: 10, sameLabels: false, characters: { text: 4_096, caption: 1_024, choiceBody: 1_024, header: 60, footer: 60, choiceLabel: 24, choiceNote: 72 } });
    expect(channelLimits.telegram).toMatchObject({ listRows: 0, characters: { text: 4_096, caption: 1_024 } });
  });
});
