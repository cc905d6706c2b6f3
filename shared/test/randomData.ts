import type { JsonObject } from '../lib/json.ts';
import type { Random } from '../lib/id.ts';
import { invariant } from '../lib/invariant.ts';
import { nodeTypes } from '../nodes/index.ts';
import { below, chance, pick, some } from './random.ts';

const texts = ['Hello', 'Hello {{name}}', '{{count}} and {{total}}', 'On {{day}} at {{hour}}', 'Each pays {{100 / count}}', '{{cars[9]}} is missing', '{{upper(name)}} / {{wash}}', 'Plain {{', 'Item {{place + 1}}: {{name}}'];
const numbers = ['count + 1', 'count - 1', 'total + count * 2', '7', 'size(cars)', '100 / count', 'prices[0]', 'prices[5]', 'no_such + 1', '1 +'];
const words = ['name', '"Bo"', 'name + "!"', 'string(count)', 'cars[0]', 'cars[7]', 'upper(name)', 'missing'];
const booleans = ['count > 2', 'agreed', 'name == "Bo"', 'isSet(wash)', 'total < 20 && count > 0', '100 / total > 1', 'cars[7] == "x"', 'count == total', '!agreed', 'oops('];
const lists = ['cars', 'cars', '["a", "b"]', '[]', 'cars.filter(c, c != "Bo")', '[cars[9]]', 'cars + cars'];
const variablesByKind = { text: ['name', 'wash'], number: ['count', 'total', 'place'], date: ['day'], time: ['hour'], media: ['photo'], location: ['spot'], when: ['slot'] };
const anyVariable = ['name', 'wash', 'count', 'total', 'place', 'agreed', 'day', 'hour', 'photo', 'spot', 'cars', 'prices', 'booking', 'bookings', 'slot', ''];
const values: Record<string, string[]> = { name: words, wash: words, count: numbers, total: numbers, place: numbers, agreed: booleans, cars: lists };

/** Random data of a node type that its schema accepts. Types without a line here get their defaults, so a new type is drawn too. */
export function randomData(random: Random, type: string): JsonObject {
  const nodeType = nodeTypes[type];
  invariant(nodeType, `there is a node type called ${type}`);
  return nodeType.schema.parse(makers[type]?.(random) ?? nodeType.defaults(random)) as JsonObject;
}

const makers: Record<string, (random: Random) => JsonObject> = {
  start: (random): JsonObject => (chance(random, 0.3) ? { openings: { o1: { keywords: 'book, booking', order: 2, channel: pick(random, ['any', 'web', 'whatsapp']) }, o2: { keywords: pick(random, ['price', '']), order: 1, channel: pick(random, ['any', 'web', 'telegram']) } } } : {}),
  message: (random) => ({
    kind: pick(random, ['text', 'text', 'text', 'image', 'audio', 'document', 'video']),
    source: pick(random, ['store', 'store', 'variable', 'address']), file: pick(random, ['photo', 'photo', 'cars[0]', '']), address: pick(random, ['"https://example.org/" + name', 'count', '']),
    media: chance(random, 0.7) ? { id: 'm1', mime: 'image/png', name: 'a.png', bytes: 10 } : null,
    ...text(random, 'text'), ...maybe(random, 'header'), ...maybe(random, 'footer'),
  }),
  ask: (random) => {
    const expects = pick(random, ['text', 'number', 'date', 'time', 'when', 'email', 'phone', 'location', 'media'] as const);
    const fitting: string[] = expects in variablesByKind ? variablesByKind[expects as keyof typeof variablesByKind] : variablesByKind.text;
    return {
      expects, ...text(random, 'question'), ...question(random),
      save: chance(random, 0.9) ? pick(random, fitting) : pick(random, anyVariable),
      ...(chance(random, 0.3) && { min: 1, max: 5, minLength: 2, maxLength: 8, whole: true, usualFrom: '08:00', usualTo: '18:00', earliestTime: '08:00', latestTime: '18:00', earliest: 'today()', latest: pick(random, ['addDays(today(), 9)', 'day', 'nothing(']) }),
      ...(chance(random, 0.1) && { pattern: '[A-Z][a-z]+' }),
      ...(chance(random, 0.6) && { skip: 'Skip' }), ...(chance(random, 0.3) && { check: pick(random, ['answer == answer', 'answer != name', 'answer > 2', 'size(cars) > 1', 'oops(', 'cars[9] == "x"']) }),
      files: { image: chance(random, 0.8), video: chance(random, 0.5), audio: chance(random, 0.5), document: chance(random, 0.5) },
    };
  },
  choice: (random) => ({
    ...text(random, 'body'), ...maybe(random, 'header'), ...maybe(random, 'footer'), ...question(random),
    options: Object.fromEntries(some(random, ['a', 'b', 'c', 'd'], 0.7).map((id, place) => [id, { label: pick(random, ['Express', 'Full shine', 'For {{name}}', 'Wax']) + (chance(random, 0.5) ? ` ${id}` : ''), order: -place, ...(chance(random, 0.4) && { note: '10 minutes', synonyms: 'quick, fast', code: 'EX' }) }])),
    save: pick(random, ['wash', 'name', 'count', '']),
    saves: pick(random, ['label', 'code']), typed: chance(random, 0.85), other: chance(random, 0.3), ...listed(random),
  }),
  condition: (random) => ({ branches: entries(random, (place) => ({ when: pick(random, [...booleans, '']), label: chance(random, 0.5) ? `Branch ${place}` : '', order: -place })), errorExit: chance(random, 0.4) }),
  assign: (random) => ({
    assignments: entries(random, (place) => {
      const variable = pick(random, Object.keys(values));
      return { variable: chance(random, 0.05) ? 'gone' : variable, value: chance(random, 0.1) ? '' : pick(random, values[variable] ?? numbers), order: place };
    }),
    errorExit: chance(random, 0.4),
  }),
  loop: (random) => ({ list: pick(random, [...lists, 'prices', 'count']), item: pick(random, ['name', 'wash', 'count', '']), index: pick(random, ['place', 'count', '']), errorExit: chance(random, 0.4) }),
  subflow: (random) => ({
    flow: pick(random, ['price', 'price', 'menu', 'gone']),
    args: (chance(random, 0.8) ? { count: { value: pick(random, numbers) }, name: { value: pick(random, words) } } : {}) as JsonObject,
    results: (chance(random, 0.8) ? { total: { variable: pick(random, ['total', 'count', 'name']) }, wash: { variable: 'wash' } } : {}) as JsonObject,
  }),
  record: (random) => ({
    does: pick(random, ['find', 'add', 'add', 'change', 'remove']), collection: 'bookings', key: pick(random, words),
    where: entries(random, (place) => ({ field: `f${place}`, value: pick(random, [...words, ...numbers]), order: place })),
    fields: entries(random, (place) => ({ field: `f${place}`, value: pick(random, [...words, ...numbers]), order: -place })),
    limit: 1 + below(random, 9), save: pick(random, ['booking', 'bookings', 'count', 'name', '']),
  }),
  dialog: (random) => ({ dialog: pick(random, ['language', 'reset', 'consent']), timeout: pick(random, ['', 'PT1H']) }),
  code: (random) => ({
    code: 'export default (input) => input;\n', output: pick(random, [{ kind: 'number' }, { kind: 'text' }]),
    inputs: entries(random, (place) => ({ name: `in${place}`, value: pick(random, [...words, ...numbers]), order: place })),
    save: pick(random, ['total', 'name', 'bookings', '']), seconds: 0.5,
  }),
  callback: (random) => ({
    ...maybe(random, 'text'), ...maybe(random, 'waitingText'), address: pick(random, ['', 'name', 'count']), timeout: pick(random, ['PT30M', 'P1D', '']), meanwhile: pick(random, ['oneMoment', 'hold', 'interrupt']),
    inputs: entries(random, (place) => ({ name: `in${place}`, value: pick(random, [...words, ...numbers]), order: place })),
    codes: { paid: { code: 'paid', order: 1 }, no: { code: pick(random, ['refused', 'paid', '']), label: 'Refused', order: 2 } },
    outputs: entries(random, (place) => ({ name: `o${place}`, type: pick(random, [{ kind: 'number' }, { kind: 'text' }]), required: chance(random, 0.3), save: pick(random, ['total', 'name', '']), order: -place })),
  }),
  plugin: (random) => {
    const kind = pick(random, ['callback', 'callback', 'http']);
    return {
      plugin: chance(random, 0.1) ? null : {
        key: 'pay', version: 1, name: 'Pay', kind, method: pick(random, ['POST', 'GET', 'DELETE']), url: pick(random, ['https://pay.example.org/', 'https://pay.example.org/{{in0}}', 'https://pay.example.org/{{in1 + gone}}', '']), headers: named(random),
        inputs: entries(random, (place) => ({ name: `in${place}`, type: pick(random, [{ kind: 'number' }, { kind: 'text' }]), order: place })),
        json: entries(random, (place) => ({ name: pick(random, [`f${place}`, 'in.side']), value: pick(random, ['in0', 'callback', 'in1 + in0', 'size(in0) + 1', '7']), order: -place })),
        outputs: entries(random, (place) => ({ name: `o${place}`, type: pick(random, [{ kind: 'number' }, { kind: 'text' }]), comes: pick(random, ['answer', 'callback']), required: chance(random, 0.5), order: place })),
        codes: kind === 'callback' ? { paid: { code: 'paid', order: 1 }, no: { code: pick(random, ['refused', '']), label: 'Refused', order: 2 } } : { paid: { code: '404', order: 1 }, no: { code: pick(random, ['400-499', '']), label: 'Refused', order: 2 } },
      },
      inputs: Object.fromEntries(some(random, ['k0', 'k1', 'k2'], 0.8).map((id, place) => [id, { value: chance(random, 0.5) ? pick(random, ['7', '"Bo"', 'total']) : pick(random, place % 2 === 0 ? numbers : words) }])),
      results: Object.fromEntries(some(random, ['k0', 'k1', 'k2'], 0.8).map((id) => [id, { variable: pick(random, ['total', 'name', 'wash', '']) }])),
      ...(chance(random, 0.3) && { text: pick(random, texts) }), ...maybe(random, 'waitingText'), address: pick(random, ['', '', 'name', 'count']), timeout: pick(random, ['PT30M', '']), meanwhile: pick(random, ['oneMoment', 'hold', 'interrupt', 'interrupt']), credential: pick(random, ['', 'c1']),
    };
  },
  http: (random) => ({
    method: pick(random, ['GET', 'GET', 'POST', 'PUT', 'HEAD']), body: pick(random, ['none', 'json', 'form', 'text']), credential: pick(random, ['', 'c1']),
    url: pick(random, ['https://api.example.com/orders/{{name}}', 'https://api.example.com/{{cars[9]}}', '{{wash}}', '']), ...maybe(random, 'text'),
    query: named(random), headers: named(random), form: named(random),
    json: entries(random, (place) => ({ name: pick(random, [`f${place}`, 'in.side', 'in']), value: pick(random, [...words, ...numbers, ...lists]), order: -place })),
    saves: entries(random, (place) => ({ path: ['items', place], save: pick(random, anyVariable), optional: chance(random, 0.5), order: place })),
    answers: entries(random, (place) => ({ statuses: `40${place}`, order: -place })),
    status: pick(random, ['', 'total', 'name']), repeatable: chance(random, 0.4), keyHeader: pick(random, ['', 'Idempotency-Key']),
  }),
  model: (random) => ({
    instructions: pick(random, texts), role: pick(random, ['fast', 'best']), history: below(random, 3), gives: pick(random, ['say', 'say', 'text', 'fields']),
    data: entries(random, (place) => ({ name: pick(random, [`n${place}`, '']), value: pick(random, [...words, ...numbers, ...lists]), order: -place })),
    fields: entries(random, (place) => ({ name: `f${place}`, type: pick(random, [{ kind: 'number' }, { kind: 'text' }]), save: pick(random, anyVariable), order: place })),
    tools: (chance(random, 0.5) ? { price: { flow: 'price', name: 'price', help: 'The price.', order: 1 }, menu: { flow: pick(random, ['menu', 'gone']), name: 'menu', order: 0 } } : {}) as JsonObject,
    save: pick(random, ['name', 'wash', 'count', '']), ...maybe(random, 'fallback'), ...(chance(random, 0.3) && { temperature: 0.5, tokens: 100 }),
  }),
  classify: (random) => ({
    text: pick(random, [...words, 'count']), sure: 0.5, save: pick(random, ['wash', 'name', 'count', '']), confidence: pick(random, ['total', 'name', '']), ...(chance(random, 0.4) && { hints: pick(random, texts) }),
    options: Object.fromEntries(some(random, ['a', 'b', 'c'], 0.8).map((id, place) => [id, { label: pick(random, ['Amara', 'Express', 'Wax']), order: -place, ...(chance(random, 0.5) && { description: 'Quick ones', synonyms: 'Ada, quick', examples: 'Bo!\nhello' }) }])),
  }),
  wait: (random) => ({
    until: pick(random, ['duration', 'time', 'moment']), duration: pick(random, ['PT1H', 'PT30M', '']), time: pick(random, ['08:00', '16:45', '']),
    days: (chance(random, 0.3) ? { saturday: false, sunday: false } : {}) as JsonObject, moment: pick(random, ['now() + hours(1)', 'datetime(day, hour)', 'now() + hours(prices[7])', 'now() - hours(1)', 'oops(']),
    meanwhile: pick(random, ['hold', 'oneMoment', 'interrupt']), ...maybe(random, 'waitingText'), save: pick(random, ['name', 'count', '']), errorExit: chance(random, 0.4),
  }),
  split: (random) => ({ branches: entries(random, (place) => ({ label: chance(random, 0.5) ? `Branch ${place}` : '', weight: below(random, 4), order: -place })) }),
  form: (random) => ({
    ...text(random, 'body'), submit: 'Send', skip: 'Skip', yes: 'Yes', no: 'No', ...(chance(random, 0.5) && { cancel: 'Stop' }), tries: below(random, 3), timeout: pick(random, ['', 'PT1H']), save: pick(random, ['', '', 'booking', 'name']),
    fields: entries(random, (place) => ({
      ...text(random, 'label'), kind: pick(random, ['text', 'number', 'date', 'choice', 'choices', 'yesNo', 'email', 'file']), required: chance(random, 0.6), name: `f${place}`, order: place, save: pick(random, anyVariable),
      options: Object.fromEntries(['a', 'b'].map((id, order) => [id, { label: pick(random, ['Express', 'Wax']), order }])), onlyIf: pick(random, ['', '', 'f0', '!f0', 'f0 == yes', 'f1 >= 2', 'nonsense here']), ...maybe(random, 'errorText'),
    })),
  }),
  end: (random) => ({ ...maybe(random, 'text'), outcome: pick(random, ['done', 'done', 'failed', 'session']) }),
};

function listed(random: Random): JsonObject {
  if (chance(random, 0.5)) return {};
  return {
    from: pick(random, ['list', 'list', 'fixed']), list: pick(random, [...lists, '[]', 'prices', 'count']), several: chance(random, 0.5), fewest: 1 + below(random, 2), mostAnswers: 1 + below(random, 3), mostItems: 1 + below(random, 4),
    itemLabel: pick(random, ['', 'item', '"No. " + item', 'item.name', '100 / count']), itemValue: pick(random, ['', 'item', 'count', 'size(item)']), itemNote: pick(random, ['', 'name', 'cars[9]']), save: pick(random, ['cars', 'wash', 'prices', 'count', '']),
  };
}

function text(random: Random, name: string): JsonObject {
  return { [name]: pick(random, texts) };
}

function maybe(random: Random, name: string): JsonObject {
  return chance(random, 0.5) ? text(random, name) : {};
}

function question(random: Random): JsonObject {
  return {
    meanwhile: pick(random, ['try', 'try', 'try', 'try', 'again', 'alone']), tries: below(random, 4), reminders: below(random, 3), timeout: pick(random, ['', 'PT30M', 'P1D']),
    ...maybe(random, 'retryText'), ...maybe(random, 'reminderText'),
  };
}

function named(random: Random): JsonObject {
  return entries(random, (place) => ({ name: pick(random, [`n${place}`, '']), value: pick(random, texts), order: place }));
}

function entries(random: Random, make: (place: number) => JsonObject): JsonObject {
  return Object.fromEntries(Array.from({ length: below(random, 4) }, (_, place) => [`k${place}`, make(place)]));
}
