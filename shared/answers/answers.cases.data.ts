import type { Json } from '../lib/json.ts';
import type { Incoming } from '../messages/incoming.ts';
import type { Recogniser } from '../machine/recogniser.ts';

/** Something said to one kind of question in one language, and what it means; null where it must be refused. */
export interface AnswerCase {
  language: string;
  recogniser: Recogniser;
  said: string | Incoming;
  value: Json | null;
  /** A piece of the reason of a refusal. */
  reason?: string;
  zone?: string;
}

/** Friday, 20 November 2026, ten in the morning in Kolkata. */
export const answeredAt = '2026-11-20T04:30:00.000Z';

/** Texts of the options below, in all languages. */
export const answerTexts: Record<string, string[]> = {
  small: ['Small', 'Petit', 'छोटा'], medium: ['Medium', 'Moyen', 'मध्यम'], large: ['Large', 'Grand', 'बड़ा'], largeSynonyms: ['big, family size', 'géant', 'bada'],
  yes: ['Yes', 'Oui', 'हाँ'], no: ['No', 'Non', 'नहीं'], two: ['2 people'], four: ['4 people'], express: ['Express wash'], deluxe: ['Deluxe wash'], early: ['9:00, bay North'], late: ['14:00, bay South'],
  july: ['July'], june: ['June'], help: ['help, support', 'aide', 'मदद'], stop: ['stop, bye'],
};

const option = (id: string, synonyms?: string) => ({ id, label: { text: id }, ...(synonyms && { synonyms: { text: synonyms } }) });
const size: Recogniser = { kind: 'choice', options: [option('small'), option('medium'), option('large', 'largeSynonyms')], typed: true, other: false };
const sure: Recogniser = { kind: 'choice', options: [option('yes'), option('no')], typed: true, other: false };
const people: Recogniser = { kind: 'choice', options: [option('two'), option('four')], typed: true, other: false };
const wash: Recogniser = { kind: 'choice', options: [option('express'), option('deluxe')], typed: true, other: false };
const slots: Recogniser = { kind: 'choice', options: [option('early'), option('late')], typed: true, other: false };
const months: Recogniser = { kind: 'choice', options: [option('july'), option('june')], typed: true, other: false };
const words: Recogniser = { kind: 'keywords', options: [{ id: 'help', words: { text: 'help' } }, { id: 'stop', words: { text: 'stop' } }] };

const table = (language: string, recogniser: Recogniser, answers: Record<string, Json | null>, zone?: string): AnswerCase[] =>
  Object.entries(answers).map(([said, value]) => ({ language, recogniser, said, value, ...(zone && { zone }) }));

const date: Recogniser = { kind: 'date' };
const time: Recogniser = { kind: 'time' };
const number: Recogniser = { kind: 'number' };
const when: Recogniser = { kind: 'when', usualFrom: '09:00', usualTo: '17:30' };
const at = (day: string, hour?: string): Json => ({ date: day, time: hour ?? '00:00', hasTime: hour !== undefined });
const media = { id: 'm1', mime: 'image/png', name: 'car.png', bytes: 10 };

/** What every kind of question understands and refuses, by language. */
export const answerCases: AnswerCase[] = [
  ...table('en', date, {
    'today': '2026-11-20', 'Tomorrow!': '2026-11-21', 'the day after tomorrow': '2026-11-22', 'yesterday': '2026-11-19', 'day before yesterday': '2026-11-18',
    'monday': '2026-11-23', 'on Tues': '2026-11-24', 'this sunday': '2026-11-22', 'next friday': '2026-11-27', 'next tuesday': '2026-11-24', 'last monday': '2026-11-16', 'monday next week': '2026-11-23', 'next week wednesday': '2026-11-25',
    '21 nov': '2026-11-21', 'November 21': '2026-11-21', 'Nov. 21st, 2027': '2027-11-21', '21st of November 2026': '2026-11-21', 'the twenty-first of november': '2026-11-21', '1 January': '2027-01-01', 'march 3': '2027-03-03', '12 November': '2026-11-12',
    '2026-12-24': '2026-12-24', '24/12/2026': '2026-12-24', '24.12.2026': '2026-12-24', '24-12-26': '2026-12-24', '24/12': '2026-12-24', '12/24': '2026-12-24', '3/5/1988': '1988-05-03',
    'in 3 days': '2026-11-23', 'in two weeks': '2026-12-04', '3 days ago': '2026-11-17', 'a week from monday': null, 'the 24th': '2026-11-24', 'the 3rd': '2026-12-03', 'Saturday 21 November': '2026-11-21', 'wed the 25th': '2026-11-25',
    'febuary 3': '2027-02-03', 'saterday': '2026-11-21', 'thrusday': '2026-11-26', 'may i come tomorrow?': '2026-11-21', 'i was thinking of monday, the 23rd if possible': '2026-11-23',
    '31 February': null, 'February 29': null, '29 Feb 2028': '2028-02-29', '31/04': null, '2026-13-01': null, 'Friday 28 November': null, 'friday': null, 'next saturday': null, 'monday or tuesday': null, 'not monday': null, 'after friday': null,
    'monday and wednesday': null, 'next week': null, 'november': null, 'soon': null, '24': null, 'what days are you open?': null, 'every monday': null, 'dunno': null, '': null, '99999999999999': null, '🙂': null,
  }),
  ...table('en', date, { '3/5/1988': '1988-03-05', '12/11': '2026-12-11' }, 'America/New_York'),
  ...table('en', date, { '3/5/1988': null, '25/5/1988': '1988-05-25' }, 'UTC'),
  ...table('fr', date, {
    'aujourd’hui': '2026-11-20', 'demain': '2026-11-21', 'après-demain': '2026-11-22', 'avant hier': '2026-11-18', 'lundi': '2026-11-23', 'lundi prochain': '2026-11-23', 'vendredi prochain': '2026-11-27', 'ce samedi': '2026-11-21', 'mardi dernier': '2026-11-17', 'lundi de la semaine prochaine': '2026-11-23',
    'le 24': '2026-11-24', 'le 24 novembre 2026': '2026-11-24', '1er janvier': '2027-01-01', 'premier décembre': '2026-12-01', 'le vingt-quatre décembre': '2026-12-24', 'mardi 24 novembre': '2026-11-24', '24/12': '2026-12-24', '24.12': '2026-12-24', 'dans 3 jours': '2026-11-23', 'dans une semaine': '2026-11-27', 'il y a 2 jours': '2026-11-18',
    'decembre 5': '2026-12-05', 'mercredii': '2026-11-25', 'tomorrow': '2026-11-21', 'le 31 février': null, 'mardi 25 novembre': null, 'samedi prochain': null, 'lundi ou mardi': null, 'pas lundi': null, 'avant lundi': null, 'bientôt': null, 'lundi en huit': null, 'lundi en 8': null, 'dans 15 jours': null, 'dans huit jours': null, 'dans dix jours': '2026-11-30', 'la semaine prochaine': null, 'le mois prochain': null,
  }),
  ...table('hi', date, {
    'आज': '2026-11-20', 'कल': '2026-11-21', 'परसों': '2026-11-22', 'सोमवार': '2026-11-23', 'अगले सोमवार को': '2026-11-23', 'पिछले सोमवार': '2026-11-16', '२४ नवंबर': '2026-11-24', '24 नवम्बर 2026': '2026-11-24', '24 तारीख': '2026-11-24', 'तारीख 24': '2026-11-24', '3 दिन बाद': '2026-11-23', 'दो हफ्ते बाद': '2026-12-04', '२४/१२/२०२६': '2026-12-24',
    'kal': '2026-11-21', 'parso': '2026-11-22', 'somvar ko': '2026-11-23', '24 tarikh': '2026-11-24', '24 navambar ko': '2026-11-24', 'teen din baad': '2026-11-23', 'aaj': '2026-11-20', 'next friday': '2026-11-27', 'demain': '2026-11-21',
    '31 फरवरी': null, 'सोमवार या मंगलवार': null, 'सोमवार नहीं': null, 'अगले हफ्ते': null, 'पता नहीं': null, 'jaldi': null,
  }),
  ...table('en', { kind: 'date', earliest: { cel: 'today()', type: { kind: 'date' } } }, { 'today': '2026-11-20', 'yesterday': null, '12 november': null }),
  ...table('en', time, {
    '3pm': '15:00', '3 p.m.': '15:00', '15:30': '15:30', '3:30': '15:30', '09:05': '09:05', '9:05 am': '09:05', 'noon': '12:00', 'midnight': '00:00', '12 am': '00:00', '12pm': '12:00', 'half past three': '15:30', 'half past 10': '10:30', 'quarter to five': '16:45', 'a quarter past 8': '08:15',
    'ten past eleven': '11:10', 'five to nine': '08:55', "three o'clock": '15:00', 'three thirty': '15:30', '3 in the afternoon': '15:00', '8 in the evening': '20:00', 'at 7 in the morning': '07:00', '1530': '15:30', '8.15': '08:15', '10': '10:00', 'around 4ish': '16:00', 'in two hours': '12:00', 'in 45 minutes': '10:45', '7': '07:00', 'tomorrow at 5': '17:00',
    '25:00': null, '15:75': null, '13 am': null, '15:30 am': null, 'between 3 and 4': null, 'after 3': null, '3 or 4': null, '3-4': null, 'morning': null, 'tomorrow': null, 'half': null, 'for 3 people at 5 pm': null, '': null, 'later': null, '100': null,
  }),
  ...table('fr', time, {
    '15h': '15:00', '15h30': '15:30', '15 h 30': '15:30', '9h': '09:00', '8h05': '08:05', '15:30': '15:30', 'midi': '12:00', 'minuit': '00:00', 'midi et demi': '12:30', 'trois heures': '15:00', 'trois heures et demie': '15:30', 'dix heures et quart': '10:15', 'cinq heures moins le quart': '16:45', 'dix heures moins dix': '09:50', 'huit heures vingt': '08:20',
    '8 heures du soir': '20:00', '8h du matin': '08:00', 'à 17 heures': '17:00', 'vers 16h': '16:00', 'dans deux heures': '12:00', 'une heure': '13:00', '25h': null, 'après 15h': null, 'entre 3h et 4h': null, 'le matin': null, 'demain': null, '3h ou 4h': null,
  }),
  ...table('hi', time, {
    'तीन बजे': '15:00', 'साढ़े तीन बजे': '15:30', 'सवा चार बजे': '16:15', 'पौने पाँच बजे': '16:45', 'डेढ़ बजे': '13:30', 'ढाई बजे': '14:30', 'सुबह 8 बजे': '08:00', 'शाम 5 बजे': '17:00', 'रात 8 बजे': '20:00', 'दोपहर 12 बजे': '12:00', '10:30 बजे': '10:30', '१० बजे': '10:00', 'साढ़े दस': '10:30', 'तीन बजकर बीस मिनट': '15:20',
    'teen baje': '15:00', 'sadhe teen baje': '15:30', 'sava char baje': '16:15', 'paune paanch': '16:45', 'dedh baje': '13:30', 'dhai baje': '14:30', 'subah das baje': '10:00', 'shaam ko 6 baje': '18:00', '3pm': '15:00', '2 ghante baad': '12:00', '25 बजे': null, 'तीन या चार बजे': null, 'शाम को': null, 'बाद में': null,
  }),
  ...table('en', { kind: 'time', earliest: '09:00', latest: '17:30' }, { '3': '15:00', '9': '09:00', '5:15': '17:15', '8': null, '18:00': null, '7 am': null, '5:45 pm': null }),
  ...table('en', { kind: 'time', earliest: '18:00', latest: '23:00' }, { '8': '20:00', '9:30': '21:30', '7 am': null }),
  ...table('en', when, {
    'tomorrow at half past three': at('2026-11-21', '15:30'), 'tomorrow': at('2026-11-21'), 'at 5pm': at('2026-11-20', '17:00'), 'at 9am': null, 'today at 9': at('2026-11-20', '09:00'), 'friday 27 nov 9:30': at('2026-11-27', '09:30'), 'tonight at 8': at('2026-11-20', '20:00'), 'this afternoon at 3': at('2026-11-20', '15:00'), 'monday morning at 10': at('2026-11-23', '10:00'),
    'monday 7pm': at('2026-11-23', '19:00'), 'tomorrow 3': at('2026-11-21', '15:00'), '21 nov 1530': at('2026-11-21', '15:30'), '24.12 at 10': at('2026-12-24', '10:00'), 'tomorrow at 3 or 4': null, 'tomorrow between 3 and 5': null, 'in 2 hours': at('2026-11-20', '12:00'), '31 feb at 3pm': null, '10.12': null, 'asap': null, 'monday 10 to 11': null, 'monday ten to eleven': at('2026-11-23', '10:50'), 'saturday 9-11': null, 'book 2 cars for monday at 10': null, 'tomorrow, 3 pm, two cars': at('2026-11-21', '15:00'), 'i can not do monday but tuesday works': null,
  }),
  ...table('en', number, { '42': 42, '-3': -3, '3.5': 3.5, '1,234': 1234, '1,234.50': 1234.5, '12,34,567': 1234567, 'about 20 people': 20, 'twenty five': 25, 'twenty-five': 25, 'two hundred and six': 206, 'three thousand four hundred': 3400, 'ten': 10, 'minus four': -4, '$1,500': 1500, '007': 7, '1 234': 1234, '५': 5,
    '2 or 3': null, '2-3': null, 'between 2 and 3': null, '10%': null, '3k': null, '2 hundred': null, 'two three': null, 'many': null, '': null, '1.2.3': null, '15:30': null, '1e5': null, '9999999999999999999999': null }),
  ...table('fr', number, { '3,5': 3.5, '1 234,5': 1234.5, '1.234,5': 1234.5, '1.234': 1234, 'vingt-cinq': 25, 'quatre-vingt-dix': 90, 'quatre-vingt-douze': 92, 'soixante-dix-huit': 78, 'vingt et un': 21, 'deux cents': 200, 'mille deux cents': 1200, 'une': 1, 'moins cinq': -5, 'deux ou trois': null, 'beaucoup': null }),
  ...table('hi', number, { '२५': 25, 'पच्चीस': 25, 'दो सौ पचास': 250, 'एक लाख': 100000, 'तीन हज़ार दो सौ': 3200, 'pachas': 50, 'do sau': 200, 'teen': 3, 'twenty': 20, 'दो या तीन': null, 'बहुत': null }),
  ...table('en', { kind: 'number', min: 1, max: 10, whole: true }, { '5': 5, '0': null, '11': null, '2.5': null }),
  ...table('en', { kind: 'email' }, { 'amelie@example.org': 'amelie@example.org', 'It is Amelie.P+x@Example.ORG, thanks.': 'Amelie.P+x@example.org', '<a@b.co>': 'a@b.co', 'mailto:a@b.co': 'a@b.co', 'ए@उदाहरण.भारत': null, 'a@b': null, 'a@@b.co': null, 'a@b..co': null, '@b.co': null, 'no mail': null, 'a@b.co or c@d.co': null, 'a b@c.d-': null }),
  ...table('en', { kind: 'phone' }, { '+91 98765 43210': '+919876543210', '0033 6 12 34 56 78': '+33612345678', '(020) 7946-0958': '02079460958', 'call me on 98765-43210 please': '9876543210', '+44 (0)20 7946 0958': '+442079460958', '+९१ ९८७६५ ४३२१०': '+919876543210', '12345': null, '1234567890123456': null, 'none': null, '9876543210 or 9123456780': null }),
  { language: 'en', recogniser: { kind: 'phone' }, said: { type: 'contact', name: 'A', phones: ['+1 (555) 010-0100'] }, value: '+15550100100' },
  ...table('en', { kind: 'text', minLength: 2, maxLength: 5 }, { ' Ana ': 'Ana', 'a': null, 'abcdef': null, 'नमस्ते': 'नमस्ते' }),
  ...table('en', { kind: 'text', pattern: '[A-Z]{2}[0-9]{4}' }, { 'AB1234': 'AB1234', 'xAB1234': null, 'AB12345': null }),
  ...table('en', size, { 'small': 'small', 'SMALL please': 'small', 'smal': 'small', 'petit': 'small', 'छोटा': 'small', '2': 'medium', 'the second': 'medium', 'the second one': 'medium', 'last one': 'large', 'big': 'large', 'family size please': 'large', 'the bada one': 'large', 'medim': 'medium', 'बडा': 'large', 'number three': 'large', 'option 1': 'small',
    'small or large': null, 'not small': null, 'no small': null, 'no 2': 'medium', 'xs': null, 'how much is the small one?': null, '4': null, '0': null, 'xl': null, 'smedium': 'medium', 'everything': null, '': null, '👍': null, 'one two': null }),
  ...table('en', sure, { 'yes': 'yes', 'y': null, 'Yes!!!': 'yes', 'no': 'no', 'oui': 'yes', 'हां': 'yes', 'नही': 'no', 'yes no': null, 'ye': null, 'nope': null }),
  ...table('en', people, { '2': 'two', '4': 'four', '1': null, '3': null, '4 people': 'four', '2 peple': 'two' }),
  ...table('en', wash, { 'express': 'express', 'wash': null, 'delux': 'deluxe', 'deluxe please': 'deluxe', 'expres wash': 'express', 'the first': 'express' }),
  ...table('en', slots, { '14:00, bay South': 'late', '14:00 bay suoth': 'late', '1400 bay south': 'late', 'bay north': 'early', 'bay nroth': 'early', '10:30, bay South': null, '14:30, bay South': null, '9:30 bay north': null }),
  ...table('en', months, { 'july': 'july', 'jule': null, 'jun': 'june', 'jult': 'july', 'junee': 'june' }),
  ...table('en', words, { 'I need help': 'help', 'AIDE': 'help', 'helpful': null, 'stop and help': 'help', 'bye': 'stop', 'hello': null }),
  { language: 'en', recogniser: words, said: { type: 'start', payload: 'support' }, value: 'help' },
  { language: 'en', recogniser: size, said: { type: 'choiceReply', option: 'medium', wait: 1 }, value: 'medium' },
  { language: 'en', recogniser: size, said: { type: 'choiceReply', option: 'gone' }, value: null },
  { language: 'en', recogniser: { ...size, typed: false }, said: 'small', value: null, reason: 'tapped' },
  { language: 'en', recogniser: { ...size, other: true }, said: 'a very odd size', value: 'a very odd size' },
  { language: 'en', recogniser: { ...size, other: true }, said: 'large', value: 'large' },
  { language: 'en', recogniser: size, said: { type: 'image', media }, value: null, reason: 'one of the options' },
  { language: 'en', recogniser: date, said: { type: 'image', media }, value: null, reason: 'a day' },
  { language: 'en', recogniser: { kind: 'media', types: ['image'] }, said: { type: 'image', media }, value: media },
  { language: 'en', recogniser: { kind: 'media', types: ['image'] }, said: { type: 'document', media }, value: media },
  { language: 'en', recogniser: { kind: 'media', types: ['audio', 'video'] }, said: { type: 'image', media }, value: null, reason: 'audio or video' },
  { language: 'en', recogniser: { kind: 'media', types: ['image'] }, said: 'a picture', value: null },
  { language: 'en', recogniser: { kind: 'media', types: ['image'], mostBytes: 10 }, said: { type: 'image', media }, value: media },
  { language: 'en', recogniser: { kind: 'media', types: ['image'], mostBytes: 9 }, said: { type: 'image', media }, value: null, reason: 'at most 0.000009 MB' },
  { language: 'en', recogniser: { kind: 'location' }, said: { type: 'location', latitude: 18.5, longitude: 73.8, label: 'Pune' }, value: { latitude: 18.5, longitude: 73.8, label: 'Pune' } },
  { language: 'en', recogniser: { kind: 'location' }, said: 'https://maps.example.org/@18.5204,73.8567,15z', value: { latitude: 18.5204, longitude: 73.8567, label: '' } },
  { language: 'en', recogniser: { kind: 'location' }, said: '91.5000, 10.0000', value: null },
  { language: 'en', recogniser: { kind: 'location' }, said: 'near the station', value: null },
  { language: 'en', recogniser: { kind: 'anything' }, said: 'hey', value: 'hey' },
  { language: 'en', recogniser: { kind: 'anything' }, said: { type: 'audio', media }, value: 'car.png' },
  { language: 'en', recogniser: { kind: 'anything' }, said: { type: 'reaction', emoji: '👍' }, value: null },
];
