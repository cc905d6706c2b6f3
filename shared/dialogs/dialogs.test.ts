import { describe, expect, test } from 'vitest';
import type { DialogName } from '../machine/action.ts';
import type { Incoming } from '../messages/incoming.ts';
import type { DialogGiven, Heard } from './dialog.ts';
import { dialogs } from './index.ts';
import { dialogTexts, textsIn } from './texts.data.ts';

const two: DialogGiven = { language: 'en', languages: ['en', 'fr'], page: 0, wait: 4, consentText: [] };
const many: DialogGiven = { ...two, language: 'fr', languages: ['en', 'fr', 'hi', 'de', 'es', 'pt', 'ar', 'ta', 'te', 'mr', 'bn', 'gu', 'ur', 'zh', 'ja', 'ko', 'ru', 'it', 'nl', 'sw'], consentText: ['Puis-je ?'] };
const tap = (option: string): Incoming => ({ type: 'choiceReply', option });
const say = (text: string): Incoming => ({ type: 'text', text });
const reply = (dialog: string, value: string): Incoming => ({ type: 'dialogReply', dialog, value });

function asked(name: DialogName, given: DialogGiven) {
  const [message] = dialogs[name].ask(given);
  if (message?.type !== 'choices') throw new Error('Every dialog asks with options.');
  return { body: message.body.join(''), wait: message.wait, ids: message.options.map(({ id }) => id), labels: message.options.map(({ label }) => label.join('')) };
}

describe('what a dialog asks', () => {
  test('languages by their own names, all at once while they fit a list', () => {
    expect(asked('language', two)).toEqual({ body: 'Which language do you want to use?', wait: 4, ids: ['language:en', 'language:fr'], labels: ['English', 'Français'] });
    expect(asked('language', { ...many, languages: many.languages.slice(0, 10) }).ids).toHaveLength(10);
  });

  test('every one of many languages is on exactly one page, and a list of ten holds each page', () => {
    const pages = [0, 1, 2].map((page) => asked('language', { ...many, page }).ids);
    expect(pages.flat().filter((id) => !id.startsWith('language:page'))).toEqual(many.languages.map((tag) => `language:${tag}`));
    expect(pages.map((ids) => ids.at(-1))).toEqual(['language:page:1', 'language:page:2', 'language:page:0']);
    expect(Math.max(...pages.map(({ length }) => length))).toBe(10);
  });

  test('consent is asked for in the author’s words, else in ours', () => {
    expect(asked('consent', many).body).toBe('Puis-je ?');
    expect(asked('consent', two)).toMatchObject({ body: textsIn('en').texts.consent, labels: ['I agree', 'I do not agree'] });
  });

  test('a bot of one language has nothing to ask', () => {
    expect(dialogs.language.settled?.({ ...two, languages: ['hi'] })).toBe('hi');
    expect(dialogs.language.settled?.(two)).toBeUndefined();
  });

  test('every language of ours has every text, and no text stands for two things', () => {
    const [first, ...others] = Object.values(dialogTexts).map((texts) => Object.keys(texts).toSorted());
    for (const keys of others) expect(keys).toEqual(first);
    for (const { yesWords, noWords } of Object.values(dialogTexts)) expect(yesWords.filter((word) => noWords.includes(word))).toEqual([]);
    expect(textsIn('pt-BR').texts).toBe(dialogTexts['pt']);
    expect(textsIn('xx')).toEqual({ texts: dialogTexts['en'], language: 'en' });
  });
});

test.each<[what: string, DialogName, Incoming, DialogGiven, Heard]>([
  ['a tap', 'language', tap('language:fr'), two, { value: 'fr' }],
  ['the name of a language', 'language', say('français'), two, { value: 'fr' }],
  ['its name in English', 'language', say('French'), two, { value: 'fr' }],
  ['its tag', 'language', say('FR'), two, { value: 'fr' }],
  ['a place', 'language', say('2'), two, { value: 'fr' }],
  ['a language of another page', 'language', say('Kiswahili'), many, { value: 'sw' }],
  ['a language the bot has not', 'language', say('Suomi'), two, undefined],
  ['the next page', 'language', tap('language:page:1'), many, { page: 1 }],
  ['the next page in words', 'language', say('autres langues'), many, { page: 1 }],
  ['the menu of a chat page', 'language', reply('language', 'fr'), two, { value: 'fr' }],
  ['a language of another page from a menu', 'language', reply('language', 'sw'), many, { value: 'sw' }],
  ['a menu of another dialog', 'language', reply('reset', 'yes'), two, undefined],
  ['a button of the question underneath', 'language', tap('express'), two, undefined],
  ['signs alone', 'language', say('?!'), two, undefined],
  ['a reaction', 'language', { type: 'reaction', emoji: '👍' }, two, undefined],
  ['yes', 'reset', say('Yes'), two, { value: 'reset' }],
  ['no', 'reset', say('non'), many, { value: 'kept' }],
  ['a menu that starts over', 'reset', reply('reset', 'yes'), two, { value: 'reset' }],
  ['agreeing', 'consent', tap('consent:agreed'), two, { value: 'agreed' }],
  ['agreeing in words', 'consent', say('d’accord'), many, { value: 'agreed' }],
  ['declining', 'consent', say('I do not agree'), two, { value: 'declined' }],
  ['a question back', 'consent', say('why?'), two, undefined],
])('%s', (_, name, message, given, heard) => expect(dialogs[name].hear(message, given)).toEqual(heard));
