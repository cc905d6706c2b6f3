import type { BotDrawing, SubflowDrawing } from '../drawing.ts';
import { yesNo } from '../words.data.ts';

const text = { kind: 'text' } as const;
const number = { kind: 'number' } as const;
const languages = ['en', 'fr'] as const;
const { yes, no } = yesNo(languages);
const dish = (order: number, en: string, fr: string, synonyms: { en: string; fr: string }) => ({ label: { en, fr }, synonyms, order });

/** One program for what expressions cannot say: lines of two lists, and one portion in five for nothing. */
const bill = `// One portion in five is for nothing.
export default function (input: Input): Result {
  const portions = input.counts.reduce((sum, count) => sum + count, 0);
  const free = Math.floor(portions / 5);
  return {
    lines: input.dishes.map((dish, place) => \`\${input.counts[place] ?? 0} × \${dish}\`).join("\\n"),
    free,
    total: (portions - free) * input.price,
  };
}
`;

/** Asks where to bring something: the same questions wherever a bot needs them. */
const address: SubflowDrawing = {
  name: 'Address',
  variables: { street: { type: text, initial: '', personal: true }, bell: { type: text, initial: '', personal: true }, place: { type: text, personal: true, direction: 'out' } },
  nodes: {
    start: { type: 'start', to: { next: 'street' } },
    street: {
      type: 'ask', title: 'Street', to: { answered: 'bell' },
      data: { question: { en: 'Which street and number?', fr: 'Quelle rue et quel numéro ?' }, save: 'street', minLength: 4, maxLength: 120, retryText: { en: 'We need the street and the number, such as 12 Mill Lane.', fr: 'Il nous faut la rue et le numéro, par exemple 12, rue du Moulin.' } },
    },
    bell: {
      type: 'ask', title: 'Bell', to: { answered: 'both', skipped: 'only' },
      data: { question: { en: 'Whose name is on the bell?', fr: 'Quel nom figure sur la sonnette ?' }, save: 'bell', skip: { en: 'No name', fr: 'Aucun nom' }, maxLength: 80 },
    },
    both: { type: 'assign', title: 'With the bell', to: { next: 'end' }, data: { assignments: { place: { variable: 'place', value: 'street + ", " + bell', order: 1 } } } },
    only: { type: 'assign', title: 'Street alone', to: { next: 'end' }, data: { assignments: { place: { variable: 'place', value: 'street', order: 1 } } } },
    end: { type: 'end' },
  },
};

/** Takes a lunch order dish by dish, works out what it costs, tells when it is ready, and answers questions until then. */
export const lunch: BotDrawing = {
  languages,
  channels: ['web', 'whatsapp', 'telegram'],
  colour: '#596a0b',
  zone: 'Europe/Paris',
  variables: {
    dishes: { kind: 'list', of: text }, dish: text, count: number, counts: { type: { kind: 'list', of: number }, initial: [] }, order: { kind: 'object', fields: { lines: text, free: number, total: number } },
    place: { type: text, initial: '', personal: true }, readyAt: { kind: 'datetime' }, question: text,
  },
  subflows: { address },
  nodes: {
    start: { type: 'start', to: { next: 'greeting' } },
    greeting: { type: 'split', title: 'Which greeting works?', to: { short: 'short', long: 'long' }, data: { branches: { short: { label: 'Short', weight: 1, order: 1 }, long: { label: 'With the offer', weight: 1, order: 2 } } } },
    short: { type: 'message', title: 'Short greeting', to: { next: 'dishes' }, data: { text: { en: 'Hello! Lunch is from 11:30 to 14:00.', fr: 'Bonjour ! Le déjeuner est servi de 11 h 30 à 14 h.' } } },
    long: { type: 'message', title: 'Greeting with the offer', to: { next: 'dishes' }, data: { text: { en: 'Hello! Every dish is € 9, and one portion in five is on the house.', fr: 'Bonjour ! Chaque plat coûte 9 €, et une portion sur cinq est offerte.' } } },
    dishes: {
      type: 'choice', title: 'Which dishes?', to: { chosen: 'anew' },
      data: {
        body: { en: 'What would you like today?', fr: 'Qu’aimeriez-vous aujourd’hui ?' }, several: true, save: 'dishes',
        options: {
          soup: dish(1, 'Pumpkin soup', 'Soupe de potiron', { en: 'soup, pumpkin', fr: 'soupe, potiron' }),
          curry: dish(2, 'Lentil curry', 'Curry de lentilles', { en: 'curry, lentils', fr: 'curry, lentilles' }),
          quiche: dish(3, 'Leek quiche', 'Quiche aux poireaux', { en: 'quiche, leek', fr: 'quiche, poireaux' }),
        },
      },
    },
    anew: { type: 'assign', title: 'Nothing counted yet', to: { next: 'each' }, data: { assignments: { counts: { variable: 'counts', value: '[]', order: 1 } } } },
    each: { type: 'loop', title: 'For each dish', to: { each: 'howMany', done: 'bill' }, data: { list: 'dishes', item: 'dish' } },
    howMany: {
      type: 'ask', title: 'How many?', to: { answered: 'counted' },
      data: {
        question: { en: '{{ dish }}: how many portions?', fr: '{{ dish }} : combien de portions ?' }, expects: 'number', min: 1, max: 20, whole: true, save: 'count',
        retryText: { en: 'From 1 to 20 portions, please.', fr: 'De 1 à 20 portions, s’il vous plaît.' },
      },
    },
    counted: { type: 'assign', title: 'Count it', to: { next: 'each' }, data: { assignments: { counts: { variable: 'counts', value: 'counts + [count]', order: 1 } } } },
    bill: {
      type: 'code', title: 'What does it cost?', to: { done: 'where' },
      data: {
        code: bill, output: { kind: 'object', fields: { lines: text, free: number, total: number } }, save: 'order',
        inputs: { dishes: { name: 'dishes', value: 'dishes', order: 1 }, counts: { name: 'counts', value: 'counts', order: 2 }, price: { name: 'price', value: '9', order: 3 } },
      },
    },
    where: {
      type: 'choice', title: 'Bring it?', to: { bring: 'address', fetch: 'isFetched' },
      data: {
        body: { en: 'Shall we bring it?', fr: 'Souhaitez-vous être livré ?' },
        options: {
          bring: { label: { en: 'Bring it', fr: 'Livraison' }, synonyms: { en: 'delivery, yes', fr: 'livrer, oui' }, order: 1 },
          fetch: { label: { en: 'I fetch it', fr: 'Je passe le prendre' }, synonyms: { en: 'pick up, collect, no', fr: 'à emporter, sur place, non' }, order: 2 },
        },
      },
    },
    address: { type: 'subflow', title: 'Where to?', to: { done: 'confirm' }, data: { flow: 'address', results: { place: { variable: 'place' } } } },
    isFetched: { type: 'assign', title: 'Fetched', to: { next: 'confirm' }, data: { assignments: { place: { variable: 'place', value: '""', order: 1 } } } },
    confirm: {
      type: 'choice', title: 'Is it right?', to: { yes: 'few', no: 'dishes' },
      data: {
        body: {
          en: '{{ order.lines }}\n{{ order.free > 0 ? string(order.free) + " on the house, " : "" }}€ {{ order.total }} in all{{ place == "" ? "" : ", to " + place }}. Shall we cook?',
          fr: '{{ order.lines }}\n{{ order.free > 0 ? string(order.free) + " offerte(s), " : "" }}{{ order.total }} € en tout{{ place == "" ? "" : ", livraison : " + place }}. On se met aux fourneaux ?',
        },
        options: { yes, no },
      },
    },
    few: { type: 'condition', title: 'One portion to fetch?', to: { one: 'isReady', otherwise: 'when' }, data: { branches: { one: { label: 'One to fetch', when: 'place == "" && sum(counts) == 1', order: 1 } } } },
    isReady: { type: 'assign', title: 'It is there already', to: { next: 'ready' }, data: { assignments: { readyAt: { variable: 'readyAt', value: 'now()', order: 1 } } } },
    when: { type: 'assign', title: 'Ready in 20 minutes', to: { next: 'cooking' }, data: { assignments: { readyAt: { variable: 'readyAt', value: 'now() + minutes(20)', order: 1 } } } },
    cooking: { type: 'message', title: 'We are cooking', to: { next: 'ready' }, data: { text: { en: 'We are cooking. I write to you when it is ready, in about 20 minutes. Until then, ask me anything about your lunch.', fr: 'Nous sommes aux fourneaux. Je vous écris quand c’est prêt, dans une vingtaine de minutes. D’ici là, posez-moi vos questions sur votre déjeuner.' } } },
    ready: { type: 'wait', title: 'Until it is ready', to: { next: 'done', interrupted: 'answer' }, data: { until: 'moment', moment: 'readyAt', meanwhile: 'interrupt', save: 'question' } },
    answer: {
      type: 'model', title: 'Answer the question', to: { done: 'ready', failed: 'ready', unknown: 'ready' },
      data: {
        instructions: 'You answer guests of a small kitchen whose lunch is being cooked. Answer the question in one or two short sentences, from the values alone. If they do not say, tell the guest to ask at the counter.',
        gives: 'say', longest: 400, history: 4,
        data: {
          question: { name: 'question', value: 'question', order: 1 }, order: { name: 'order', value: 'order.lines', order: 2 }, total: { name: 'total', value: 'order.total', order: 3 }, ready: { name: 'ready_at', value: 'readyAt', order: 4 },
          dishes: { name: 'about_the_dishes', value: '"The soup and the curry are vegan. The quiche has milk, eggs and wheat. Nothing has nuts."', order: 5 },
        },
        fallback: { en: 'I cannot answer that just now. They know at the counter: +33 1 23 45 67 89.', fr: 'Je ne peux pas répondre pour l’instant. Le comptoir le sait : +33 1 23 45 67 89.' },
      },
    },
    done: { type: 'end', title: 'Ready', data: { text: { en: 'Your lunch is ready{{ place == "" ? ", come and get it" : " and on its way to you" }}. Enjoy!', fr: 'Votre déjeuner est prêt{{ place == "" ? ", venez le chercher" : " et en route vers vous" }}. Bon appétit !' } } },
  },
};
