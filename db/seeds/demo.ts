import type { Flow } from '@parley/shared/flow/document';
import { drawBot } from '@parley/shared/gallery/drawBot';
import type { Drawn } from '@parley/shared/gallery/drawing';
import type { NodeTypes } from '@parley/shared/nodes/defineNode';
import { said, services, settingsSaid } from './demo.texts.data.ts';

/** The demo bot's name and the address of its chat, `/chat/demo`. */
export const demoBot = { name: 'Sparkle Car Wash', slug: 'demo' } as const;

/** Where the demo's bookings are kept; the key is the slot. */
export const demoCollection = 'bookings';

/** Where bookings may begin: every half hour from 9:00 to 17:30. */
const slots = 'range(18, 35).map(n, addMinutes(time("00:00"), n * 30))';
const isFree = '!booked.exists(b, b.time == t) && (visitDay > today() || t > timeNow())';
const nearestFirst = 'sortBy(t, abs(minutesBetween(visitTime, t)))';

const yes = { label: said.yes, synonyms: said.yesWords, order: 1 };
const no = { label: said.no, synonyms: said.noWords, order: 3 };
const hours = { earliestTime: '09:00', latestTime: '17:30' };

const serviceOptions = Object.fromEntries(Object.entries(services).map(([id, texts], place) => [id, { ...texts, order: place + 1 }]));
const toWhen = Object.fromEntries(Object.keys(services).map((id) => [id, 'when']));
const branch = (order: number, label: string, when: string) => ({ order, label, when });
const set = (order: number, variable: string, value: string) => ({ order, variable, value });
const record = (order: number, field: string, value: string) => ({ order, field, value });

const drawing: Record<string, Drawn> = {
  start: { type: 'start', to: { next: 'language' } },
  language: { type: 'dialog', title: 'Language', data: { dialog: 'language' }, to: { done: 'hello' } },
  hello: { type: 'message', title: 'Greeting', data: { text: said.hello }, to: { next: 'service' } },
  service: {
    type: 'choice', title: 'Service', to: toWhen,
    data: { body: said.service, retryText: said.serviceAgain, options: serviceOptions, save: 'service' },
  },
  when: {
    type: 'ask', title: 'Day and time', to: { answered: 'takeDay' },
    data: { question: said.when, retryText: said.whenAgain, expects: 'when', usualFrom: hours.earliestTime, usualTo: hours.latestTime, save: 'wanted' },
  },
  takeDay: {
    type: 'assign', title: 'Take the day', to: { next: 'dayFits' },
    data: { assignments: { day: set(1, 'visitDay', 'wanted.date'), time: set(2, 'visitTime', 'wanted.time') } },
  },
  dayFits: {
    type: 'condition', title: 'Is that a day we wash?', to: { past: 'past', sunday: 'sunday', far: 'far', noTime: 'time', otherwise: 'slot' },
    data: { branches: {
      past: branch(1, 'Over', 'visitDay < today()'), sunday: branch(2, 'Sunday', 'weekday(visitDay) == 7'),
      far: branch(3, 'Too far away', 'visitDay > addDays(today(), 60)'), noTime: branch(4, 'No time said', '!wanted.hasTime'),
    } },
  },
  past: { type: 'message', title: 'Day is over', data: { text: said.past }, to: { next: 'when' } },
  sunday: { type: 'message', title: 'Closed on Sundays', data: { text: said.sunday }, to: { next: 'when' } },
  far: { type: 'message', title: 'Too far away', data: { text: said.far }, to: { next: 'when' } },
  time: {
    type: 'ask', title: 'Time', to: { answered: 'slot' },
    data: { question: said.time, retryText: said.timeAgain, expects: 'time', ...hours, save: 'visitTime' },
  },
  slot: {
    type: 'assign', title: 'Next half hour', to: { next: 'timeFits' },
    data: { assignments: { round: set(1, 'visitTime', 'addMinutes(time("00:00"), ceil((hour(visitTime) * 60 + minute(visitTime)) / 30) * 30)') } },
  },
  timeFits: {
    type: 'condition', title: 'Are we open then?', to: { closed: 'closed', over: 'over', otherwise: 'find' },
    data: { branches: { closed: branch(1, 'Closed', 'visitTime < time("09:00") || visitTime > time("17:30")'), over: branch(2, 'Over', 'visitDay == today() && visitTime <= timeNow()') } },
  },
  closed: { type: 'message', title: 'Closed then', data: { text: said.closed }, to: { next: 'time' } },
  over: { type: 'message', title: 'Time is over', data: { text: said.over }, to: { next: 'time' } },
  find: {
    type: 'record', title: 'Bookings of the day', to: { found: 'free', none: 'free' },
    data: { does: 'find', collection: demoCollection, where: { day: record(1, 'day', 'string(visitDay)') }, limit: 100, save: 'booked' },
  },
  free: {
    type: 'assign', title: 'Nearest free times', to: { next: 'slotFree' },
    data: { assignments: { free: set(1, 'free', `sort(slice(${slots}.filter(t, ${isFree}).${nearestFirst}, 0, 3))`) } },
  },
  slotFree: {
    type: 'condition', title: 'Is the slot free?', to: { full: 'fullDay', taken: 'taken', otherwise: 'confirm' },
    data: { branches: { full: branch(1, 'Day is full', 'size(free) == 0'), taken: branch(2, 'Taken', '!(visitTime in free)') } },
  },
  fullDay: { type: 'message', title: 'Day is full', data: { text: said.fullDay }, to: { next: 'when' } },
  taken: {
    type: 'ask', title: 'Taken: offer others', to: { answered: 'slot', skipped: 'when' },
    data: { question: said.taken, retryText: said.timeAgain, expects: 'time', ...hours, save: 'visitTime', skip: said.anotherDay },
  },
  confirm: {
    type: 'choice', title: 'Confirm', to: { yes: 'book', time: 'when', no: 'more' },
    data: { body: said.confirm, retryText: said.yesOrNo, options: { yes, time: { label: said.otherTime, synonyms: said.otherTimeWords, order: 2 }, no } },
  },
  book: {
    type: 'record', title: 'Book the slot', to: { added: 'booked', exists: 'find' },
    data: {
      does: 'add', collection: demoCollection, key: 'string(visitDay) + " " + string(visitTime)',
      fields: { day: record(1, 'day', 'visitDay'), time: record(2, 'time', 'visitTime'), service: record(3, 'service', 'service'), language: record(4, 'language', 'language()') },
    },
  },
  booked: { type: 'message', title: 'Booked', data: { text: said.booked }, to: { next: 'more' } },
  more: {
    type: 'choice', title: 'Anything else?', to: { yes: 'service', no: 'bye' },
    data: { body: said.more, retryText: said.yesOrNo, options: { yes, no } },
  },
  bye: { type: 'end', title: 'Goodbye', data: { text: said.bye } },
};

const text = { kind: 'text' } as const;
const date = { kind: 'date' } as const;
const time = { kind: 'time' } as const;
const variables = {
  service: text,
  wanted: { kind: 'object', fields: { date, time, hasTime: { kind: 'boolean' } } },
  visitDay: date,
  visitTime: time,
  booked: { kind: 'list', of: { kind: 'object', fields: { key: text, time } } },
  free: { kind: 'list', of: time },
} as const;

/** The car wash as a document: English as typed, French and Hindi as accepted translations. Throws when it is no document. */
export function demoFlow(nodeTypes: NodeTypes): Flow {
  const { errorText, unreadableText, waitingText, restart, language } = settingsSaid;
  return drawBot({
    languages: ['en', 'fr', 'hi'],
    variables,
    nodes: drawing,
    channels: ['web', 'rest', 'whatsapp', 'telegram'],
    colour: '#10597a',
    zone: 'Asia/Kolkata',
    said: { errorText, unreadableText, waitingText },
    shortcuts: { restart: { words: restart, does: { kind: 'restart' } }, language: { words: language, does: { kind: 'dialog', dialog: 'language' } } },
  }, nodeTypes);
}
